package org.quanhe.crm.automation.control;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.quanhe.crm.automation.Parameter;
import org.quanhe.crm.automation.spi.Arguments;

/**
 * The actions of an automation, one behind the other: a branch is a step that may go on elsewhere. A run needs no more
 * than a number to know where it stands, and always ends: no step leads back.
 */
final class Program {
    static final String BRANCH = "branch";

    /** What a branch is made of; the editor asks for it as for an action's arguments. */
    static final List<Parameter> PARAMETERS = List.of(
            Parameter.of("if", Parameter.Kind.CONDITION),
            Parameter.of("then", Parameter.Kind.STEPS),
            Parameter.of("else", Parameter.Kind.STEPS));

    private final List<Op> ops = new ArrayList<>();

    private Program() {}

    /** One step. */
    sealed interface Op {}

    /** Does something. */
    record Do(Arguments step) implements Op {}

    /** Goes on with the next step where the condition holds, else with that one. */
    record Fork(Arguments step, int otherwise) implements Op {}

    /** Goes on with that step. */
    record Jump(int to) implements Op {}

    static Program of(List<Arguments> actions) {
        Program program = new Program();
        program.add(actions);
        return program;
    }

    private void add(List<Arguments> actions) {
        for (Arguments step : actions) {
            if (step.text("do").equals(BRANCH)) {
                int fork = ops.size();
                ops.add(new Jump(0));
                add(step.list("then"));
                int jump = ops.size();
                ops.add(new Jump(0));
                ops.set(fork, new Fork(step, ops.size()));
                add(step.list("else"));
                ops.set(jump, new Jump(ops.size()));
            } else {
                ops.add(new Do(step));
            }
        }
    }

    int size() {
        return ops.size();
    }

    /** Everything that it may do, whichever way it goes. */
    Stream<Arguments> steps() {
        return ops.stream().filter(Do.class::isInstance).map(op -> ((Do) op).step());
    }

    Op at(int step) {
        return ops.get(step);
    }
}
