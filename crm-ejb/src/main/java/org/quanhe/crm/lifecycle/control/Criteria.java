package org.quanhe.crm.lifecycle.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.control.ConditionText;
import org.quanhe.crm.records.control.Evaluation;
import org.quanhe.crm.records.control.RecordCondition;
import org.quanhe.crm.records.control.RecordTypeDescriptor;

/** The parts of a condition, and which of them a record meets. */
final class Criteria {
    private Criteria() {}

    /**
     * A part of a condition.
     *
     * @param words for the reader
     * @param met the record fulfils it
     */
    record Part(LocalizedMessage words, boolean met) {}

    /**
     * The parts of a condition: what all must hold, or of which one must, each by itself.
     *
     * @param told the type as the reader sees it
     */
    static List<Part> of(RecordTypeDescriptor type, RecordTypeView told, String text, Map<String, Object> values) {
        RecordCondition condition;
        try {
            condition = RecordCondition.parse(type.view(), text);
        } catch (CrmException unreadable) {
            return List.of(new Part(LocalizedMessage.of("lifecycle.unmet.unreadable"), false));
        }
        Filter filter = condition.filter();
        if (filter.equals(Filter.ALL)) {
            boolean readable = condition.fields().stream()
                    .allMatch(field -> told.find(field).isPresent());
            LocalizedMessage words = readable ? LocalizedMessage.verbatim(text) : ConditionText.hidden();
            return condition.fields().isEmpty() ? List.of() : List.of(new Part(words, condition.holds(values)));
        }
        List<Part> parts = new ArrayList<>();
        ConditionText spoken = new ConditionText(told);
        flattened(filter).forEach(part -> parts.add(new Part(spoken.words(part), Evaluation.holds(part, values))));
        return parts;
    }

    /** True if one part is enough. */
    static boolean anyIsEnough(RecordTypeView type, String text) {
        return RecordCondition.parse(type, text).filter() instanceof Filter.Or;
    }

    private static List<Filter> flattened(Filter filter) {
        if (filter instanceof Filter.Or or) {
            return or.parts();
        }
        if (filter instanceof Filter.And and) {
            return and.parts().stream()
                    .flatMap(part -> part instanceof Filter.And inner ? inner.parts().stream() : List.of(part).stream())
                    .toList();
        }
        return List.of(filter);
    }
}
