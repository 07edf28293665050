package org.quanhe.crm.records.control;

import java.math.BigDecimal;
import java.util.List;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.Texts;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.RecordTypeView;

/** Tells conditions in words. */
public final class ConditionText {
    private final RecordTypeView type;

    /** @param type as the reader sees it: of a hidden field nothing is told */
    public ConditionText(RecordTypeView type) {
        this.type = type;
    }

    /** True if the reader may read every field that the condition looks at. */
    public boolean mayBeTold(Filter condition) {
        return Filter.fieldsOf(condition).stream()
                .allMatch(field -> type.find(field).isPresent());
    }

    /** The condition in words; what looks at a hidden field is told as such. */
    public LocalizedMessage words(Filter part) {
        if (!mayBeTold(part)) {
            return hidden();
        }
        if (part instanceof Filter.And and) {
            return joined("records.condition.op.AND", and.parts());
        }
        if (part instanceof Filter.Or or) {
            return joined("records.condition.op.OR", or.parts());
        }
        if (part instanceof Filter.Not not) {
            return not.part() instanceof Filter.Present present
                    ? LocalizedMessage.of("records.condition.op.ABSENT", label(present.field()))
                    : LocalizedMessage.of("records.condition.op.NOT", words(not.part()));
        }
        if (part instanceof Filter.Present present) {
            return LocalizedMessage.of("records.condition.op.PRESENT", label(present.field()));
        }
        if (part instanceof Filter.In in) {
            return joined(
                    "records.condition.op.OR",
                    in.literals().stream()
                            .map(literal -> Filter.eq(in.field(), literal))
                            .toList());
        }
        Filter.Compare compare = (Filter.Compare) part;
        return LocalizedMessage.of(
                "records.condition.op." + compare.op().name(),
                label(compare.field()),
                literal(type.field(compare.field()), compare.literal()));
    }

    /** What is said instead of a condition on something that the reader may not see. */
    public static LocalizedMessage hidden() {
        return LocalizedMessage.of("records.condition.hidden");
    }

    private LocalizedMessage joined(String key, List<? extends Filter> parts) {
        return parts.stream()
                .map(this::words)
                .reduce((one, other) -> LocalizedMessage.of(key, one, other))
                .orElseGet(ConditionText::hidden);
    }

    private LocalizedMessage label(String field) {
        return LocalizedMessage.of(type.field(field).labelKey());
    }

    private static Object literal(FieldView field, Object literal) {
        if (literal instanceof Boolean yes) {
            return LocalizedMessage.of(yes ? "records.condition.yes" : "records.condition.no");
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
