package org.quanhe.crm.activities.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.TypedQuery;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.quanhe.crm.activities.entity.Activity;
import org.quanhe.crm.platform.control.Place;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.control.ReadableInSql;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.spi.Access;
import org.quanhe.crm.records.spi.FieldScope;

/** Asks the database for activities that the caller may see; nothing else is found, counted or summed. */
@ApplicationScoped
public class SeenActivities {
    /** Name of the record type. */
    public static final String TYPE = "activities";

    /** Kinds that are a contact, as JPQL writes them. */
    static final String CONTACTS = "('call', 'message', 'meeting', 'visit', 'gift')";

    @Inject
    private ReadableInSql readable;

    @Inject
    private RecordTypes types;

    @Inject
    private RecordViews views;

    @Inject
    private Access access;

    /** True if the caller may see activities and read those fields: what is concluded from a field tells of it. */
    public boolean tell(String... fields) {
        FieldScope scope = access.fields(TYPE);
        return !access.readable(TYPE).equals(Filter.NONE)
                && Arrays.stream(fields).allMatch(scope::readable);
    }

    /**
     * Asks for activities {@code r}.
     *
     * @param jpql with {@code %s} where the caller's rights belong
     */
    public <T> List<T> find(String jpql, Map<String, ?> parameters, Class<T> kind, int most) {
        TypedQuery<T> query = readable.query(TYPE, Filter.ALL, jpql, kind);
        parameters.forEach(query::setParameter);
        return query.setMaxResults(most).getResultList();
    }

    /** The place behind an activity in a list of what has a time, by that and its number. */
    public static String place(String list, Activity activity) {
        return Place.behind(list, activity.getStartsAt(), activity.getId());
    }

    /** What lies behind that place, as a condition whose parameters are added. */
    public static String behind(Place place, Map<String, Object> parameters) {
        parameters.put("at", place.moment(0));
        parameters.put("behind", place.number(1));
        return " and r.startsAt >= :at and (r.startsAt > :at or r.id > :behind)";
    }

    /** Shows them as far as the caller may read them. */
    public List<RecordView> shown(List<? extends RecordEntity> activities) {
        return views.views(types.named(TYPE), activities);
    }
}
