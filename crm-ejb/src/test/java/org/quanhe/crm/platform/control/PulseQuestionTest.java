package org.quanhe.crm.platform.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is told what the database answered. */
class PulseQuestionTest {
    private final List<String> told = new ArrayList<>();

    private final PulseQuestion always = PulseQuestion.always(() -> told.add("always"));
    private final PulseQuestion due = PulseQuestion.whileFound("select due", () -> told.add("due"));
    private final PulseQuestion model = PulseQuestion.whenOther("select version", () -> told.add("model"));

    private List<String> after(PulseQuestion question, Object... answers) {
        told.clear();
        PulseQuestion.toTell(List.of(question), Arrays.asList(answers)).forEach(PulseQuestion::tell);
        return told;
    }

    @Test
    void allAreAskedInOne() {
        assertThat(PulseQuestion.together(List.of(due, model)))
                .isEqualTo("select 0, (select due), (select version)"
                        + " from (select cast(? as timestamp(3)) as now_at) moment");
    }

    @Test
    void whoWaitsIsToldAsLongAsSomethingIsFound() {
        assertThat(after(due, 0, 1)).containsExactly("due");
        assertThat(after(due, 0, 1)).containsExactly("due");
        assertThat(after(due, 0, null)).isEmpty();
        assertThat(after(always, 0, null)).containsExactly("always");
    }

    @Test
    void whoWaitsForAnotherValueIsToldOfEachAndTwiceMore() {
        for (Object value : List.of(7L, 8L)) {
            for (int time = 0; time < 3; time++) {
                assertThat(after(model, 0, value))
                        .as("%s for the %s. time", value, time)
                        .containsExactly("model");
            }
            assertThat(after(model, 0, value)).isEmpty();
        }
        assertThat(after(model, 0, null)).containsExactly("model");
    }

    @Test
    void withoutAnAnswerAllLook() {
        assertThat(after(due)).containsExactly("due");
        assertThat(after(model)).containsExactly("model");
    }

    @Test
    void whoCouldNotLookIsToldAgain() {
        PulseQuestion failing = PulseQuestion.whenOther("select version", () -> {
            told.add("failing");
            throw new IllegalStateException("not now");
        });
        for (int time = 0; time < 5; time++) {
            assertThat(after(failing, 0, 7L)).containsExactly("failing");
        }
    }
}
