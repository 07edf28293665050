package org.quanhe.crm.records.control.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.RecordTypeView;

/** Formulas by themselves: exact numbers, missing inputs, faults at their place. */
class FormulaTest {
    private static final RecordTypeView CUSTOMERS = type(
            "customers", field("name", FieldKind.TEXT), field("area", FieldKind.NUMBER), field("city", FieldKind.TEXT));
    private static final RecordTypeView ORDERS = type(
            "orders",
            field("name", FieldKind.TEXT),
            field("price", FieldKind.NUMBER),
            field("pieces", FieldKind.NUMBER),
            field("customer", FieldKind.REFERENCE),
            field("tags", FieldKind.CHOICES),
            field("paid", FieldKind.YES_NO),
            field("due", FieldKind.DATE),
            field("createdAt", FieldKind.DATE_TIME));
    private static final FormulaLanguage LANGUAGE =
            new FormulaLanguage(new FormulaScope(ORDERS, name -> Optional.of(CUSTOMERS)));

    private static RecordTypeView type(String name, FieldView... fields) {
        return new RecordTypeView(name, "pi-box", List.of(fields), "name", true, true, true);
    }

    private static FieldView field(String name, FieldKind kind) {
        String target = kind == FieldKind.REFERENCE ? "customers" : "";
        return new FieldView(name, kind, name, List.of(), target, "", 300, Set.of());
    }

    private static @Nullable Object value(String formula, FieldKind kind, Map<String, Object> values) {
        Map<String, Object> record = new HashMap<>();
        values.forEach((name, value) -> record.put(name, entering(value)));
        try {
            return LANGUAGE.read(formula, kind).value(record::get, record);
        } catch (FormulaFault fault) {
            throw new AssertionError(fault.text().in(Language.EN), fault);
        }
    }

    private static Object entering(Object value) {
        if (value instanceof Map<?, ?> other) {
            Map<Object, Object> entered = new HashMap<>();
            other.forEach((name, one) -> entered.put(name, entering(one)));
            return entered;
        }
        return java.util.Objects.requireNonNull(Formula.entering(value));
    }

    private static @Nullable Object number(String formula, Map<String, Object> values) {
        return value(formula, FieldKind.NUMBER, values);
    }

    private static String fault(String formula, FieldKind kind, Language language) {
        try {
            LANGUAGE.read(formula, kind);
            return "";
        } catch (FormulaFault fault) {
            return fault.text().in(language);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "price * 600             | 25500",
                "price + 0.1 + 0.2       | 42.8",
                "1 / 4                   | 0.25",
                "price / 3               | 14.1667",
                "-price                  | -42.5",
                "price % 10              | 2.5",
                "round(price)            | 43",
                "round(price / 3, 1)     | 14.2",
                "floor(price) + ceil(price) | 85",
                "min(price, 3) + max(price, 3) + abs(-1) | 46.5",
                "size(tags) * price      | 85",
                "size(tags)              | 2",
                "price > 40 ? 1 : 2      | 1",
                "price == 42.50 ? 1 : 2  | 1",
                "size(tags) == 2 ? 1 : 0 | 1",
                "size(tags) < 2.5 ? 1 : 0 | 1",
                "price in [1, 42.5] ? 1 : 0 | 1",
                "number('12.5') + 1      | 13.5",
                "123456789.123456789123 * 10000 - 1234567891234.5 | 0.0679",
                "due - date('2026-01-01') | 30",
                "year(due) * 100 + month(due) | 202601"
            })
    void numbersAreReckonedExactly(String formula, BigDecimal result) {
        Object value = number(
                formula,
                Map.of(
                        "price",
                        new BigDecimal("42.5"),
                        "tags",
                        List.of("vip", "new"),
                        "due",
                        LocalDate.of(2026, 1, 31)));
        assertThat((BigDecimal) value).isEqualByComparingTo(result);
    }

    @Test
    void textsDatesListsAndYesNoAreNatural() {
        Map<String, Object> values = Map.of(
                "name", "Máy lạnh",
                "price", new BigDecimal("7"),
                "paid", true,
                "tags", List.of("vip"),
                "due", LocalDate.of(2026, 1, 31),
                "createdAt", Instant.parse("2026-01-31T20:00:00Z"),
                "customer", Map.of("name", "Cô Hoa", "area", new BigDecimal("12")));
        assertThat(value("name + ' / ' + customer.name + ' / ' + string(price)", FieldKind.TEXT, values))
                .isEqualTo("Máy lạnh / Cô Hoa / 7");
        assertThat(value("paid && tags.exists(t, t == 'vip') && 'vip' in tags", FieldKind.YES_NO, values))
                .isEqualTo(true);
        assertThat(value("due + 1", FieldKind.DATE, values)).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(value("addMonths(due, 1)", FieldKind.DATE, values)).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(value("date(createdAt, 'Asia/Ho_Chi_Minh')", FieldKind.DATE, values))
                .isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(value("createdAt + duration('1h')", FieldKind.DATE_TIME, values))
                .isEqualTo(Instant.parse("2026-01-31T21:00:00Z"));
        assertThat(value("tags.filter(t, t.startsWith('v'))", FieldKind.CHOICES, values))
                .isEqualTo(List.of("vip"));
        assertThat(number("customer.area * 2", values)).isEqualTo(new BigDecimal("24"));
    }

    @Test
    void aFormulaWithoutItsInputHasNoValueUnlessItAsks() {
        Map<String, Object> nothing = Map.of("customer", Map.of());
        assertThat(number("price * 600", nothing)).isNull();
        assertThat(number("has(price) ? price * 600 : 0", nothing)).isEqualTo(new BigDecimal("0"));
        assertThat(number("customer.area * 2", nothing)).isNull();
        assertThat(number("has(customer.area) ? customer.area : -1", nothing)).isEqualTo(new BigDecimal("-1"));
        // what is decided without it does not need it
        assertThat(value("price > 3 || name == 'x'", FieldKind.YES_NO, Map.of("name", "x")))
                .isEqualTo(true);
    }

