package org.quanhe.crm.records.control.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.RecordTypeView;

/** Formulas that follow references: two in a row, and what is wrong with others. */
class FollowedStepsTest {
    private static final Map<String, RecordTypeView> TYPES = Map.of(
            "orders", type("orders", number("price"), to("buyer", "buyers")),
            "buyers", type("buyers", number("weight"), to("grp", "groups"), to("best", "orders")),
            "groups", type("groups", number("discount"), to("head", "buyers")));
    private static final FormulaLanguage LANGUAGE =
            new FormulaLanguage(new FormulaScope(TYPES.get("orders"), name -> Optional.ofNullable(TYPES.get(name))));

    private static RecordTypeView type(String name, FieldView... fields) {
        return new RecordTypeView(name, "pi-box", List.of(fields), "name", true, true, true);
    }

    private static FieldView number(String name) {
        return new FieldView(name, FieldKind.NUMBER, name, List.of(), "", "", 300, Set.of());
    }

    private static FieldView to(String name, String target) {
        return new FieldView(name, FieldKind.REFERENCE, name, List.of(), target, "", 300, Set.of());
    }

    private static @Nullable Object value(String formula, FieldKind kind, Map<String, Object> values)
            throws FormulaFault {
        Map<String, Object> record = new HashMap<>(values);
        return LANGUAGE.read(formula, kind).value(record::get, record);
    }

    private static Map<String, Object> far(int discount) {
        Object number = Formula.entering(BigDecimal.valueOf(discount));
        return Map.of("buyer", Map.of("grp", Map.of("discount", java.util.Objects.requireNonNull(number))));
    }

    @Test
    void twoStepsAreFollowed() throws FormulaFault {
        assertThat(value("buyer.grp.discount * 2", FieldKind.NUMBER, far(3))).isEqualTo(new BigDecimal("6"));
        assertThat(value("buyer.grp.discount * 2", FieldKind.NUMBER, Map.of("buyer", Map.of())))
                .isNull();
        // back to the same type, which is no third step
        assertThat(value("buyer.best.price", FieldKind.NUMBER, Map.of("buyer", Map.of())))
                .isNull();
    }

    @Test
    void whatIsNotThereCanBeAskedForAtAnyStep() throws FormulaFault {
        String asks = "has(buyer.grp.discount) ? buyer.grp.discount : -1";
        assertThat(value(asks, FieldKind.NUMBER, far(3))).isEqualTo(new BigDecimal("3"));
        for (Map<String, Object> without : List.of(
                Map.<String, Object>of("buyer", Map.of()), Map.<String, Object>of("buyer", Map.of("grp", Map.of())))) {
            assertThat(value(asks, FieldKind.NUMBER, without)).isEqualTo(new BigDecimal("-1"));
        }
        assertThat(value("has(buyer.grp)", FieldKind.YES_NO, far(3))).isEqualTo(true);
        assertThat(value("has(buyer.grp)", FieldKind.YES_NO, Map.of("buyer", Map.of())))
                .isEqualTo(false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + buyer.grp.head.weight       | column 15 | two references in a row | head",
                "buyer . grp . head . weight     | column 15 | two references in a row | head",
                "has(buyer.grp.head) ? 1 : 2     | column    | two references in a row | head",
                "buyer.grp.head.best.price       | column 11 | two references in a row | head",
                "1 + price.grp                   | column 5  | points to no other record | price",
                "buyer.weight.x                  | column 7  | points to no other record | weight",
                "buyer.grp.discont               | column 11 | there is no field | discont",
                "buyer.group.discount            | column 7  | there is no field | group",
                "buyer.grp + 1                   | column 11 | does not go with | groups"
            })
    void whatCannotBeFollowedIsToldAtItsPlace(String formula, String place, String reason, String name) {
        FormulaFault fault =
                catchThrowableOfType(FormulaFault.class, () -> LANGUAGE.read(formula.strip(), FieldKind.NUMBER));
        assertThat(fault.text().in(Language.EN)).contains(place.strip(), reason.strip(), name.strip());
    }

    @Test
    void namesStandWithTheStepsBeforeThem() {
        assertThat(FormulaText.names("buyer.grp.discount + size(buyer.name.trim())"))
                .containsExactlyInAnyOrder(
                        new FormulaText.Name("", "buyer"),
                        new FormulaText.Name("buyer", "grp"),
                        new FormulaText.Name("buyer.grp", "discount"),
                        new FormulaText.Name("buyer", "name"));
        assertThat(FormulaText.renamed(
                        "a.a.a + a", "a", "b", (relation, name) -> relation.equals("a") || relation.equals("a.a")))
                .isEqualTo("a.b.b + a");
    }

    private static List<String> missing(String formula, Map<String, Object> values) throws FormulaFault {
        Map<String, Object> record = new HashMap<>(values);
        return LANGUAGE.read(formula, FieldKind.NUMBER).missing(record::get, record).stream()
                .map(name -> name.relation().isEmpty() ? name.field() : name.relation() + "." + name.field())
                .toList();
    }

    @Test
    void whatIsMissingIsNamedAsItIsWritten() throws FormulaFault {
        Map<String, Object> none = Map.of("buyer", Map.of());
        Map<String, Object> between = Map.of("buyer", Map.of("grp", Map.of()));
        assertThat(missing("1 + price", none)).containsExactly("price");
        assertThat(missing("buyer.grp.discount * 2", none)).containsExactly("buyer.grp");
        assertThat(missing("\n size('ß😀') + \n buyer . grp . discount", between))
                .containsExactly("buyer.grp.discount");
        assertThat(missing("has(buyer.grp.discount) ? buyer.grp.discount : price", none))
                .as("what is asked for beforehand is not missed")
                .containsExactly("price");
        assertThat(missing("has(price) ? price : 1", none)).isEmpty();
        assertThat(missing("1 / 0", none)).isEmpty();
        assertThat(missing("buyer.weight + 1", Map.of("buyer", Map.of("weight", Formula.entering(BigDecimal.ONE)))))
                .isEmpty();
    }
}
