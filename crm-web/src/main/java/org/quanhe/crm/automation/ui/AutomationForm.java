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
    private String name = "";
    private String type = "";
    private boolean active = true;
    private TriggerForm trigger = TriggerForm.fresh();
    private ConditionRows conditions = ConditionRows.EMPTY;
    private List<ActionRow> actions = List.of();
    private String document = "";
    private boolean picked = true;

    /** The form of a new automation on that type. */
    static AutomationForm fresh(String type) {
        AutomationForm form = new AutomationForm();
        form.type = type;
        form.document = JsonText.write(form.picked(Optional.empty()));
        return form;
    }

    /** The form of an automation that is there. */
    static AutomationForm of(Map<String, Object> document, Optional<RecordTypeView> type) {
        AutomationForm form = new AutomationForm();
        form.document = JsonText.write(document);
        form.name = text(document, "name");
        form.type = text(document, "type");
        form.active = !Boolean.FALSE.equals(document.get("active"));
        Map<?, ?> on = document.get("trigger") instanceof Map<?, ?> map ? map : Map.of();
        Optional<TriggerForm> trigger = TriggerForm.of(on);
        form.trigger = trigger.orElse(form.trigger);
        Optional<ConditionRows> rows = type.flatMap(known -> ConditionRows.of(known, text(document, "condition")));
        List<ActionRow> lines = new ArrayList<>();
        boolean all = rows.isPresent() && trigger.isPresent();
        if (document.get("actions") instanceof List<?> steps) {
            for (Object step : steps) {
                Optional<ActionRow> line = step instanceof Map<?, ?> map ? ActionRow.of(map) : Optional.empty();
                all = all && line.isPresent();
                line.ifPresent(lines::add);
            }
        }
        form.conditions = rows.orElse(form.conditions);
        form.actions = lines;
        form.picked = all;
        return form;
    }

    /** The form as it was sent. */
    static AutomationForm read(HttpServletRequest request) {
        AutomationForm form = new AutomationForm();
        form.name = parameter(request, "name");
        form.type = parameter(request, "type");
        form.active = request.getParameter("active") != null;
        form.trigger = TriggerForm.read(request);
        form.document = parameter(request, "document");
        form.picked = !parameter(request, "mode").equals("document");
        form.conditions = ConditionRows.read(request, "c.");
        List<ActionRow> lines = new ArrayList<>();
        for (int i = 0; i < count(request, "a.do"); i++) {
            lines.add(new ActionRow(at(request, "a.do", i), at(request, "a.first", i), at(request, "a.second", i)));
        }
        form.actions = lines;
        return form;
    }

    private static int count(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? 0 : values.length;
    }

    private static String at(HttpServletRequest request, String name, int index) {
        String[] values = request.getParameterValues(name);
        return values != null && index < values.length ? values[index].strip() : "";
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
        Map<String, Object> to = picked(known);
        known.map(conditions::text).filter(text -> !text.isEmpty()).ifPresent(text -> to.put("condition", text));
        return to;
    }

    private Map<String, Object> picked(Optional<RecordTypeView> known) {
        Map<String, Object> to = new LinkedHashMap<>();
        to.put("name", name);
        to.put("type", type);
        to.put("active", active);
        to.put("trigger", trigger.document(known));
        to.put(
                "actions",
                actions.stream()
                        .filter(line -> !line.isBlank())
                        .map(ActionRow::document)
                        .toList());
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

    public TriggerForm getTrigger() {
        return trigger;
    }

    public ConditionRows getConditions() {
        return conditions;
    }

    /** The lines, and one more to fill in. */
    public List<ActionRow> getActions() {
        List<ActionRow> lines = new ArrayList<>(actions);
        if (lines.isEmpty() || !lines.get(lines.size() - 1).isBlank()) {
            lines.add(new ActionRow("", "", ""));
        }
        return lines;
    }

    public String getDocument() {
        return document;
    }

    /** The lines say all that the automation is. */
    public boolean isPicked() {
        return picked;
    }
}
