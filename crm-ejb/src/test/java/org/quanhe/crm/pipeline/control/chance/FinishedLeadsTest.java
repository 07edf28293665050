package org.quanhe.crm.pipeline.control.chance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.platform.Proportion;

/** How a lead with several opportunities ended, whatever their order, and when a share is told. */
class FinishedLeadsTest {
    private static FinishedLeads.End end(List<String> statuses) {
        return statuses.stream()
                .map(FinishedLeads.End::of)
                .reduce((one, other) -> one.and(
                        other == FinishedLeads.End.OPEN ? "open" : other == FinishedLeads.End.WON ? "won" : "lost"))
                .orElseThrow();
    }

    @Test
    @Tag("R178")
    void aWinDecidesThenWhatIsOpenInWhicheverOrder() {
        assertThat(end(List.of("lost", "won", "open"))).isEqualTo(FinishedLeads.End.WON);
        assertThat(end(List.of("open", "won", "lost"))).isEqualTo(FinishedLeads.End.WON);
        assertThat(end(List.of("lost", "open"))).isEqualTo(FinishedLeads.End.OPEN);
        assertThat(end(List.of("open", "lost"))).isEqualTo(FinishedLeads.End.OPEN);
        assertThat(end(List.of("lost", "lost"))).isEqualTo(FinishedLeads.End.NOT_WON);
    }

    @Test
    @Tag("R178")
    void sourcesAddUpToAllAndFewSayNothing() {
        FinishedLeads finished = FinishedLeads.of(Map.of("Web", new Proportion(3, 19), "", new Proportion(0, 1)));
        assertThat(finished.all()).isEqualTo(new Proportion(3, 20));
        assertThat(FinishedLeads.enough(finished.all())).isTrue();
        assertThat(FinishedLeads.enough(finished.of("Web"))).isFalse();
        assertThat(finished.of("Fair")).isEqualTo(new Proportion(0, 0));
    }
}
