package org.quanhe.crm.pipeline.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;

/** Whatever is counted: shares are exactly 100 together, and none is off by a tenth or more. */
class SharesPropertyTest {
    @Property
    @Tag("R009")
    void sharesAreAHundred(@ForAll @NotEmpty @Size(max = 30) List<@LongRange(max = 1_000_000) Long> counts) {
        long all = counts.stream().mapToLong(Long::longValue).sum();
        List<BigDecimal> shares = Shares.of(counts);
        BigDecimal sum = shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualByComparingTo(all == 0 ? "0" : "100");
        for (int i = 0; i < shares.size(); i++) {
            double exact = all == 0 ? 0 : 100.0 * counts.get(i) / all;
            assertThat(Math.abs(shares.get(i).doubleValue() - exact)).isLessThan(0.1 + 1e-9);
        }
    }

    @Example
    void ofEqualRemaindersTheFirstGetsMore() {
        assertThat(Shares.of(List.of(1L, 1L, 1L)))
                .containsExactly(new BigDecimal("33.4"), new BigDecimal("33.3"), new BigDecimal("33.3"));
        assertThat(Shares.of(List.of())).isEmpty();
        assertThat(Shares.rate(1, 3)).isEqualTo(new BigDecimal("33.3"));
        assertThat(Shares.rate(0, 0)).isNull();
    }
}
