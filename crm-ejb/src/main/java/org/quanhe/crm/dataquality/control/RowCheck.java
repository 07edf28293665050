package org.quanhe.crm.dataquality.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quanhe.crm.dataquality.control.columns.InterpretedRow;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.control.RecordWriter;

/** Asks the kernel what is wrong with a row, and words it with the field's label. */
final class RowCheck {
    private final RecordWriter writer;
    private final RecordTypeView type;
    private final String title;

    RowCheck(RecordWriter writer, RecordTypeView type) {
        this.writer = writer;
        this.type = type;
        this.title = type.titleField().name();
    }

    CheckedRow check(InterpretedRow row) {
        List<LocalizedMessage> reasons = new ArrayList<>(row.problems());
        Map<String, Object> unsure = new HashMap<>(row.values());
        // people were looked up in a list of those the caller may see; asking the database again would cost a query
        unsure.values().removeIf(RecordRef.class::isInstance);
        for (Violation violation : writer.check(type.name(), unsure)) {
            boolean told = violation.field().equals(title) && !row.values().containsKey(title);
            if (!told || reasons.isEmpty()) {
                reasons.add(reason(violation));
            }
        }
        return new CheckedRow(row.source().number(), row.source().cells(), row.values(), reasons);
    }

    private LocalizedMessage reason(Violation violation) {
        return type.find(violation.field())
                .map(field -> LocalizedMessage.of(
                        "dataquality.row.reason", LocalizedMessage.of(field.labelKey()), violation.message()))
                .orElse(violation.message());
    }
}
