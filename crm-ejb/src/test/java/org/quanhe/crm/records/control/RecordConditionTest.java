package org.quanhe.crm.records.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.RecordTypeView;

/** Conditions by themselves: in the words of filters, and as CEL. */
class RecordConditionTest {
    private static final RecordTypeView ROOMS = new RecordTypeView(
            "rooms",
            "pi-box",
            List.of(
                    field("name", FieldKind.TEXT),
                    field("area", FieldKind.NUMBER),
                    field("tags", FieldKind.CHOICES),
                    field("built", FieldKind.DATE),
                    field("customer", FieldKind.REFERENCE)),
            "name",
            true,
            true,
            true);

    private static FieldView field(String name, FieldKind kind) {
        String target = kind == FieldKind.REFERENCE ? "customers" : "";
        return new FieldView(name, kind, name, List.of(), target, "", 300, Set.of());
    }

    private static final Map<String, Object> ROOM = Map.of(
            "name",
            "Phòng họp",
            "area",
            new BigDecimal("41.5"),
            "tags",
            List.of("vip"),
            "built",
            LocalDate.of(2024, 2, 29));

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "name == \"phong hop\"                        # true",
                "area * 600 > 24000                           # true",
                "area * 600 > 24900                           # false",
                "name == \"phong hop\" && area + 1 > 2        # false",
                "size(name) == 9 || area / 0 > 1              # true",
                "tags.exists(t, t.startsWith(\"v\"))          # true",
                "has(area) && 42 > area                       # true",
                "!has(built)                                  # false",
            })
    void aConditionHoldsOrNot(String text, boolean holds) {
        assertThat(RecordCondition.parse(ROOMS, text).holds(ROOM)).isEqualTo(holds);
    }

    @Test
    void withoutItsValuesCelIsFalseUnlessItAsksForThem() {
        assertThat(RecordCondition.parse(ROOMS, "area * 2 < 1000").holds(Map.of()))
                .isFalse();
        assertThat(RecordCondition.parse(ROOMS, "!has(area) || area * 2 > 1000").holds(Map.of()))
                .isTrue();
        assertThat(RecordCondition.parse(ROOMS, "size(tags) + 1 == 1").holds(Map.of()))
                .isTrue();
    }

    @Test
    void whatItLooksAtIsKnownAndAnIndexIsAskedForNoLess() {
        RecordCondition cel = RecordCondition.parse(ROOMS, "area * 600 > 24000 && size(name) > 2");
        assertThat(cel.fields()).containsExactlyInAnyOrder("area", "name");
        assertThat(cel.filter()).isEqualTo(Filter.ALL);
        assertThat(RecordCondition.parse(ROOMS, "area > 2").filter()).isNotEqualTo(Filter.ALL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "colour == 1                # records.filter.unknownField",
                "colour * 2 > 1             # records.filter.unknownField",
                "area ==                    # records.filter.missingValue",
                "((                         # records.filter.missingField",
                "built > \"soon\"           # records.filter.literal.DATE",
                "area * \"x\" > 1           # records.formula.error.place",
                "area * 2                   # records.condition.noYesNo",
                "size(name) * 2             # records.condition.noYesNo",
                "length(name) > 2           # records.formula.error.place",
            })
    void whatIsWrongIsSaidInTheWordsInWhichItWasMeant(String text, String key) {
        assertThatThrownBy(() -> RecordCondition.parse(ROOMS, text))
                .isInstanceOfSatisfying(
                        CrmException.class,
                        wrong -> assertThat(wrong.text().key()).isEqualTo(key));
    }

    /** The same thing written both ways. */
    @Property
    void filterAndCelMeanTheSame(
            @ForAll @BigRange(min = "-1000", max = "1000") @Scale(4) BigDecimal bound,
            @ForAll @BigRange(min = "-1000", max = "1000") @Scale(4) BigDecimal area,
            @ForAll boolean there) {
        Map<String, Object> room = new HashMap<>();
        if (there) {
            room.put("area", area);
        }
        String number = bound.toPlainString();
        boolean holds = RecordCondition.parse(ROOMS, "area > " + number).holds(room);
        assertThat(RecordCondition.parse(ROOMS, "area + 0 > " + number).holds(room))
                .isEqualTo(holds);
        assertThat(holds).isEqualTo(there && area.compareTo(bound) > 0);
    }
}
