package org.quanhe.crm.processes.control;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.quanhe.crm.processes.control.Plan.PlannedStep;

/** Which step follows: of those that may, the first whose entry condition holds; none, and the process ends. */
public final class Route {
    private Route() {}

    /** The step on which a run begins. */
    public static Optional<PlannedStep> first(Plan plan, Predicate<PlannedStep> mayEnter) {
        return plan.steps().stream().filter(mayEnter).findFirst();
    }

    /** The step behind that one; a key that the plan does not have is passed over. */
    public static Optional<PlannedStep> after(Plan plan, PlannedStep done, Predicate<PlannedStep> mayEnter) {
        return candidates(plan, done).stream().filter(mayEnter).findFirst();
    }

    /** The steps that may follow, in the order in which they are tried. */
    public static List<PlannedStep> candidates(Plan plan, PlannedStep done) {
        List<String> next = done.next();
        return next == null
                ? plan.steps()
                        .subList(plan.indexOf(done.key()) + 1, plan.steps().size())
                : next.stream()
                        .map(key -> plan.step(key).orElse(null))
                        .filter(Objects::nonNull)
                        .toList();
    }
}
