package org.quanhe.crm.records.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.FilterText;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.ui.ConditionRows.Group;
import org.quanhe.crm.records.ui.ConditionRows.Join;
import org.quanhe.crm.records.ui.ConditionRows.Row;

/** What is picked is written, and what is written is picked again. */
class ConditionRowsPropertyTest {
    private static final RecordTypeView TYPE = new RecordTypeView(
            "things",
            "",
            List.of(field("name", FieldKind.TEXT), field("size", FieldKind.NUMBER), field("day", FieldKind.DATE)),
            "name",
            true,
            true,
            true);

    private static FieldView field(String name, FieldKind kind) {
        return new FieldView(name, kind, "things." + name, List.of(), "", "", 200, Set.of());
    }

    @Provide
    Arbitrary<Row> rows() {
        Arbitrary<String> words = Arbitraries.of("Huế", "a \"b\" \\ c", "&& || !(", "杭州", "");
        return Arbitraries.oneOf(
                Combinators.combine(Arbitraries.of("EQ", "NE", "CONTAINS", "STARTS_WITH"), words)
                        .as((operator, word) -> new Row("name", operator, word)),
                Combinators.combine(
                                Arbitraries.of("EQ", "NE", "GT", "GE", "LT", "LE"),
                                Arbitraries.integers().between(-9, 9))
                        .as((operator, number) -> new Row("size", operator, number.toString())),
                Arbitraries.of(
                        new Row("day", "LE", "2026-11-24"),
                        new Row("day", "PRESENT", ""),
                        new Row("day", "ABSENT", "")));
    }

    @Provide
    Arbitrary<ConditionRows> conditions() {
        Arbitrary<Join> joins = Arbitraries.of(Join.values());
        Arbitrary<Group> groups = Combinators.combine(
                        joins, rows().list().ofMinSize(1).ofMaxSize(3))
                .as((join, rows) -> new Group(1, join, rows));
        return Combinators.combine(
                        joins, rows().list().ofMaxSize(3), groups.list().ofMaxSize(3))
                .as((join, rows, all) -> {
                    List<Group> numbered = new ArrayList<>();
                    all.forEach(group -> numbered.add(new Group(numbered.size() + 1, group.join(), group.rows())));
                    return new ConditionRows(join, rows, numbered);
                });
    }

    @Property(tries = 500)
    void whatIsPickedCanBeDrawnAgainAndMeansTheSame(
            @ForAll("conditions") ConditionRows picked, @ForAll @IntRange(max = 28) int world) {
        String text = picked.text(TYPE);
        ConditionRows drawn = ConditionRows.of(TYPE, text).orElseThrow();
        String again = drawn.text(TYPE);
        assertThat(holds(FilterText.parse(TYPE, again, 0), world))
                .as("%s and %s", text, again)
                .isEqualTo(holds(FilterText.parse(TYPE, text, 0), world));
        assertThat(ConditionRows.of(TYPE, again).orElseThrow()).isEqualTo(drawn);
    }

    /** Whether the condition holds where each of its comparisons holds or not as that world has it. */
    private static boolean holds(Filter filter, int world) {
        if (filter instanceof Filter.And and) {
            return and.parts().stream().allMatch(part -> holds(part, world));
        }
        if (filter instanceof Filter.Or or) {
            return or.parts().stream().anyMatch(part -> holds(part, world));
        }
        if (filter instanceof Filter.Not not) {
            return !holds(not.part(), world);
        }
        return (filter.toString().hashCode() >> (world) & 1) == 1;
    }

    @Example
    void groupsStandInBracketsAndNoneIsANegation() {
        ConditionRows picked = new ConditionRows(
                Join.ALL,
                List.of(new Row("size", "GT", "5")),
                List.of(
                        new Group(1, Join.ANY, List.of(new Row("name", "EQ", "a"), new Row("name", "EQ", "b"))),
                        new Group(2, Join.NONE, List.of(new Row("day", "PRESENT", ""), new Row("size", "EQ", "7")))));
        String text = "size > 5 && (name == \"a\" || name == \"b\") && !(has(day) || size == 7)";
        assertThat(picked.text(TYPE)).isEqualTo(text);
        assertThat(ConditionRows.of(TYPE, text)).contains(picked);
    }

    @Example
    void whatIsDeeperStaysText() {
        for (String text : Set.of("size in [1, 2]", "(size > 1 || (size < 0 && has(day)) || has(name)) && has(day)")) {
            assertThat(ConditionRows.of(TYPE, text)).as(text).isEmpty();
        }
    }
}
