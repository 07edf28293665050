package org.quanhe.crm.processes.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.Language;

class PlanReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'steps': 'many'} | steps",
                "{'steps': [{'key': 'A b'}]} | steps[0].key",
                "{'steps': [{'key': 'a'}, {'key': 'a'}]} | steps[1].key",
                "{'steps': [{'key': 'a', 'team': -1}]} | steps[0].team",
                "{'steps': [{'key': 'a', 'next': 'b'}]} | steps[0].next",
                "{'steps': [{'key': 'a', 'target': {'weeks': 2}}]} | steps[0].target.weeks",
                "{'steps': [{'key': 'a', 'ask': [{'question': 'q', 'kind': 'reference'}]}]} | steps[0].ask[0].kind",
                "{'steps': [{'key': 'a', 'ask': [{'question': 'q'}, {'field': 'q'}]}]} | steps[0].ask[1].field",
                "{'name': {'de': 'Ablauf'}} | name.de",
                "{'color': 'red'} | color"
            })
    void whatCannotBeReadIsToldAtItsPlace(String document, String place) {
        CrmException refused =
                catchThrowableOfType(CrmException.class, () -> PlanReader.stored(document.replace('\'', '"')));
        assertThat(refused.violations()).extracting(Violation::field).contains(place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "long-text", "number", "money", "date", "choice", "choices", "yes-no"})
    void aStepHasQuestionsOfItsOwnOfEachKind(String kind) {
        Plan plan = PlanReader.stored(
                "{\"steps\":[{\"key\":\"a\",\"ask\":[{\"question\":\"q\",\"kind\":\"" + kind + "\"}]}]}");
        assertThat(plan.steps().get(0).asks().get(0).kind().name())
                .isEqualTo(kind.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    @Test
    void aTargetIsWorkingMinutes() {
        Plan plan = PlanReader.stored("{\"steps\":[{\"key\":\"a\",\"target\":{\"hours\":3,\"days\":2}}]}");
        assertThat(plan.steps().get(0).target()).isEqualTo(new Allowed(2, 3 * 60));
    }

    @Test
    void theSampleIsACycleNamedInEveryLanguage() {
        Plan sample = PlanReader.read(SampleProcess.document());
        assertThat(sample.steps())
                .extracting(Plan.PlannedStep::key)
                .containsExactly("introduce", "communicate", "convert", "market");
        assertThat(Route.candidates(sample, sample.steps().get(3)))
                .extracting(Plan.PlannedStep::key)
                .containsExactly("communicate");
        for (Language language : Language.values()) {
            assertThat(sample.name()).containsKey(language.tag());
            assertThat(sample.steps()).allSatisfy(step -> {
                assertThat(step.name()).containsKey(language.tag());
                assertThat(step.guidance()).containsKey(language.tag());
            });
        }
    }
}
