package org.quanhe.crm.records.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.ListQuery;
import org.quanhe.crm.records.RecordPage;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.spi.Access;
import org.quanhe.crm.search.control.IndexKeeper;
import org.quanhe.crm.search.control.SearchEngine;
import org.quanhe.crm.search.spi.ListAnswer;
import org.quanhe.crm.search.spi.ListRequest;

/**
 * Pages of lists. The database serves what it has an index for: order by title, conditions on references. Filters,
 * words and other orders are served by the search index; every record is then read from the database and held against
 * the reader's rights once more, so that an index that is behind cannot leak.
 */
@ApplicationScoped
public class RecordLists {
    /** Marks a cursor of the index as leading backwards. */
    private static final String BACK = "b.";

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private SeenTypes seen;

    @Inject
    private RecordViews views;

    @Inject
    private Access access;

    @Inject
    private SearchEngine engine;

    @Inject
    private IndexKeeper keeper;

    public RecordPage page(ListQuery query) {
        RecordTypeDescriptor type = seen.readable(query.type());
        if (query.limit() < 1 || query.limit() > ListQuery.MAX_LIMIT) {
            throw CrmException.invalid("records.error.limit", ListQuery.MAX_LIMIT);
        }
        seen.refuseHidden(type.name(), query.filter());
        String sort = order(type, query.sort());
        Filter filter = query.filter().and(access.readable(type.name()));
        Optional<SqlCondition.Translated> sql = inDatabase(type, query, sort, filter);
        return sql.isPresent()
                ? fromDatabase(type, query, sort.startsWith("-"), sql.get())
                : fromIndex(type, query, sort, filter);
    }

    /** Counts up to {@code cap}. */
    public long count(ListQuery query, int cap) {
        RecordTypeDescriptor type = seen.readable(query.type());
        seen.refuseHidden(type.name(), query.filter());
        Filter filter = query.filter().and(access.readable(type.name()));
        if (filter.equals(Filter.NONE)) {
            return 0;
        }
        return Math.min(
                cap + 1L, engine.get().count(request(type, query, type.title().name(), filter), cap));
    }

    /** The order asked for, the type's own if none is; INVALID for one that lists of the type do not have. */
    public static String order(RecordTypeDescriptor type, String asked) {
        String sort = asked.isEmpty() ? type.view().defaultSort() : asked;
        String field = sort.startsWith("-") ? sort.substring(1) : sort;
        if (type.view()
                .find(field)
                .filter(f -> f.is(Use.SORTABLE) || f.is(Use.TITLE))
                .isEmpty()) {
            List<String> possible = type.view().fieldsFor(Use.SORTABLE).stream()
                    .map(f -> f.name())
                    .toList();
            throw CrmException.invalid(
                    "records.error.sort", field, LocalizedMessage.of("records.list", String.join(", ", possible)));
        }
        return sort;
    }

    private Optional<SqlCondition.Translated> inDatabase(
            RecordTypeDescriptor type, ListQuery query, String sort, Filter filter) {
        boolean byTitle = (sort.startsWith("-") ? sort.substring(1) : sort)
                        .equals(type.title().name())
                && type.title().view().choices().isEmpty();
        Optional<SqlCondition.Translated> sql =
                query.text().isBlank() && byTitle ? SqlCondition.of(type, filter) : Optional.empty();
        query.position().ifPresent(cursor -> {
            if (ListCursor.isOne(cursor) != sql.isPresent()) {
                throw CrmException.invalid("records.error.cursor");
            }
        });
        return sql;
    }

    private RecordPage fromDatabase(
            RecordTypeDescriptor type, ListQuery query, boolean descending, SqlCondition.Translated condition) {
        ListCursor position = query.position().map(ListCursor::parse).orElse(null);
        boolean backwards = position != null && position.backwards();
        boolean down = descending != backwards;
        String jpql = "select r from " + type.from() + "r.deletedAt is null and " + condition.named();
        if (position != null) {
            // The first comparison is implied by the second, and is what lets a database enter its index there.
            String compare = down ? "<" : ">";
            jpql += " and r.sortKey " + compare + "= :key and (r.sortKey " + compare + " :key or r.id " + compare
                    + " :id)";
        }
        jpql += down ? " order by r.sortKey desc, r.id desc" : " order by r.sortKey, r.id";
        TypedQuery<? extends RecordEntity> typed = entities.createQuery(jpql, type.entity())
                .setHint("eclipselink.read-only", true)
                .setMaxResults(query.limit() + 1);
        condition.fill(typed);
        if (position != null) {
            typed.setParameter("key", position.key()).setParameter("id", position.id());
        }
        List<RecordEntity> found = new ArrayList<>(typed.getResultList());
        boolean more = found.size() > query.limit();
        if (more) {
            found.remove(query.limit());
        }
        if (backwards) {
            Collections.reverse(found);
        }
        boolean before = backwards ? more : position != null;
        boolean behind = backwards || more;
        return new RecordPage(
                views.views(type, found),
                behind && !found.isEmpty() ? cursor(found.get(found.size() - 1), false) : null,
                before && !found.isEmpty() ? cursor(found.get(0), true) : null);
    }

    private static String cursor(RecordEntity entity, boolean backwards) {
        return new ListCursor(entity.sortKey(), entity.getId(), backwards).toString();
    }

    private RecordPage fromIndex(RecordTypeDescriptor type, ListQuery query, String sort, Filter filter) {
        String cursor = query.cursor();
        boolean backwards = cursor != null && cursor.startsWith(BACK);
        ListRequest request = request(type, query, sort, filter);
        ListAnswer answer = engine.get().list(request);
        Filter readable = access.readable(type.name());
        List<RecordEntity> found = views.load(type, answer.ids()).stream()
                .filter(entity -> RecordViews.within(readable, type, entity))
                .toList();
        boolean before = backwards ? answer.more() : cursor != null;
        boolean behind = backwards || answer.more();
        return new RecordPage(
                views.views(type, found),
                behind ? answer.last() : null,
                before && answer.first() != null ? BACK + answer.first() : null);
    }

    private ListRequest request(RecordTypeDescriptor type, ListQuery query, String sort, Filter filter) {
        boolean descending = sort.startsWith("-");
        @Nullable String cursor = query.cursor();
        boolean backwards = cursor != null && cursor.startsWith(BACK);
        return new ListRequest(
                type.name(),
                filter,
                access.fields(type.name()).hidden(),
                query.text(),
                descending ? sort.substring(1) : sort,
                descending,
                query.limit(),
                backwards && cursor != null ? cursor.substring(BACK.length()) : cursor,
                backwards,
                keeper.generationOf(access.caller().username()));
    }
}
