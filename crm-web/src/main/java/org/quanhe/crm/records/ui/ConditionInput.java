package org.quanhe.crm.records.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.shell.ui.Viewer;

/**
 * A condition on records of a type as a form holds it: picked line by line, or as text where it is more than lines can
 * say.
 *
 * @param prefix beginning of the names of its inputs
 * @param label what it is the condition of
 * @param fields that can be picked
 * @param rows lines of field, operator and value
 * @param text the condition as text; where it stands it counts, not the lines
 */
public record ConditionInput(String prefix, String label, List<Choice> fields, ConditionRows rows, String text) {
    /** A field. */
    public record Choice(String code, String label) {}

    /** The condition as it is kept. */
    public static ConditionInput of(String prefix, String label, RecordTypeView type, String condition, Viewer viewer) {
        Optional<ConditionRows> rows = ConditionRows.of(type, condition);
        return new ConditionInput(
                prefix,
                label,
                fields(type, viewer),
                rows.orElse(ConditionRows.EMPTY),
                rows.isPresent() ? "" : condition);
    }

    /** What was sent. */
    public static ConditionInput read(
            HttpServletRequest request, String prefix, String label, RecordTypeView type, Viewer viewer) {
        String text = Objects.requireNonNullElse(request.getParameter(prefix + ".text"), "");
        return new ConditionInput(
                prefix, label, fields(type, viewer), ConditionRows.read(request, prefix + "."), text.strip());
    }

    private static List<Choice> fields(RecordTypeView type, Viewer viewer) {
        return type.fields().stream()
                .filter(field -> !field.kind().contactList())
                .map(field -> new Choice(field.name(), viewer.text(field.labelKey())))
                .toList();
    }

    /** The condition in the grammar of filters. */
    public String condition(RecordTypeView type) {
        return text.isEmpty() ? rows.text(type) : text;
    }

    public boolean isBlank() {
        return text.isEmpty() && rows.isBlank();
    }
}
