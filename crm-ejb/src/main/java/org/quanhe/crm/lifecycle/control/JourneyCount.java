package org.quanhe.crm.lifecycle.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quanhe.crm.lifecycle.Journeys.Which;
import org.quanhe.crm.lifecycle.Stage;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.control.Configuration;
import org.quanhe.crm.platform.settings.CrmSettings;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.SqlCondition;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.spi.Access;

/** Counts journeys in the database, over records that the caller may read. */
@ApplicationScoped
public class JourneyCount {
    /** Records of the period: the first stay tells when they were first touched. */
    private static final String COHORT = "r.deletedAt is null and exists (select f from StageStay f"
            + " where f.recordId = r.id and f.place = 0 and f.enteredAt >= :from and f.enteredAt < :to)";

    private static final String LATER =
            "exists (select l from StageStay l where l.recordId = r.id and l.stage in :later)";

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private Access access;

    /** Of whom it is counted. */
    public record Cohort(RecordTypeDescriptor type, LocalDate from, LocalDate to) {
        public Cohort {
            if (to.isBefore(from)) {
                throw CrmException.invalid("lifecycle.error.period");
            }
        }
    }

    /** How many records there are. */
    public long records(Cohort cohort) {
        return fill(
                        entities.createQuery(
                                "select count(r) from " + cohort.type().from() + COHORT
                                        + right(cohort).jpql(),
                                Long.class),
                        cohort)
                .getSingleResult();
    }

    /** How many ever came to each stage, by code. */
    public Map<String, Long> entered(Cohort cohort) {
        return byStage(fill(
                entities.createQuery(
                        "select s.stage, count(distinct s.recordId) from StageStay s, "
                                + cohort.type().from() + "s.recordId = r.id and " + COHORT
                                + right(cohort).jpql() + " group by s.stage",
                        Object[].class),
                cohort));
    }

    /** How many stand in each stage now, by code. */
    public Map<String, Long> standing(Cohort cohort) {
        return byStage(fill(
                entities.createQuery(
                        "select r.lifecycleStage, count(r) from "
                                + cohort.type().from() + COHORT + right(cohort).jpql()
                                + " and r.lifecycleStage is not null group by r.lifecycleStage",
                        Object[].class),
                cohort));
    }

    private static Map<String, Long> byStage(TypedQuery<Object[]> query) {
        Map<String, Long> counts = new HashMap<>();
        query.getResultList().forEach(row -> counts.put((String) row[0], (Long) row[1]));
        return counts;
    }

    /** How many that ever came to the stage ever came to one of the later ones. */
    public long wentOn(Cohort cohort, Stage stage, List<Stage> later) {
        return later.isEmpty()
                ? 0
                : fill(
                                entities.createQuery(
                                        "select count(r) from " + cohort.type().from() + COHORT
                                                + " and " + been() + " and " + LATER
                                                + right(cohort).jpql(),
                                        Long.class),
                                cohort)
                        .setParameter("stage", stage.code())
                        .setParameter("later", codes(later))
                        .getSingleResult();
    }

    private static String been() {
        return "exists (select b from StageStay b where b.recordId = r.id and b.stage = :stage)";
    }

    private static List<String> codes(List<Stage> stages) {
        return stages.stream().map(Stage::code).toList();
    }

    /** How long those that left it were in each stage, in minutes by the clock; the middle one of all. */
    public Map<String, Long> medians(Cohort cohort) {
        Map<String, List<Long>> minutes = new HashMap<>();
        fill(
                        entities.createQuery(
                                "select s.stage, s.enteredAt, s.leftAt from StageStay s, "
                                        + cohort.type().from() + "s.recordId = r.id and s.leftAt is not null and "
                                        + COHORT + right(cohort).jpql(),
                                Object[].class),
                        cohort)
                .getResultList()
                .forEach(row -> minutes.computeIfAbsent((String) row[0], stage -> new ArrayList<>())
                        .add(Duration.between((Instant) row[1], (Instant) row[2])
                                .toMinutes()));
        Map<String, Long> medians = new HashMap<>();
        minutes.forEach((stage, all) -> medians.put(stage, median(all)));
        return medians;
    }

    /** Of an even number the lower one of the two in the middle. */
    static long median(List<Long> values) {
        return values.stream()
                .sorted()
                .skip((values.size() - 1) / 2)
                .findFirst()
                .orElse(0L);
    }

    /** Records behind a figure, by number. */
    public List<RecordEntity> behind(Cohort cohort, Stage stage, List<Stage> later, Which which, long last, int limit) {
        boolean dropped = which == Which.DROPPED && !later.isEmpty();
        String condition = which == Which.STANDING ? "r.lifecycleStage = :stage" : been();
        TypedQuery<? extends RecordEntity> query = fill(
                        entities.createQuery(
                                "select r from " + cohort.type().from() + COHORT + " and " + condition
                                        + (dropped ? " and not " + LATER : "")
                                        + right(cohort).jpql() + " and r.id > :last order by r.id",
                                cohort.type().entity()),
                        cohort)
                .setParameter("stage", stage.code())
                .setParameter("last", last)
                .setMaxResults(limit);
        if (dropped) {
            query.setParameter("later", codes(later));
        }
        return new ArrayList<>(query.getResultList());
    }

    /**
     * The caller's right as the end of a condition.
     *
     * @param condition as the kernel translated it
     */
    private record Right(SqlCondition.Translated condition) {
        String jpql() {
            return " and " + condition.named();
        }
    }

    private Right right(Cohort cohort) {
        return new Right(
                SqlCondition.of(cohort.type(), access.readable(cohort.type().name()))
                        .orElseThrow(() -> new IllegalStateException("a right is no condition of the database")));
    }

    private <Q extends Query> Q fill(Q query, Cohort cohort) {
        query.setParameter("from", start(cohort.from()));
        query.setParameter("to", start(cohort.to().plusDays(1)));
        return right(cohort).condition().fill(query);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneId.of(Configuration.text(CrmSettings.TIME_ZONE)))
                .toInstant();
    }
}
