package org.quanhe.crm.records.control;

import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.Filter;

/**
 * A filter as JPQL, where the database can answer it from an index: conditions on references and nothing else.
 * Everything else is asked of the search index.
 */
public final class SqlCondition {
    private final RecordTypeDescriptor type;
    private final List<Object> parameters = new ArrayList<>();

    private SqlCondition(RecordTypeDescriptor type) {
        this.type = type;
    }

    /**
     * The translated condition.
     *
     * @param jpql condition on the alias {@code r}
     * @param parameters values of {@code ?1}, {@code ?2} …
     */
    public record Translated(String jpql, List<Object> parameters) {
        /** The condition with parameters that have names, as {@code :p1}: JPQL does not mix them with numbered ones. */
        public String named() {
            String result = jpql;
            for (int i = parameters.size(); i >= 1; i--) {
                result = result.replace("?" + i, ":p" + i);
            }
            return result;
        }

        /** Gives the query the values of the named parameters. */
        public <Q extends Query> Q fill(Q query) {
            for (int i = 0; i < parameters.size(); i++) {
                query.setParameter("p" + (i + 1), parameters.get(i));
            }
            return query;
        }
    }

    /** Nothing where the database has no index for it; conditions of rights are always translated. */
    public static Optional<Translated> of(RecordTypeDescriptor type, Filter filter) {
        SqlCondition condition = new SqlCondition(type);
        return condition.translate(filter).map(jpql -> new Translated(jpql, condition.parameters));
    }

    private Optional<String> translate(Filter filter) {
        if (filter instanceof Filter.And and) {
            return and.parts().isEmpty() ? Optional.of("1 = 1") : all(and.parts(), " and ");
        }
        if (filter instanceof Filter.Or or) {
            return or.parts().isEmpty() ? Optional.of("1 = 0") : all(or.parts(), " or ");
        }
        if (filter instanceof Filter.Compare compare && compare.op() == Filter.Op.EQ && isReference(compare.field())) {
            return Optional.of(attribute(compare.field()) + " = " + parameter(compare.literal()));
        }
        if (filter instanceof Filter.In in && isReference(in.field())) {
            return Optional.of(attribute(in.field()) + " in "
                    + in.literals().stream().map(this::parameter).collect(Collectors.joining(", ", "(", ")")));
        }
        return Optional.empty();
    }

    private Optional<String> all(List<Filter> parts, String operator) {
        List<String> translated = new ArrayList<>();
        for (Filter part : parts) {
            Optional<String> one = translate(part);
            if (one.isEmpty()) {
                return one;
            }
            translated.add(one.get());
        }
        return Optional.of("(" + String.join(operator, translated) + ")");
    }

    private boolean isReference(String field) {
        FieldDescriptor descriptor = type.fields().get(field);
        return descriptor != null
                && descriptor.view().kind() == FieldKind.REFERENCE
                && descriptor.column().isPresent();
    }

    private String attribute(String field) {
        return "r." + type.fields().get(field).column().orElseThrow();
    }

    private String parameter(Object value) {
        parameters.add(value);
        return "?" + parameters.size();
    }
}
