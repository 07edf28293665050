package org.quanhe.crm.automation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.automation.Automations;
import org.quanhe.crm.automation.Parameter;
import org.quanhe.crm.automation.spi.Action;
import org.quanhe.crm.automation.spi.Arguments;
import org.quanhe.crm.automation.spi.CalledTrigger;
import org.quanhe.crm.automation.spi.Trigger;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.control.RecordCondition;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;

/** Reads documents of automations, and says all that is wrong with one at once. */
@ApplicationScoped
public class Definitions {
    private static final int LONGEST_NAME = 200;
    private static final int MOST_STEPS = 100;
    private static final Set<String> MEMBERS = Set.of("name", "type", "active", "trigger", "condition", "actions");

    private final Map<String, Trigger> triggers = new TreeMap<>();
    private final Map<String, Action> actions = new TreeMap<>();

    @Inject
    private RecordTypes types;

    protected Definitions() {
        // for the proxy
    }

    @Inject
    Definitions(@Any Instance<Trigger> knownTriggers, @Any Instance<Action> knownActions) {
        knownTriggers.forEach(trigger -> triggers.put(trigger.code(), trigger));
        knownActions.forEach(action -> actions.put(action.code(), action));
    }

    /** What triggers and actions say of themselves. */
    Automations.Vocabulary vocabulary() {
        List<Automations.Word> on = triggers.values().stream()
                .map(trigger -> new Automations.Word(
                        trigger.code(),
                        "ui.auto.on." + trigger.code(),
                        "automation.trigger." + trigger.code(),
                        trigger.parameters(),
                        trigger instanceof CalledTrigger))
                .toList();
        List<Automations.Word> does = new ArrayList<>(actions.values().stream()
                .map(action -> action(action.code(), action.parameters()))
                .toList());
        does.add(action(Program.BRANCH, Program.PARAMETERS));
        return new Automations.Vocabulary(on, List.copyOf(does));
    }

    private static Automations.Word action(String code, List<Parameter> parameters) {
        return new Automations.Word(code, "ui.auto.do." + code, "automation.action." + code, parameters, false);
    }

    /** Names of arguments that are kept apart, for actions of that code. */
    Set<String> secretsOf(String code) {
        Action action = actions.get(code);
        return action == null ? Set.of() : action.secrets();
    }

    /** Which arguments of that action number records; none of one that is not known. */
    Map<String, String> mentions(String code) {
        Action action = actions.get(code);
        return action == null ? Map.of() : action.mentions();
    }

    /**
     * Which arguments of that trigger number records; none of one that is not known.
     *
     * @param said the arguments
     */
    Map<String, String> mentions(String code, Map<?, ?> said, RecordTypeView type) {
        Trigger trigger = triggers.get(code);
        return trigger == null ? Map.of() : trigger.mentions(said, type);
    }

    Action action(String code) {
        Action action = actions.get(code);
        if (action == null) {
            throw CrmException.invalid("automation.error.noAction", code);
        }
        return action;
    }

    /** Reads a stored document; throws INVALID where it does not fit the record types any more. */
    Definition read(String document) {
        return read(JsonText.readMap(document));
    }

    /**
     * Reads a document.
     *
     * @throws CrmException INVALID, naming every place that is wrong
     */
    Definition read(Map<String, ?> document) {
        return read(document, this::type);
    }

    /** The record type of that name as it is now. */
    Optional<RecordTypeView> type(String name) {
        return types.find(name).map(RecordTypeDescriptor::view);
    }

    /**
     * Reads a document on other record types than those of now.
     *
     * @throws CrmException INVALID, naming every place that is wrong
     */
    Definition read(Map<String, ?> document, Function<String, Optional<RecordTypeView>> known) {
        List<Violation> violations = new ArrayList<>();
        document.keySet().stream()
                .filter(name -> !MEMBERS.contains(name))
                .forEach(name ->
                        violations.add(new Violation(name, LocalizedMessage.of("records.metadata.error.unknown"))));
        String name = document.get("name") instanceof String text ? text.strip() : "";
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            violations.add(new Violation("name", LocalizedMessage.of("automation.error.name", LONGEST_NAME)));
        }
        String typeName = document.get("type") instanceof String text ? text : "";
        RecordTypeView type = known.apply(typeName).orElse(null);
        if (type == null) {
            violations.add(new Violation("type", LocalizedMessage.of("records.error.unknownType", typeName)));
            throw CrmException.invalid(violations);
        }
        Arguments on = new Arguments("trigger", object(document.get("trigger")), type, violations);
        Trigger trigger = triggers.get(on.text("on"));
        if (trigger == null) {
            on.wrong("on", "records.error.noChoice", on.text("on"), listed(triggers.keySet()));
        } else {
            Described.check(trigger.parameters(), on);
            trigger.check(on);
        }
        String conditionText = document.get("condition") instanceof String text ? text.strip() : "";
        RecordCondition condition = condition(type, "condition", conditionText, violations);
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("actions", document.get("actions"));
        List<Arguments> steps = new Arguments("", whole, type, violations).list("actions");
        if (steps.isEmpty()) {
            violations.add(new Violation("actions", LocalizedMessage.of("automation.error.noSteps")));
        }
        check(steps, violations);
        Program program = Program.of(steps);
        if (program.size() > MOST_STEPS) {
            violations.add(
                    new Violation("actions", LocalizedMessage.of("records.error.tooMany", program.size(), MOST_STEPS)));
        }
        if (trigger == null || !violations.isEmpty()) {
            throw CrmException.invalid(violations);
        }
        boolean active = !Boolean.FALSE.equals(document.get("active"));
        boolean watches = program.steps()
                .map(step -> actions.get(step.text("do")))
                .anyMatch(action -> action != null && action.watches());
        return new Definition(name, type, active, trigger, on, condition, conditionText, program, watches);
    }

    private void check(List<Arguments> steps, List<Violation> violations) {
        for (Arguments step : steps) {
            String code = step.text("do");
            if (code.equals(Program.BRANCH)) {
                Described.check(Program.PARAMETERS, step);
                check(step.list("then"), violations);
                check(step.list("else"), violations);
            } else if (actions.containsKey(code)) {
                Action action = actions.get(code);
                Described.check(action.parameters(), step);
                action.check(step);
            } else {
                step.wrong("do", "records.error.noChoice", code, listed(actions.keySet()));
            }
        }
    }

    private static RecordCondition condition(
            RecordTypeView type, String path, String text, List<Violation> violations) {
        try {
            return RecordCondition.parse(type, text);
        } catch (CrmException wrong) {
            violations.add(new Violation(path, wrong.text()));
            return RecordCondition.ALWAYS;
        }
    }

    private static LocalizedMessage listed(Set<String> codes) {
        return LocalizedMessage.of("records.list", String.join(", ", codes));
    }

    private static Map<String, Object> object(@Nullable Object value) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> object.put(key.toString(), one));
        }
        return object;
    }
}
