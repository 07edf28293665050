package org.quanhe.crm.processes.control;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.Texts;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.control.Evaluation;

/** What is still missing for a condition to hold, in words and by field. */
final class UnmetCondition {
    /** Place of what no single field is the place of. */
    private static final String CONDITION = "exit";

    private final RecordTypeView type;
    private final Map<String, Object> values;

    /** @param type as the reader sees it: of a hidden field nothing is told */
    UnmetCondition(RecordTypeView type, Map<String, Object> values) {
        this.type = type;
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
        boolean hidden = fields.stream().anyMatch(field -> type.find(field).isEmpty());
        unmet.add(
                hidden
                        ? new Violation(CONDITION, LocalizedMessage.of("processes.unmet.hidden"))
                        : new Violation(
                                fields.size() == 1 ? fields.get(0) : CONDITION,
                                LocalizedMessage.of("processes.unmet", words(part))));
    }

    private LocalizedMessage words(Filter part) {
        if (part instanceof Filter.And and) {
            return joined("processes.op.AND", and.parts());
        }
        if (part instanceof Filter.Or or) {
            return joined("processes.op.OR", or.parts());
        }
        if (part instanceof Filter.Not not) {
            return not.part() instanceof Filter.Present present
                    ? LocalizedMessage.of("processes.op.ABSENT", label(present.field()))
                    : LocalizedMessage.of("processes.op.NOT", words(not.part()));
        }
        if (part instanceof Filter.Present present) {
            return LocalizedMessage.of("processes.op.PRESENT", label(present.field()));
        }
        if (part instanceof Filter.In in) {
            return joined(
                    "processes.op.OR",
                    in.literals().stream()
                            .map(literal -> Filter.eq(in.field(), literal))
                            .toList());
        }
        Filter.Compare compare = (Filter.Compare) part;
        return LocalizedMessage.of(
                "processes.op." + compare.op().name(),
                label(compare.field()),
                literal(type.field(compare.field()), compare.literal()));
    }

    private LocalizedMessage joined(String key, List<? extends Filter> parts) {
        return parts.stream()
                .map(this::words)
                .reduce((one, other) -> LocalizedMessage.of(key, one, other))
                .orElseGet(() -> LocalizedMessage.of("processes.unmet.hidden"));
    }

    private LocalizedMessage label(String field) {
        return LocalizedMessage.of(type.field(field).labelKey());
    }

    private static Object literal(FieldView field, Object literal) {
        if (literal instanceof Boolean yes) {
            return LocalizedMessage.of(yes ? "processes.yes" : "processes.no");
        }
        if (literal instanceof BigDecimal number) {
            return number.toPlainString();
        }
        String choice = field.labelKey() + "." + literal;
        return Texts.in(Language.EN).has(choice)
                ? LocalizedMessage.of(choice)
                : literal instanceof Long ? "#" + literal : literal.toString();
    }
}
