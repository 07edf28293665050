package org.quanhe.crm.pipeline.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quanhe.crm.pipeline.Narrowing;
import org.quanhe.crm.pipeline.entity.Opportunity;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.control.Configuration;
import org.quanhe.crm.platform.settings.CrmSettings;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.control.ReadableInSql;
import org.quanhe.crm.records.control.SeenTypes;
import org.quanhe.crm.records.control.types.MoneyType;
import org.quanhe.crm.records.entity.OwnedRecord;
import org.quanhe.crm.records.spi.Access;
import org.quanhe.crm.records.spi.FieldScope;

/** Which opportunities the caller may count, and what may be told of them. */
@ApplicationScoped
public class Counted {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private ReadableInSql readable;

    @Inject
    private SeenTypes seen;

    @Inject
    private MoneyType money;

    @Inject
    private Access access;

    /** Opportunities {@code r} of a pipeline, as a condition of the database. */
    record Scope(String jpql, Map<String, Object> parameters) {
        Scope and(String more, Map<String, ?> itsParameters) {
            return new Scope(jpql + " and " + more, with(itsParameters).parameters);
        }

        /** The same, with parameters of other parts of the query. */
        Scope with(Map<String, ?> others) {
            Map<String, Object> all = new HashMap<>(parameters);
            all.putAll(others);
            return new Scope(jpql, all);
        }
    }

    /** What the caller may see of a pipeline; FORBIDDEN if one of the fields that are counted by is hidden. */
    Scope scope(String pipeline, Narrowing whose, List<String> countedBy) {
        demandReadable(countedBy);
        Filter filter = whose.owner()
                .map(owner -> Filter.eq(OwnedRecord.OWNER, owner))
                .orElse(Filter.ALL)
                .and(whose.team().map(team -> Filter.eq(OwnedRecord.TEAM, team)).orElse(Filter.ALL));
        seen.refuseHidden(Opportunity.TYPE, filter);
        ReadableInSql.Condition right = readable.of(Opportunity.TYPE, filter);
        return new Scope(right.jpql(), right.parameters()).and("r.pipeline = :pipeline", Map.of("pipeline", pipeline));
    }

    /** The same of all pipelines. */
    Scope scope(List<String> countedBy) {
        demandReadable(countedBy);
        ReadableInSql.Condition right = readable.of(Opportunity.TYPE, Filter.ALL);
        return new Scope(right.jpql(), right.parameters());
    }

    private void demandReadable(List<String> countedBy) {
        FieldScope fields = access.fields(Opportunity.TYPE);
        for (String field : countedBy) {
            if (!fields.readable(field)) {
                throw CrmException.forbidden(
                        "pipeline.error.hidden", LocalizedMessage.of(Opportunity.TYPE + "." + field));
            }
        }
    }

    boolean reads(String field) {
        return access.fields(Opportunity.TYPE).readable(field);
    }

    /** Sums may be told. */
    boolean amounts() {
        return reads("amount");
    }

    /** Rows of a query whose condition is {@code %s}. */
    List<Object[]> rows(String jpql, Scope scope) {
        return query(jpql, scope, Object[].class).getResultList();
    }

    <T> TypedQuery<T> query(String jpql, Scope scope, Class<T> kind) {
        TypedQuery<T> query = entities.createQuery(jpql.formatted(scope.jpql()), kind);
        scope.parameters().forEach(query::setParameter);
        return query.setHint("eclipselink.read-only", true);
    }

    /** The installation's currency. */
    Currency currency() {
        return money.usual();
    }

    static ZoneId zone() {
        return ZoneId.of(Configuration.text(CrmSettings.TIME_ZONE));
    }

    /** When a day begins. */
    static Instant begin(LocalDate day) {
        return day.atStartOfDay(zone()).toInstant();
    }
}
