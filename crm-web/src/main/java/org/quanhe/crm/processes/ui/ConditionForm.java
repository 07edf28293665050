package org.quanhe.crm.processes.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.ui.ConditionRows;

/**
 * A condition on a form: picked line by line, or as text where it is more than lines can say.
 *
 * @param rows lines of field, operator and value
 * @param text the condition as text; where it stands it counts, not the lines
 */
public record ConditionForm(ConditionRows rows, String text) {
    static ConditionForm of(Optional<RecordTypeView> type, String condition) {
        Optional<ConditionRows> rows = type.flatMap(known -> ConditionRows.of(known, condition));
        return new ConditionForm(rows.orElse(ConditionRows.EMPTY), rows.isPresent() ? "" : condition);
    }

    /** What was sent under names that begin so. */
    static ConditionForm read(HttpServletRequest request, String prefix) {
        String text = Objects.requireNonNullElse(request.getParameter(prefix + ".text"), "");
        return new ConditionForm(ConditionRows.read(request, prefix + "."), text.strip());
    }

    /** The condition in the grammar of filters. */
    String condition(Optional<RecordTypeView> type) {
        return text.isEmpty() ? type.map(rows::text).orElse("") : text;
    }

    public boolean isBlank() {
        return text.isEmpty() && rows.isBlank();
    }
}
