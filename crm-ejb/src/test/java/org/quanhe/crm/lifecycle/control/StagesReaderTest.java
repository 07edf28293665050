package org.quanhe.crm.lifecycle.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.lifecycle.LifecycleTemplate;
import org.quanhe.crm.lifecycle.Stage;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.Language;

/** Documents of stages, templates, and where records of stages that go belong. */
class StagesReaderTest {
    private static final Set<String> TYPES = Set.of("customers", "leads");

    @Test
    @Tag("R167")
    void whatWasNeverStoredIsTheTemplateOfFiveInFourLanguages() {
        Stages stages = StagesReader.stored("{}", TYPES);
        assertThat(stages.codes()).containsExactly("reach", "acquire", "convert", "keep", "loyalty");
        for (Stage stage : stages.stages()) {
            for (Language language : Language.values()) {
                assertThat(stage.names().get(language.tag())).isNotBlank().doesNotContain("lifecycle.");
            }
            assertThat(stage.steps()).hasSize(2);
        }
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        for (LifecycleTemplate template : TemplateChoice.ALL) {
            Map<String, Object> document = StagesReader.document(template.stages());
            assertThat(StagesReader.sent(document, TYPES).stages()).isEqualTo(template.stages());
            Stages stages =
                    new Stages(template.stages(), Map.of("old", new Stages.Former(Map.of("en", "Old"), "keep")));
            assertThat(StagesReader.stored(StagesReader.text(stages), TYPES)).isEqualTo(stages);
        }
    }

    @Test
    void recordsOfAStageThatWentFindTheirHeirAlsoByWayOfOthers() {
        Stages first = new Stages(TemplateChoice.FIRST.stages(), Map.of());
        Stages second = first.replacedBy(first.stages().subList(0, 4), Map.of("loyalty", "keep"));
        Stages third = second.replacedBy(second.stages().subList(0, 2), Map.of("keep", "acquire", "convert", "reach"));
        assertThat(third.heir("loyalty").code()).isEqualTo("acquire");
        assertThat(third.heir("convert").code()).isEqualTo("reach");
        assertThat(third.heir("never").code()).isEqualTo("reach");
        assertThat(third.heir(null).code()).isEqualTo("reach");
        assertThat(third.title("loyalty").in(Language.VI)).isEqualTo("Trung thành");
        Stages back = third.replacedBy(first.stages(), Map.of());
        assertThat(back.former()).isEmpty();
    }

    @Test
    @Tag("R167")
    void aTemplateSuggestsStagesAtAboutTheSamePlace() {
        Stages five = new Stages(TemplateChoice.FIRST.stages(), Map.of());
        LifecycleTemplate three = TemplateChoice.ALL.get(1);
        assertThat(TemplateChoice.suggestedMoves(five, three))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("reach", "acquire", "convert", "retain", "keep", "extend", "loyalty", "extend"));
    }

    @Test
    void moreThanThirtyStagesAreRefused() {
        List<Map<String, Object>> many = IntStream.range(0, 31)
                .mapToObj(i -> Map.<String, Object>of("code", "s" + i, "name", Map.of("en", "S")))
                .toList();
        assertThatThrownBy(() -> StagesReader.sent(Map.of("stages", many), TYPES))
                .isInstanceOf(CrmException.class)
                .hasMessageContaining("tooMany");
    }
}
