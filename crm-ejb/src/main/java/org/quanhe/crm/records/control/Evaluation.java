package org.quanhe.crm.records.control;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.Money;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.ContactPoint;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.PostalAddress;
import org.quanhe.crm.records.TextFold;

/** Evaluates a filter on a record's values in memory; means the same as SQL and the index do. */
public final class Evaluation {
    private Evaluation() {}

    /** True if the values, by field name, fulfil the condition. */
    public static boolean holds(Filter filter, Map<String, ?> values) {
        if (filter instanceof Filter.And and) {
            return and.parts().stream().allMatch(part -> holds(part, values));
        }
        if (filter instanceof Filter.Or or) {
            return or.parts().stream().anyMatch(part -> holds(part, values));
        }
        if (filter instanceof Filter.Not not) {
            return !holds(not.part(), values);
        }
        if (filter instanceof Filter.Present present) {
            return values.get(present.field()) != null;
        }
        if (filter instanceof Filter.In in) {
            return in.literals().stream().anyMatch(literal -> any(values.get(in.field()), Filter.Op.EQ, literal));
        }
        Filter.Compare compare = (Filter.Compare) filter;
        Object value = values.get(compare.field());
        return compare.op() == Filter.Op.NE
                ? !any(value, Filter.Op.EQ, compare.literal())
                : any(value, compare.op(), compare.literal());
    }

    private static boolean any(@Nullable Object value, Filter.Op op, Object literal) {
        if (value == null) {
            return false;
        }
        if (value instanceof List<?> list) {
            return list.stream().anyMatch(entry -> any(entry, op, literal));
        }
        if (value instanceof RecordRef ref) {
            return op == Filter.Op.EQ && literal.equals(ref.id());
        }
        if (value instanceof Money money) {
            return literal instanceof Money other
                    && money.currency().equals(other.currency())
                    && ordered(money, op, other);
        }
        if (value instanceof BigDecimal || value instanceof Instant || value instanceof LocalDate) {
            return ordered(value, op, literal);
        }
        if (value instanceof Boolean) {
            return op == Filter.Op.EQ && value.equals(literal);
        }
        return text(told(value), op, TextFold.fold(literal.toString()));
    }

    private static String told(Object value) {
        String text = value instanceof ContactPoint point
                ? point.value()
                : value instanceof PostalAddress address ? address.oneLine() : value.toString();
        return TextFold.fold(text);
    }

    private static boolean text(String value, Filter.Op op, String literal) {
        return switch (op) {
            case EQ -> value.equals(literal);
            case CONTAINS -> value.contains(literal);
            case STARTS_WITH -> value.startsWith(literal);
            default -> false;
        };
    }

    @SuppressWarnings("unchecked")
    private static boolean ordered(Object value, Filter.Op op, Object literal) {
        if (!value.getClass().equals(literal.getClass())) {
            return false;
        }
        int order = ((Comparable<Object>) value).compareTo(literal);
        return switch (op) {
            case EQ -> order == 0;
            case LT -> order < 0;
            case LE -> order <= 0;
            case GT -> order > 0;
            case GE -> order >= 0;
            default -> false;
        };
    }
}
