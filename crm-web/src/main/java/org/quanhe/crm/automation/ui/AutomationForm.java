package org.quanhe.crm.automation.ui;

import jakarta.json.JsonException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.ui.ConditionRows;

/** What the form of an automation holds: picked line by line, or as the document itself. */
public class AutomationForm {
    static final String ACTIONS = "actions";
    static final String CONDITION = "condition";
    static final String TRIGGER = "trigger";
    /** Input of the record type; the page's address says the one to begin with as {@code type}. */
    static final String TYPE = "recordtype";
    /** Beside what was chosen: what the inputs were drawn for. */
    static final String DRAWN_FOR = ".was";

    private String name = "";
    private String type = "";
    private boolean active = true;
    private Map<String, Object> trigger = Map.of(StepInputs.ON, "created");
    private ConditionRows conditions = ConditionRows.EMPTY;
    private String expert = "";
    private List<Object> actions = new ArrayList<>();
    private String document = "";
    private boolean picked = true;

    /** The form of a new automation on that type. */
    static AutomationForm fresh(String type) {
        AutomationForm form = new AutomationForm();
        form.type = type;
        form.document = JsonText.write(form.picked());
        return form;
    }

    /** The form of an automation that is there. */
    static AutomationForm of(Map<String, Object> document, Optional<RecordTypeView> type, StepInputs inputs) {
        AutomationForm form = new AutomationForm();
        form.document = JsonText.write(document);
        form.name = text(document, "name");
        form.type = text(document, "type");
        form.active = !Boolean.FALSE.equals(document.get("active"));
        Map<?, ?> on = document.get(TRIGGER) instanceof Map<?, ?> map ? map : Map.of();
        boolean said = inputs.say(on, TRIGGER);
        form.trigger = said ? members(on) : form.trigger;
        Optional<ConditionRows> rows = type.flatMap(known -> ConditionRows.of(known, text(document, CONDITION)));
        form.conditions = rows.orElse(form.conditions);
        form.expert = rows.isPresent() ? "" : text(document, CONDITION);
        form.actions = document.get(ACTIONS) instanceof List<?> steps ? List.copyOf(steps) : List.of();
        form.picked = said && inputs.say(form.actions, ACTIONS);
        return form;
    }

    private static Map<String, Object> members(Map<?, ?> object) {
        Map<String, Object> members = new LinkedHashMap<>();
        object.forEach((name, value) -> members.put(name.toString(), value));
        return members;
    }

    /**
     * The form as it was sent.
     *
     * @param inputs of the record type that it was drawn for
     */
    static AutomationForm read(HttpServletRequest request, StepInputs inputs) {
        AutomationForm form = new AutomationForm();
        form.name = parameter(request, "name");
        form.type = parameter(request, TYPE);
        form.active = request.getParameter("active") != null;
        Sent sent = new Sent(request.getParameterMap());
        form.trigger = inputs.read(sent, TRIGGER, drawn(request, TRIGGER + "." + StepInputs.ON));
        form.document = parameter(request, "document");
        form.picked = !parameter(request, "mode").equals("document");
        form.conditions = ConditionRows.read(request, "c.");
        form.expert = parameter(request, "c.text");
        form.actions = inputs.read(sent, ACTIONS);
        return form;
    }

    /** What the inputs that hang on a choice were drawn for. */
    static String drawn(HttpServletRequest request, String choice) {
        String was = parameter(request, choice + DRAWN_FOR);
        return was.isEmpty() ? parameter(request, choice) : was;
    }

    /** Goes on with another trigger, and with what is left of everything else. */
    void fitted(Map<String, Object> left, ConditionRows rows, List<Object> steps) {
        trigger = left;
        conditions = rows;
        actions = steps;
    }

    /**
     * Adds, moves or takes away what a button names; the place to go on at, empty for none.
     *
     * @param added action of a step that is added, empty for a part of one
     */
    String reshape(String act, String added) {
        return new StepPlaces(actions)
                .act(act, added.isEmpty() ? new LinkedHashMap<>() : new LinkedHashMap<>(Map.of(StepInputs.DO, added)));
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "").strip();
    }

    private static String text(Map<?, ?> map, String name) {
        Object value = map.get(name);
        return value == null ? "" : value.toString();
    }

    /** The automation as a document; throws INVALID where the text is none. */
    Map<String, Object> document(Optional<RecordTypeView> known) {
        if (!picked) {
            try {
                return JsonText.readMap(document);
            } catch (JsonException | ClassCastException broken) {
                throw CrmException.invalidField("document", LocalizedMessage.of("platform.error.bodyNotJson"));
            }
        }
        Map<String, Object> to = picked();
        Optional.of(expert)
                .filter(text -> !text.isEmpty())
                .or(() -> known.map(conditions::text))
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> to.put(CONDITION, text));
        return to;
    }

    private Map<String, Object> picked() {
        Map<String, Object> to = new LinkedHashMap<>();
        to.put("name", name);
        to.put("type", type);
        to.put("active", active);
        to.put(TRIGGER, trigger);
        to.put(ACTIONS, actions);
        return to;
    }

    public String getName() {
        return name;
    }

    public String getType() {
        return type;
    }

    public boolean isActive() {
        return active;
    }

    /** The trigger as the document has it. */
    Map<String, Object> trigger() {
        return trigger;
    }

    /** Code of the trigger. */
    public String getOn() {
        return StepInputs.text(trigger.get(StepInputs.ON));
    }

    public ConditionRows getConditions() {
        return conditions;
    }

    /** The condition as text, where rows cannot say it; empty where they can. */
    public String getExpert() {
        return expert;
    }

    /** The steps as the document has them. */
    List<Object> actions() {
        return actions;
    }

    public String getDocument() {
        return document;
    }

    /** The lines say all that the automation is. */
    public boolean isPicked() {
        return picked;
    }
}
