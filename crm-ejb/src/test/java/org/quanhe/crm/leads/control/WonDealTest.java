package org.quanhe.crm.leads.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.leads.Cycle;

/** Quartiles against figures worked out by hand. */
class WonDealTest {
    @Test
    @Tag("R134")
    void quartilesLieBetweenTheNearestTwo() {
        assertThat(WonDeal.spread(List.of(10.0, 20.0, 30.0, 40.0))).isEqualTo(new Cycle.Spread(17.5, 25.0, 32.5));
        assertThat(WonDeal.spread(List.of(50.0, 60.0, 90.0))).isEqualTo(new Cycle.Spread(55.0, 60.0, 75.0));
        assertThat(WonDeal.spread(List.of(7.0))).isEqualTo(new Cycle.Spread(7.0, 7.0, 7.0));
        assertThat(WonDeal.spread(List.of())).isEqualTo(new Cycle.Spread(null, null, null));
    }
}
