package org.quanhe.crm.processes.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;

/** What holds for mean and middle of whatever minutes. */
class FiguresPropertyTest {
    @Property
    void halfLieOnEachSideOfTheMedian(@ForAll @NotEmpty List<@LongRange(max = 100_000) Long> minutes) {
        long median = Figures.median(minutes);
        assertThat(minutes.stream().filter(one -> one < median).count()).isLessThanOrEqualTo(minutes.size() / 2);
        assertThat(minutes.stream().filter(one -> one > median).count()).isLessThanOrEqualTo(minutes.size() / 2);
    }

    @Property
    void bothLieBetweenTheSmallestAndTheLargest(@ForAll @NotEmpty List<@LongRange(max = 100_000) Long> minutes) {
        assertThat(List.of(Figures.median(minutes), Figures.average(minutes)))
                .allSatisfy(figure -> assertThat(figure).isBetween(Collections.min(minutes), Collections.max(minutes)));
    }

    @Example
    void ofNothingBothAreZero() {
        assertThat(Figures.average(List.of())).isZero();
        assertThat(Figures.median(List.of())).isZero();
    }
}
