package org.quanhe.crm.leads;

import java.util.List;
import org.quanhe.crm.records.RecordView;

/**
 * The cycle of sales. All methods throw {@link org.quanhe.crm.platform.CrmException}: NOT_FOUND for who may see no
 * leads or no opportunities, FORBIDDEN for who may not read by what it is counted, INVALID for a period that ends
 * before it begins.
 */
public interface Cycles {
    Cycle read(Cycle.Question question);

    /**
     * The records behind a figure, in the order of their numbers.
     *
     * @param code of the line
     * @param limit 1 to 200
     */
    List<RecordView> behind(Cycle.Question question, String code, Cycle.Part part, int limit);
}
