package org.quanhe.crm.records.ui;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.RecordTypeView;

/** Writes conditions in the grammar of {@link org.quanhe.crm.records.FilterText}, the way back from a parsed one. */
final class FilterWriter {
    private final RecordTypeView type;
    private final long me;

    /**
     * A writer for conditions on that type.
     *
     * @param me number of the user who is written as {@code me}
     */
    FilterWriter(RecordTypeView type, long me) {
        this.type = type;
        this.me = me;
    }

    String write(Filter filter) {
        if (filter instanceof Filter.And and) {
            return and.parts().stream().map(this::inner).collect(Collectors.joining(" && "));
        }
        if (filter instanceof Filter.Or or) {
            return or.parts().stream().map(this::inner).collect(Collectors.joining(" || "));
        }
        return inner(filter);
    }

    private String inner(Filter filter) {
        if (filter instanceof Filter.Not not) {
            return "!" + inner(not.part());
        }
        if (filter instanceof Filter.Present present) {
            return "has(" + present.field() + ")";
        }
        if (filter instanceof Filter.In in) {
            return in.literals().stream()
                    .map(literal -> literal(in.field(), literal))
                    .collect(Collectors.joining(", ", in.field() + " in [", "]"));
        }
        if (filter instanceof Filter.Compare compare) {
            return compare(compare);
        }
        return "(" + write(filter) + ")";
    }

    private String compare(Filter.Compare compare) {
        String literal = literal(compare.field(), compare.literal());
        return switch (compare.op()) {
            case CONTAINS -> compare.field() + ".contains(" + literal + ")";
            case STARTS_WITH -> compare.field() + ".startsWith(" + literal + ")";
            case EQ -> compare.field() + " == " + literal;
            case NE -> compare.field() + " != " + literal;
            case LT -> compare.field() + " < " + literal;
            case LE -> compare.field() + " <= " + literal;
            case GT -> compare.field() + " > " + literal;
            case GE -> compare.field() + " >= " + literal;
        };
    }

    private String literal(String field, Object literal) {
        if (literal instanceof Long id) {
            return id == me && pointsToUsers(field) ? "me" : id.toString();
        }
        if (literal instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return literal instanceof Boolean ? literal.toString() : quote(literal.toString());
    }

    private boolean pointsToUsers(String field) {
        return type.find(field)
                .filter(f -> List.of(FieldKind.REFERENCE, FieldKind.REFERENCES).contains(f.kind()))
                .map(f -> f.target().equals("users"))
                .orElse(false);
    }

    static String quote(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
