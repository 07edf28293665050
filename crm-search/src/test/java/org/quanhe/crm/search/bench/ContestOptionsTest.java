package org.quanhe.crm.search.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the command line asks for. */
class ContestOptionsTest {
    @Test
    void withoutOptionsAHundredThousandAreAskedAboutOfAll() {
        ContestOptions options = ContestOptions.of();

        assertThat(options.customers()).containsExactly(100_000);
        assertThat(options.engines()).containsExactly("ours", "plain", "postgres");
    }

    @Test
    void severalSizesAndAKindCanBeChosen() {
        ContestOptions options =
                ContestOptions.of("--customers", "100_000,1000000", "--seed", "9", "--only", "phone:_a_tail");

        assertThat(options.customers()).isEqualTo(List.of(100_000, 1_000_000));
        assertThat(options.seed()).isEqualTo(9);
        assertThat(options.only()).isEqualTo("phone: a tail");
    }

    @Test
    void whatIsUnknownIsAnsweredWithAllOptions() {
        assertThatThrownBy(() -> ContestOptions.of("--size", "3")).hasMessage(ContestOptions.USAGE);
        assertThatThrownBy(() -> ContestOptions.of("--seed")).hasMessage(ContestOptions.USAGE);
        assertThatThrownBy(() -> ContestOptions.of("--seed", "x")).hasMessage(ContestOptions.USAGE);
    }
}