    @Test
    void whatCannotBeWorkedOutHasNoValue() {
        Map<String, Object> values = Map.of("price", BigDecimal.ZERO, "name", "x", "createdAt", Instant.EPOCH);
        assertThat(number("1 / price", values)).isNull();
        assertThat(number("number(name)", values)).isNull();
        assertThat(number("number('1e999999999') + 1", values)).isNull();
        assertThat(value("date(name)", FieldKind.DATE, values)).isNull();
        assertThat(value("date(createdAt, 'Nowhere')", FieldKind.DATE, values)).isNull();
        assertThat(value("date('2026-01-01') + 9999999999999", FieldKind.DATE, values))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "price * pric | NUMBER | Line 1, column 9 | pric",
                "price * name | NUMBER | Line 1, column 7 | with Number, Text.",
                "price +      | NUMBER | Line 1, column 8 | ends too early",
                "customer.nam | TEXT   | Line 1, column 10 | nam",
                "price.x      | NUMBER | Line 1, column 1 | price",
                "customer.city.x | TEXT | Line 1, column 10 | city",
                "price * 2    | TEXT   | Number           | Text",
                "package + 1  | NUMBER | Line 1, column 1 | package",
                "price * double('0.1') | NUMBER | column 7 | double",
                "tags.map(t, t + t)    | CHOICES | column | map"
            })
    void aFaultIsToldAtItsPlace(String formula, FieldKind kind, String place, String what) {
        assertThat(fault(formula, kind, Language.EN)).contains(place.strip()).contains(what);
    }

    @Test
    void aFaultIsToldInTheReadersLanguage() {
        assertThat(fault("price *\n pric", FieldKind.NUMBER, Language.VI)).contains("Dòng 2, cột 2");
        assertThat(fault("price * pric", FieldKind.NUMBER, Language.ZH_CN)).contains("第 1 行");
    }

    @Test
    void aLongTextIsNoFormula() {
        assertThat(fault("1 + ".repeat(250_000) + "1", FieldKind.NUMBER, Language.EN))
                .contains("1,000,001", "4,000");
        assertThat(fault("(".repeat(1_000) + "1" + ")".repeat(1_000), FieldKind.NUMBER, Language.EN))
                .isNotEmpty();
        assertThat(fault("-".repeat(3_000) + "price", FieldKind.NUMBER, Language.EN))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "price + size(tags) * 2 - customer.area",
                "has(price) && has(customer.area) && name.contains(\"price // customer.city\") // price2",
                "tags.exists(t, t == 'x')"
            })
    void namesAreFoundAsTheyAreWritten(String text) {
        Set<FormulaText.Name> names = FormulaText.names(text);
        assertThat(names).doesNotContain(new FormulaText.Name("", "size"), new FormulaText.Name("customer", "city"));
        assertThat(names.stream().anyMatch(name -> name.field().equals("price2")))
                .isFalse();
        assertThat(names.contains(new FormulaText.Name("customer", "area"))).isEqualTo(text.contains("customer.area"));
        assertThat(names.contains(new FormulaText.Name("", "price"))).isEqualTo(!text.startsWith("tags"));
    }

    @Test
    void aNameIsReplacedWhereItMeansTheField() {
        assertThat(FormulaText.renamed(
                        "area * 2 + customer.area + size('area') + area2 + area(1)",
                        "area",
                        "surface",
                        (relation, name) -> relation.isEmpty()))
                .isEqualTo("surface * 2 + customer.area + size('area') + area2 + area(1)");
        assertThat(FormulaText.renamed(
                        "area + customer . area", "area", "surface", (relation, name) -> relation.equals("customer")))
                .isEqualTo("area + customer . surface");
    }

    @Provide
    Arbitrary<BigDecimal> amounts() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-999999999999999"), new BigDecimal("999999999999999"))
                .ofScale(4);
    }

    @Property(tries = 300)
    void arithmeticEqualsBigDecimal(
            @ForAll("amounts") BigDecimal a, @ForAll("amounts") BigDecimal b, @ForAll("amounts") BigDecimal literal) {
        Map<String, Object> values = Map.of("price", a, "pieces", b);
        String written = literal.signum() < 0 ? "(" + literal.toPlainString() + ")" : literal.toPlainString();
        assertSame("price + pieces * " + written, values, a.add(b.multiply(literal)));
        assertSame(
                "price - " + written + " - pieces", values, a.subtract(literal).subtract(b));
        if (b.signum() != 0) {
            assertSame("price / pieces", values, a.divide(b, MathContext.DECIMAL128));
            assertSame("price % pieces", values, a.remainder(b));
        }
        int order = a.compareTo(b);
        for (String operator : Arrays.asList("<", "<=", ">", ">=", "==", "!=")) {
            boolean expected =
                    switch (operator) {
                        case "<" -> order < 0;
                        case "<=" -> order <= 0;
                        case ">" -> order > 0;
                        case ">=" -> order >= 0;
                        case "==" -> order == 0;
                        default -> order != 0;
                    };
            assertThat(value("price " + operator + " pieces", FieldKind.YES_NO, values))
                    .isEqualTo(expected);
        }
    }

    private static void assertSame(String formula, Map<String, Object> values, BigDecimal expected) {
        assertThat((BigDecimal) number(formula, values))
                .as(formula)
                .isEqualByComparingTo(expected.setScale(4, RoundingMode.HALF_UP));
    }
}
