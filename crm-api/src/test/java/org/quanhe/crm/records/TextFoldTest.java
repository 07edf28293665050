package org.quanhe.crm.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;

class TextFoldTest {
    /** The rule as it is written down; the class does the same with less work. */
    private static String asWritten(String text) {
        String marked = Normalizer.normalize(text, Normalizer.Form.NFKD);
        String bare = marked.replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT);
        return bare.replace('đ', 'd').strip().replaceAll("\\s+", " ");
    }

    @Property(tries = 2000)
    void foldsAsWritten(
            @ForAll
                    @CharRange(from = 'A', to = 'e')
                    @CharRange(from = '\u00C0', to = '\u01B0')
                    @CharRange(from = '\u0300', to = '\u0325')
                    @CharRange(from = '\u1EA0', to = '\u1EF9')
                    @CharRange(from = '\uFF10', to = '\uFF3A')
                    @Chars({' ', ' ', '\t', '\n', '\u00A0', '\u3000', '王', 'đ', 'Đ'})
                    String text) {
        assertThat(TextFold.fold(text)).isEqualTo(asWritten(text));
    }

    @Property
    void foldsAnythingAsWritten(@ForAll String text) {
        assertThat(TextFold.fold(text)).isEqualTo(asWritten(text));
    }

    @Example
    void foldsNames() {
        assertThat(TextFold.fold("Đặng  Thị ÁNH")).isEqualTo("dang thi anh");
        assertThat(TextFold.fold("Ｍüller\t王")).isEqualTo("muller 王");
    }
}
