package org.quanhe.crm.scoring.control.suggest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.platform.Proportion;

/** Rates, ratios and intervals against figures worked out apart from the application. */
class TwoByTwoTest {
    private static TwoByTwo of(long wonWith, long with, long wonWithout, long without) {
        return new TwoByTwo(new Proportion(wonWith, with), new Proportion(wonWithout, without));
    }

    @Test
    @Tag("R179")
    void wilsonsIntervalOfARate() {
        Proportion share = new Proportion(18, 24);
        assertThat(share.rate()).isEqualTo(0.75);
        assertThat(share.low()).isCloseTo(0.5510, within(5e-5));
        assertThat(share.high()).isCloseTo(0.8800, within(5e-5));
        assertThat(new Proportion(0, 10).low()).isZero();
        assertThat(new Proportion(0, 10).high()).isCloseTo(0.2775, within(5e-5));
        assertThat(new Proportion(10, 10).low()).isCloseTo(0.7225, within(5e-5));
        assertThat(new Proportion(10, 10).high()).isCloseTo(1, within(1e-12));
        assertThat(new Proportion(0, 0).high()).isEqualTo(1);
    }

    @Test
    @Tag("R179")
    void katzIntervalOfTheLift() {
        TwoByTwo table = of(18, 24, 10, 40);
        assertThat(table.lift()).isCloseTo(3, within(1e-9));
        assertThat(table.low()).isCloseTo(1.6724, within(5e-5));
        assertThat(table.high()).isCloseTo(5.3815, within(5e-5));
        assertThat(table.matters()).isTrue();
        assertThat(table.points()).isEqualTo(21);
    }

    @Test
    void whatIsNeverOrAlwaysWonHasAnIntervalToo() {
        TwoByTwo never = of(0, 12, 10, 20);
        assertThat(never.lift()).isCloseTo(0.0769, within(5e-5));
        assertThat(never.high()).isCloseTo(1.2050, within(5e-5));
        assertThat(never.matters()).isFalse();
        assertThat(never.points()).isEqualTo(-30);
        TwoByTwo always = of(20, 20, 5, 20);
        assertThat(always.low()).isCloseTo(1.8724, within(5e-5));
        assertThat(always.points()).isEqualTo(30);
        assertThat(of(10, 10, 10, 10).matters()).isFalse();
        assertThat(of(0, 10, 0, 10).matters()).isFalse();
    }

    @Test
    void noDifferenceDoesNotMatter() {
        assertThat(of(10, 20, 10, 20).matters()).isFalse();
        assertThat(of(10, 20, 10, 20).certainty()).isZero();
    }
}
