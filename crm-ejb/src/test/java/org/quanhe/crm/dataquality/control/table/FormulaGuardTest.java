package org.quanhe.crm.dataquality.control.table;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;

class FormulaGuardTest {
    @Property
    void everyTextSurvivesTheWayOutAndBack(
            @ForAll @Chars({'=', '+', '-', '@', '\'', '\t', '\n'}) @CharRange(from = 'a', to = 'c') String text) {
        String out = FormulaGuard.defuse(text);
        assertThat(out)
                .doesNotStartWith("=")
                .doesNotStartWith("+")
                .doesNotStartWith("-")
                .doesNotStartWith("@");
        assertThat(FormulaGuard.restore(out)).isEqualTo(text);
    }

    @Example
    void phoneNumbersComeBack() {
        assertThat(FormulaGuard.defuse("+84912345678")).isEqualTo("'+84912345678");
        assertThat(FormulaGuard.restore("'+84912345678")).isEqualTo("+84912345678");
        assertThat(FormulaGuard.restore("'tis")).isEqualTo("'tis");
    }
}
