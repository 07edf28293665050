package org.quanhe.crm.records.control.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.RecordTypeView;

/** Whoever does not program reads what is wrong with a formula, and what to write instead; never a parser's words. */
class FaultWordsTest {
    private static final FormulaLanguage LANGUAGE = new FormulaLanguage(new FormulaScope(
            new RecordTypeView(
                    "orders",
                    "pi-box",
                    List.of(
                            field("name", FieldKind.TEXT),
                            field("price", FieldKind.NUMBER),
                            field("total", FieldKind.MONEY),
                            field("tags", FieldKind.CHOICES),
                            field("paid", FieldKind.YES_NO),
                            field("due", FieldKind.DATE),
                            field("at", FieldKind.DATE_TIME)),
                    "name",
                    true,
                    true,
                    true),
            name -> Optional.empty()));
    private static final Pattern WORDS_OF_A_PARSER = Pattern.compile(
            "expecting|token recognition|overload|<EOF>|NUM_|IDENTIFIER|mismatched|extraneous|viable|input");
    private static final String SIGNS = "()[]{}\"'.,;:?!+-*/%<>=&|#@ \n1aệ（，“";
    private static final List<String> SOUND = List.of(
            "paid ? price * 2.0 : round(price, 1)",
            "size(name.trim()) > 3 && !paid ? price : -price",
            "has(price) && price in [1.0, 2.0] ? 1.0 : 0.0",
            "tags.exists(t, t == \"a\") ? price / 2.0 : price");

    private static FieldView field(String name, FieldKind kind) {
        return new FieldView(name, kind, name, List.of(), "", "", 300, Set.of());
    }

    private static @Nullable LocalizedMessage fault(String formula) {
        try {
            LANGUAGE.read(formula, FieldKind.NUMBER);
            return null;
        } catch (FormulaFault fault) {
            return fault.text();
        }
    }

    private static String told(String formula, Language language) {
        LocalizedMessage fault = fault(formula);
        assertThat(fault).as(formula).isNotNull();
        return fault.in(language);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "price *                | column 8 | ends too early",
                "price * (1 + 2         | column 15 | “)” is missing at the end",
                "price)                 | column 6 | “)” cannot stand here",
                "price price            | column 7 | “price” cannot stand here",
                "price = 3 ? 1 : 2      | column 7 | for “=” a formula has “==”",
                "paid and paid ? 1 : 2  | column 6 | for “and” a formula has “&&”",
                "IF(paid, 1, 2)         | column 3 | condition ? value : other value",
                "if(paid, 1, 2)         | column 1 | condition ? value : other value",
                "AND(paid, paid)        | column 4 | for “AND” a formula has “&&”",
                "1,5 * price            | column 2 | Decimals have a point: 1.5",
                "price × 2              | column 7 | for “×” a formula has “*”",
                "round（price, 1)        | column 6 | for “（” a formula has “(”",
                "name == “a”            | column 9 | between straight quotes",
                "size(\"abc)            | column 6 | its closing quote is missing",
                "Diện tích * 2          | column 3 | “ệ” means nothing in a formula. Fields are written by their names, not by their labels",
                "price; 3               | column 6 | “;” means nothing in a formula",
                "name - nam             | column 8 | no field or function “nam”",
                "name - name            | column 6 | “-” does not go with Text, Text.",
                "tags + total           | column 6 | “+” does not go with Several choices, Amount of money.",
                "price ? 1 : 2          | column 7 | “? :” does not go with Number, Number, Number.",
                "price in tags          | column 7 | “in” does not go with Number, Several choices.",
                "-due                   | column 1 | “-” does not go with Date.",
                "price * at             | column 7 | “*” does not go with Number, Date and time.",
                "paid ? tags : tags     |          | makes Several choices, but",
                "round(price, 1, 2)     | column 6 | “round” does not go with Number, Whole number, Number.",
                "round(price, paid)     | column 6 | “round” does not go with Number, Yes / no.",
                "round()                | column 6 | “round” wants values between its brackets",
                "has(1) ? 1 : 2         | column 4 | has(…) asks for a field",
                "99999999999999999999   | column 1 | the number 99999999999999999999 is too large"
            })
    void aFaultSaysWhatToWriteInstead(String formula, @Nullable String place, String words) {
        assertThat(told(formula, Language.EN))
                .contains(place == null ? "" : place)
                .contains(words);
    }

    @Test
    void kindsAndHintsAreToldInTheReadersLanguage() {
        assertThat(told("price - name", Language.VI)).isEqualTo("Dòng 1, cột 7: “-” không dùng được với Số, Văn bản.");
        assertThat(told("price = 3", Language.ZH_CN)).isEqualTo("第 1 行，第 7 列：公式中“=”要写成“==”。");
        assertThat(told("price * (1", Language.ZH_TW)).isEqualTo("第 1 行，第 11 欄：末尾缺少「)」。");
    }

    /** One sign is put into a sound formula, or over one of its own. */
    @Property(tries = 2_000)
    void noSlipBringsAParsersWords(
            @ForAll @IntRange(max = 3) int formula,
            @ForAll @IntRange(max = 60) int place,
            @ForAll @IntRange(max = 36) int sign,
            @ForAll boolean over) {
        String sound = SOUND.get(formula);
        int at = Math.min(place, sound.length() - 1);
        String slipped = sound.substring(0, at)
                + SIGNS.charAt(Math.min(sign, SIGNS.length() - 1))
                + sound.substring(over ? at + 1 : at);
        LocalizedMessage fault = fault(slipped);
        if (fault != null) {
            for (Language language : Language.values()) {
                assertThat(fault.in(language)).as(slipped).doesNotContainPattern(WORDS_OF_A_PARSER);
            }
        }
    }
}
