package org.quanhe.crm.processes.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.quanhe.crm.processes.control.Plan.PlannedStep;

/** What holds for the choice of the next step, whatever process it is. */
class RoutePropertyTest {
    private static final List<String> KEYS = List.of("a", "b", "c", "d", "e", "f");

    @Provide
    Arbitrary<Plan> plans() {
        Arbitrary<List<String>> next = Arbitraries.of(KEYS).list().ofMaxSize(3).injectNull(0.5);
        return Combinators.combine(
                        Arbitraries.integers().between(1, KEYS.size()),
                        next.list().ofSize(KEYS.size()))
                .as((count, followers) -> {
                    List<PlannedStep> steps = new ArrayList<>();
                    for (int i = 0; i < count; i++) {
                        steps.add(step(KEYS.get(i), followers.get(i)));
                    }
                    return new Plan(Map.of(), "customers", false, steps);
                });
    }

    @Provide
    Arbitrary<Set<String>> open() {
        return Arbitraries.of(KEYS).set();
    }

    private static PlannedStep step(String key, List<String> next) {
        return new PlannedStep(key, Map.of(), 1, Map.of(), List.of(), "", "", null, next);
    }

    @Property
    void theFirstCandidateThatMayBeEnteredFollows(@ForAll("plans") Plan plan, @ForAll("open") Set<String> open) {
        for (PlannedStep done : plan.steps()) {
            List<PlannedStep> candidates = Route.candidates(plan, done);
            Optional<PlannedStep> next = Route.after(plan, done, step -> open.contains(step.key()));
            if (next.isPresent()) {
                int at = candidates.indexOf(next.get());
                assertThat(open).contains(next.get().key());
                assertThat(candidates.subList(0, at))
                        .allSatisfy(passed -> assertThat(open).doesNotContain(passed.key()));
            } else {
                assertThat(candidates).allSatisfy(step -> assertThat(open).doesNotContain(step.key()));
            }
        }
    }

    @Property
    void onlyNamedStepsLeadBack(@ForAll("plans") Plan plan, @ForAll("open") Set<String> open) {
        for (PlannedStep done : plan.steps()) {
            Route.after(plan, done, step -> open.contains(step.key()))
                    .filter(next -> done.next() == null)
                    .ifPresent(next -> assertThat(plan.indexOf(next.key())).isGreaterThan(plan.indexOf(done.key())));
        }
    }

    @Property
    void aRunBeginsOnTheFirstStepThatMayBeEntered(@ForAll("plans") Plan plan, @ForAll("open") Set<String> open) {
        assertThat(Route.first(plan, step -> open.contains(step.key())).map(PlannedStep::key))
                .isEqualTo(plan.steps().stream()
                        .map(PlannedStep::key)
                        .filter(open::contains)
                        .findFirst());
    }
}
