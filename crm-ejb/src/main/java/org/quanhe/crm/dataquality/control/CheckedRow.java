package org.quanhe.crm.dataquality.control;

import java.util.List;
import java.util.Map;
import org.quanhe.crm.platform.LocalizedMessage;

/**
 * A row that was read and checked.
 *
 * @param number number in the file
 * @param cells its own texts
 * @param values values of the record
 * @param reasons why it cannot be written; empty for a good row
 */
record CheckedRow(long number, List<String> cells, Map<String, Object> values, List<LocalizedMessage> reasons) {
    boolean good() {
        return reasons.isEmpty();
    }

    CheckedRow refused(LocalizedMessage reason) {
        return new CheckedRow(number, cells, values, List.of(reason));
    }
}
