package org.quanhe.crm.activities.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
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
    private static final String WITHOUT_ONE_AHEAD =
            "select s.id from ActivitySeries s where s.endedAt is null and not exists (select a.id from Activity a"
                    + " where a.seriesId = s.id and a.deletedAt is null and a.done = false and a.startsAt > :now)";

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
        return entities.createQuery(WITHOUT_ONE_AHEAD + " order by s.id", Long.class)
                .setParameter("now", time.now())
                .setMaxResults(PORTION)
                .getResultList();
    }

    /** Makes the next one of that series. */
    public void next(long number) {
        ActivitySeries series = entities.find(ActivitySeries.class, number, LockModeType.PESSIMISTIC_WRITE);
        boolean waits = series != null
                && !entities.createQuery(WITHOUT_ONE_AHEAD + " and s.id = :series", Long.class)
                        .setParameter("now", time.now())
                        .setParameter("series", number)
                        .getResultList()
                        .isEmpty();
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
