package org.quanhe.crm.records.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What stands in a row of the queue is read as it was meant, with what led to it. */
class CalculationTaskPropertyTest {
    @Property
    void whatIsWrittenIsRead(@ForAll("tasks") CalculationTask task) {
        assertThat(CalculationTask.read(task.written())).isEqualTo(task);
    }

    @Property
    void whatIsLeftKeepsWhatLedToIt(@ForAll("tasks") CalculationTask task, @ForAll("numbers") Long last) {
        assertThat(CalculationTask.read(task.behind(last).written()).origin()).isEqualTo(task.origin());
        assertThat(task.secondTime().origin()).isEqualTo(task.origin());
    }

    @Example
    void theFormsAreThoseThatAreDescribed() {
        assertThat(CalculationTask.these(List.of(5L, 6L), Origin.SOMEBODY).written())
                .isEqualTo("5,6");
        assertThat(CalculationTask.these(List.of(5L), Origin.of(List.of(3L, 4L)))
                        .written())
                .isEqualTo("5@3,4");
        assertThat(CalculationTask.pointing("home", List.of(5L), Origin.PUBLISHED)
                        .written())
                .isEqualTo("home:5>0~");
        assertThat(CalculationTask.everything().behind(7).written()).isEqualTo(">7~");
    }

    @Provide
    Arbitrary<Long> numbers() {
        return Arbitraries.longs().between(1, Long.MAX_VALUE);
    }

    @Provide
    Arbitrary<CalculationTask> tasks() {
        Arbitrary<List<Long>> some = numbers().list().ofMinSize(1).ofMaxSize(5);
        Arbitrary<Origin> origins = Combinators.combine(numbers().list().ofMaxSize(3), Arbitraries.of(true, false))
                .as(Origin::new);
        Arbitrary<CalculationTask> these = Combinators.combine(some, origins).as(CalculationTask::these);
        Arbitrary<CalculationTask> pointing = Combinators.combine(
                        Arbitraries.of("home", "customer_2", "order.customer_2"), some, origins, numbers())
                .as((relation, ids, origin, behind) ->
                        CalculationTask.pointing(relation, ids, origin).behind(behind));
        Arbitrary<CalculationTask> all = numbers()
                .map(behind -> CalculationTask.everything().secondTime().behind(behind));
        return Arbitraries.oneOf(these, pointing, all);
    }
}
