package org.quanhe.crm.records.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.spi.Access;

/**
 * What the caller may see, as a condition of the database, for capabilities that count and sum there. Rights look at
 * owner and team, which are columns.
 */
@ApplicationScoped
public class ReadableInSql {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private SeenTypes seen;

    @Inject
    private Access access;

    /**
     * A condition on the alias {@code r}.
     *
     * @param jpql with named parameters
     * @param parameters their values
     */
    public record Condition(String jpql, Map<String, Object> parameters) {
        public Condition {
            parameters = Map.copyOf(parameters);
        }
    }

    /**
     * A query on records {@code r} that are not deleted and that the caller may see; further parameters are set by
     * whoever asks.
     *
     * @param jpql with {@code %s} where that condition belongs
     * @param narrower as in {@link #of}
     */
    public <T> TypedQuery<T> query(String typeName, Filter narrower, String jpql, Class<T> kind) {
        Condition right = of(typeName, narrower);
        TypedQuery<T> query = entities.createQuery(jpql.formatted(right.jpql()), kind);
        right.parameters().forEach(query::setParameter);
        return query;
    }

    /**
     * Records of a type that are not deleted and that the caller may see.
     *
     * @param narrower on references alone, such as the owner; {@link Filter#ALL} for none
     * @throws org.quanhe.crm.platform.CrmException NOT_FOUND if the caller may see none of the type
     */
    public Condition of(String typeName, Filter narrower) {
        RecordTypeDescriptor type = seen.readable(typeName);
        Filter filter = access.readable(typeName).and(narrower);
        if (filter.equals(Filter.ALL)) {
            // two literals that are compared keep EclipseLink from binding the others, and a yes becomes a 1
            return new Condition("r.deletedAt is null", Map.of());
        }
        SqlCondition.Translated translated = SqlCondition.of(type, filter)
                .orElseThrow(() -> new IllegalStateException("the database cannot tell " + filter));
        List<Object> values = translated.parameters();
        Map<String, Object> parameters = new LinkedHashMap<>();
        String jpql = "r.deletedAt is null and " + translated.jpql();
        for (int i = values.size(); i >= 1; i--) {
            jpql = jpql.replace("?" + i, ":right" + i);
            parameters.put("right" + i, values.get(i - 1));
        }
        return new Condition(jpql, parameters);
    }
}
