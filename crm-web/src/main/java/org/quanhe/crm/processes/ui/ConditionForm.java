package org.quanhe.crm.processes.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
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
        return new ConditionForm(
                rows.orElseGet(() -> new ConditionRows(false, List.of())), rows.isPresent() ? "" : condition);
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
        return text.isEmpty() && rows.rows().stream().allMatch(ConditionRows.Row::isBlank);
    }

    public boolean isAny() {
        return rows.any();
    }

    /** The lines, and one more to fill in. */
    public List<ConditionRows.Row> getLines() {
        return rows.open();
    }
}
