package org.quanhe.crm.search.lucene;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.ContactPoint;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.PostalAddress;
import org.quanhe.crm.records.TextFold;

/** A filter read straight from its Javadoc, without any engine. */
final class NaiveFilter {
    private NaiveFilter() {}

    static boolean holds(Filter filter, Map<String, Object> values) {
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
            return !entries(values.get(present.field())).isEmpty();
        }
        if (filter instanceof Filter.In in) {
            return in.literals().stream().anyMatch(literal -> holds(Filter.eq(in.field(), literal), values));
        }
        Filter.Compare compare = (Filter.Compare) filter;
        if (compare.op() == Filter.Op.NE) {
            return !holds(Filter.eq(compare.field(), compare.literal()), values);
        }
        return entries(values.get(compare.field())).stream()
                .anyMatch(entry -> compares(entry, compare.op(), compare.literal()));
    }

    private static List<?> entries(@Nullable Object value) {
        return value == null ? List.of() : value instanceof List<?> list ? list : List.of(value);
    }

    private static boolean compares(Object entry, Filter.Op op, Object literal) {
        if (entry instanceof RecordRef ref) {
            return op == Filter.Op.EQ && literal.equals(ref.id());
        }
        if (entry instanceof Boolean) {
            return op == Filter.Op.EQ && entry.equals(literal);
        }
        if (entry instanceof BigDecimal number) {
            return literal instanceof BigDecimal other && size(number.compareTo(other), op);
        }
        if (entry instanceof LocalDate date) {
            return literal instanceof LocalDate other && size(date.compareTo(other), op);
        }
        if (entry instanceof Instant moment) {
            return literal instanceof Instant other && size(moment.compareTo(other), op);
        }
        return literal instanceof String other && texts(TextFold.fold(text(entry)), op, TextFold.fold(other));
    }

    private static String text(Object entry) {
        if (entry instanceof ContactPoint point) {
            return point.value();
        }
        return entry instanceof PostalAddress address ? address.oneLine() : entry.toString();
    }

    private static boolean texts(String text, Filter.Op op, String literal) {
        return switch (op) {
            case EQ -> text.equals(literal);
            case CONTAINS -> text.contains(literal);
            case STARTS_WITH -> text.startsWith(literal);
            default -> false;
        };
    }

    private static boolean size(int order, Filter.Op op) {
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
