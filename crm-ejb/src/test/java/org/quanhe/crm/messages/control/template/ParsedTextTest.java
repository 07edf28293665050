package org.quanhe.crm.messages.control.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.messages.control.template.Part.Choice;
import org.quanhe.crm.messages.control.template.Part.Literal;
import org.quanhe.crm.messages.control.template.Part.Value;

class ParsedTextTest {
    @Test
    void textValuesAndChoicesStandInOrder() {
        ParsedText read = ParsedText.of("Chào {{ name }}{{#if city == \"Huế\"}}!{{else}}?{{/if}}");
        assertThat(read.faults()).isEmpty();
        assertThat(read.parts())
                .containsExactly(
                        new Literal("Chào "),
                        new Value("name", new Place(1, 6)),
                        new Choice(
                                "city == \"Huế\"",
                                new Place(1, 16),
                                List.of(new Literal("!")),
                                List.of(new Literal("?"))));
    }

    @Test
    void aConditionOnALineOfItsOwnLeavesNoEmptyLine() {
        ParsedText read = ParsedText.of("a\n  {{#if b}}\nc\n{{/if}}\nd");
        assertThat(read.parts())
                .containsExactly(
                        new Literal("a\n"),
                        new Choice("b", new Place(2, 3), List.of(new Literal("c\n")), List.of()),
                        new Literal("d"));
    }

    @Test
    void choicesStandInsideEachOther() {
        ParsedText read = ParsedText.of("{{#if a}}{{#if b}}1{{else}}2{{/if}}{{else}}3{{/if}}");
        assertThat(read.faults()).isEmpty();
        assertThat(((Choice) read.parts().get(0)).then().get(0)).isInstanceOf(Choice.class);
    }

    @Test
    void allFaultsAreFoundEachAtItsPlace() {
        List<Fault> faults = ParsedText.of("{{/if}}\nx {{a b}}\n张{{#if}}\n{{else}}{{else}} {{ooops")
                .faults();
        assertThat(faults)
                .extracting(Fault::place)
                .containsExactlyInAnyOrder(
                        new Place(1, 1), // no #if before it
                        new Place(2, 3), // no path
                        new Place(3, 2), // no condition
                        new Place(4, 9), // a second else
                        new Place(4, 18), // not closed
                        new Place(3, 2)); // without an end
    }

    @Test
    void aThousandConditionsInsideEachOtherAreRefused() {
        assertThat(ParsedText.of("{{#if a}}".repeat(1_000)).faults())
                .extracting(fault -> fault.text().key())
                .contains("messages.error.tooDeep");
    }

    @Property
    void plainTextStaysAsItIs(@ForAll @CharRange(from = ' ', to = 'z') String text) {
        assertThat(ParsedText.of(text).parts()).isEqualTo(text.isEmpty() ? List.of() : List.of(new Literal(text)));
    }

    @Property
    void everyTextIsReadToItsEnd(@ForAll("scraps") List<String> scraps) {
        assertThat(ParsedText.of(String.join("", scraps))).isNotNull();
    }

    @Provide
    Arbitrary<List<String>> scraps() {
        return Arbitraries.of("{{", "}}", "{{#if a}}", "{{else}}", "{{/if}}", "\n", "{{name}}", " ", "张", "{")
                .list()
                .ofMaxSize(30);
    }
}
