package org.quanhe.crm.processes.control;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.FieldKind;

/**
 * A process as its document says.
 *
 * @param name by language
 * @param type record type
 * @param nurture it nurtures: its runs end when their record is handed over
 * @param steps in their order
 */
public record Plan(Map<String, String> name, String type, boolean nurture, List<PlannedStep> steps) {
    public Plan {
        steps = List.copyOf(steps);
    }

    /** What people call it, in their language. */
    public LocalizedMessage title() {
        return Labels.told(name);
    }

    /** The step of that key. */
    public Optional<PlannedStep> step(String key) {
        return steps.stream().filter(step -> step.key().equals(key)).findFirst();
    }

    /** Place of the step among the others, from 0; -1 where there is none. */
    public int indexOf(String key) {
        return steps.stream().map(PlannedStep::key).toList().indexOf(key);
    }

    /**
     * A step.
     *
     * @param key within the process
     * @param name by language
     * @param team number of the team that owns it, 0 where none was chosen yet
     * @param guidance by language, may be empty
     * @param asks what must be answered
     * @param enter condition under which a record comes to it, empty for always
     * @param exit condition under which it can be completed, empty for always
     * @param target working time that it may take, null for no target
     * @param next keys of the steps that may follow; null for those behind it, in their order
     */
    public record PlannedStep(
            String key,
            Map<String, String> name,
            long team,
            Map<String, String> guidance,
            List<Ask> asks,
            String enter,
            String exit,
            @Nullable Allowed target,
            @Nullable List<String> next) {
        public LocalizedMessage title() {
            return Labels.told(name);
        }
    }

    /**
     * Something a step asks.
     *
     * @param name name of a field of the record, or key of a question of its own
     * @param field it is a field of the record
     * @param kind of the answer; of a field the record type knows it
     * @param label by language; empty for a field
     * @param help by language, may be empty
     * @param required the step cannot be completed without it
     * @param choices possible answers
     */
    public record Ask(
            String name,
            boolean field,
            FieldKind kind,
            Map<String, String> label,
            Map<String, String> help,
            boolean required,
            List<Choice> choices) {}

    /** A possible answer. */
    public record Choice(String code, Map<String, String> label) {}
}
