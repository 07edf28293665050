package org.quanhe.crm.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A condition on a record's fields: what lists, saved views and REST filter by, and what rights are. It is translated
 * to SQL, to the index, and evaluated in memory; all three mean the same.
 *
 * <p>Literals are {@code String} (texts, choices, e-mails, phones, folded by {@link TextFold}), {@code BigDecimal},
 * {@code Money} (less and more only of the same currency), {@code Boolean}, {@code LocalDate}, {@code Instant}, or
 * {@code Long} (the number of a referenced record). On a list field a comparison holds if it holds for one entry; an
 * absent value fulfils no comparison but {@link Op#NE}.
 */
public sealed interface Filter {
    /** Holds for every record. */
    Filter ALL = new And(List.of());

    /** Holds for no record. */
    Filter NONE = new Or(List.of());

    /** How a field is compared with a literal. */
    enum Op {
        EQ,
        NE,
        LT,
        LE,
        GT,
        GE,
        /** The folded text contains the folded literal. */
        CONTAINS,
        /** The folded text starts with the folded literal. */
        STARTS_WITH
    }

    record And(List<Filter> parts) implements Filter {
        public And {
            parts = List.copyOf(parts);
        }
    }

    record Or(List<Filter> parts) implements Filter {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    record Not(Filter part) implements Filter {}

    record Compare(String field, Op op, Object literal) implements Filter {}

    /** The field equals one of the literals. */
    record In(String field, List<Object> literals) implements Filter {
        public In {
            literals = List.copyOf(literals);
        }
    }

    /** The field has a value. */
    record Present(String field) implements Filter {}

    static Filter eq(String field, Object literal) {
        return new Compare(field, Op.EQ, literal);
    }

    static Filter in(String field, List<?> literals) {
        return literals.isEmpty() ? NONE : new In(field, List.copyOf(literals));
    }

    default Filter and(Filter other) {
        if (this.equals(ALL)) {
            return other;
        }
        if (other.equals(ALL)) {
            return this;
        }
        return this.equals(NONE) || other.equals(NONE) ? NONE : new And(List.of(this, other));
    }

    default Filter or(Filter other) {
        if (this.equals(NONE)) {
            return other;
        }
        if (other.equals(NONE)) {
            return this;
        }
        return this.equals(ALL) || other.equals(ALL) ? ALL : new Or(List.of(this, other));
    }

    /** Names of the fields the condition looks at. */
    static List<String> fieldsOf(Filter filter) {
        Set<String> names = new TreeSet<>();
        collect(filter, names);
        return new ArrayList<>(names);
    }

    private static void collect(Filter filter, Set<String> names) {
        if (filter instanceof And and) {
            and.parts().forEach(part -> collect(part, names));
        } else if (filter instanceof Or or) {
            or.parts().forEach(part -> collect(part, names));
        } else if (filter instanceof Not not) {
            collect(not.part(), names);
        } else if (filter instanceof Compare compare) {
            names.add(compare.field());
        } else if (filter instanceof In in) {
            names.add(in.field());
        } else if (filter instanceof Present present) {
            names.add(present.field());
        }
    }
}
