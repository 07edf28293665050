package org.quanhe.crm.records.control.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.RecordTypeView;

/** Conditions leave the server with names instead of numbers. */
class NamedConditionsTest {
    private static final RecordTypeView TYPE = withReferences();

    private static RecordTypeView withReferences() {
        List<FieldView> fields = List.of(
                new FieldView("name", FieldKind.TEXT, "n", List.of(), "", "", 0, Set.of(FieldView.Use.TITLE)),
                new FieldView("team", FieldKind.REFERENCE, "t", List.of(), "teams", "", 0, Set.of()));
        return new RecordTypeView("customers", "pi-users", fields, "name", true, true, true);
    }

    private static String named(String condition) {
        return NamedConditions.changed(TYPE, condition, (type, id) -> "\"" + type + " " + id + "\"", true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "team == 12                            ~ team == \"teams 12\"",
                "team != '12' && name == 'a'           ~ team != \"teams 12\" && name == 'a'",
                "team in [1, 2,3]                      ~ team in [\"teams 1\", \"teams 2\",\"teams 3\"]",
                "name == 'team == 12'                  ~ name == 'team == 12'",
                "name.contains('7') || !has(team)      ~ name.contains('7') || !has(team)",
                "team == me                            ~ team == me",
            })
    void literalsOfReferencesBecomeNames(String condition, String named) {
        assertThat(named(condition)).isEqualTo(named);
    }

    @Test
    void namesWithQuotesComeBack() {
        String out = NamedConditions.changed(TYPE, "team == 5", (type, id) -> "\"a \\\"b\\\" \\\\\"", true);
        assertThat(NamedConditions.changed(TYPE, out, (type, name) -> name.equals("a \"b\" \\") ? "5" : "?", false))
                .isEqualTo("team == 5");
    }

    @Property(tries = 200)
    void thereAndBackIsTheSame(@ForAll @LongRange(min = 1, max = 999_999_999_999L) long id, @ForAll boolean list) {
        String condition = list ? "has(name) && team in [" + id + ", 3]" : "team == " + id + " || name == \"12\"";
        String back = NamedConditions.changed(
                TYPE, named(condition), (type, name) -> name.substring(type.length() + 1), false);
        assertThat(back).isEqualTo(condition);
    }
}
