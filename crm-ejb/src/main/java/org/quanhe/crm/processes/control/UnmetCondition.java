package org.quanhe.crm.processes.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.control.ConditionText;
import org.quanhe.crm.records.control.Evaluation;

/** What is still missing for a condition to hold, in words and by field. */
final class UnmetCondition {
    /** Place of what no single field is the place of. */
    private static final String CONDITION = "exit";

    private final ConditionText told;
    private final Map<String, Object> values;

    /** @param type as the reader sees it: of a hidden field nothing is told */
    UnmetCondition(RecordTypeView type, Map<String, Object> values) {
        this.told = new ConditionText(type);
        this.values = values;
    }

    /** Nothing where it holds. */
    List<Violation> of(Filter condition) {
        List<Violation> unmet = new ArrayList<>();
        collect(condition, unmet);
        return unmet;
    }

    private void collect(Filter part, List<Violation> unmet) {
        if (Evaluation.holds(part, values)) {
            return;
        }
        if (part instanceof Filter.And and) {
            and.parts().forEach(one -> collect(one, unmet));
            return;
        }
        List<String> fields = Filter.fieldsOf(part);
        unmet.add(
                told.mayBeTold(part)
                        ? new Violation(
                                fields.size() == 1 ? fields.get(0) : CONDITION,
                                LocalizedMessage.of("processes.unmet", told.words(part)))
                        : new Violation(CONDITION, ConditionText.hidden()));
    }
}
