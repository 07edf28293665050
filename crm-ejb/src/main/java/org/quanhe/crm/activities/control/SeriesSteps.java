package org.quanhe.crm.activities.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quanhe.crm.activities.entity.ActivitySeries;
import org.quanhe.crm.identity.TeamMembers;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.spi.Access;

/**
 * Keeps one activity of each series ahead: the next one is made when the last is done, or its time has come. It is made
 * in the name of its owner, with the lock of the series: a crash repeats what is not there, and nothing is made twice.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SeriesSteps {
    private static final int PORTION = 100;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private SeriesBook book;

    @Inject
    private TeamMembers members;

    @Inject
    private Access access;

    @Inject
    private TimeSource time;

    /** Numbers of the series that have none ahead. */
    public List<Long> waiting() {
        List<Long> open = entities.createQuery(
                        "select s.id from ActivitySeries s where s.endedAt is null order by s.id", Long.class)
                .getResultList();
        Set<Long> ahead = open.isEmpty() ? Set.of() : new HashSet<>(ahead("a.seriesId is not null", Map.of()));
        return open.stream()
                .filter(series -> !ahead.contains(series))
                .limit(PORTION)
                .toList();
    }

    /** Series of the activities that are still to come. */
    private List<Long> ahead(String which, Map<String, Object> parameters) {
        TypedQuery<Long> query = entities.createQuery(
                        "select a.seriesId from Activity a where a.deletedAt is null and a.done = false"
                                + " and a.startsAt > :now and " + which,
                        Long.class)
                .setParameter("now", time.now());
        parameters.forEach(query::setParameter);
        return query.getResultList();
    }

    /** Makes the next one of that series. */
    public void next(long number) {
        ActivitySeries series = entities.find(ActivitySeries.class, number, LockModeType.PESSIMISTIC_WRITE);
        boolean waits = series != null
                && !series.ended()
                && ahead("a.seriesId = :series", Map.of("series", number)).isEmpty();
        if (waits) {
            owner(series)
                    .ifPresentOrElse(
                            name -> access.as(name, () -> {
                                book.makeNext(series);
                                return true;
                            }),
                            // nobody is there to do it
                            () -> series.end(time.now()));
        }
    }

    private Optional<String> owner(ActivitySeries series) {
        String owner = String.valueOf(series.values().get("owner"));
        return owner.matches("\\d{1,18}") ? members.signInName(Long.parseLong(owner)) : Optional.empty();
    }
}
