package org.quanhe.crm.processes.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.processes.RunView;
import org.quanhe.crm.processes.StepTimes;
import org.quanhe.crm.processes.control.Plan.PlannedStep;
import org.quanhe.crm.processes.entity.BusinessProcess;
import org.quanhe.crm.processes.entity.ProcessVersion;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.spi.Access;

/** How long steps took, counted over records that the caller may read. */
@ApplicationScoped
public class TimesReport {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private Versions versions;

    @Inject
    private RunRecords records;

    @Inject
    private Access access;

    private record Done(long record, long minutes, boolean targeted, boolean late) {}

    private record Place(int version, String step) {}

    /** See {@link org.quanhe.crm.processes.ProcessRuns#times}. */
    public StepTimes of(BusinessProcess process, LocalDate from, LocalDate to) {
        Map<Place, List<Done>> done = done(process, from, to);
        Map<Place, List<Long>> waiting = waiting(process);
        Set<Long> readable = readable(process, done, waiting);
        List<StepTimes.Line> lines = new ArrayList<>();
        for (ProcessVersion version : versions.all(process)) {
            for (PlannedStep step : PlanReader.stored(version.document()).steps()) {
                Place place = new Place(version.number(), step.key());
                lines.add(line(
                        place,
                        step,
                        done.getOrDefault(place, List.of()).stream()
                                .filter(one -> readable.contains(one.record()))
                                .toList(),
                        waiting.getOrDefault(place, List.of()).stream()
                                .filter(readable::contains)
                                .count()));
            }
        }
        return new StepTimes(from, to, lines);
    }

    private static StepTimes.Line line(Place place, PlannedStep step, List<Done> done, long waiting) {
        List<Long> minutes = done.stream().map(Done::minutes).toList();
        return new StepTimes.Line(
                place.version(),
                step.key(),
                step.title(),
                done.size(),
                Figures.average(minutes),
                Figures.median(minutes),
                (int) done.stream().filter(Done::targeted).count(),
                (int) done.stream().filter(Done::late).count(),
                (int) waiting);
    }

    private Map<Place, List<Done>> done(BusinessProcess process, LocalDate from, LocalDate to) {
        Map<Place, List<Done>> done = new HashMap<>();
        entities.createQuery(
                        "select s.versionNumber, s.step, r.recordId, s.minutes, s.dueAt, s.leftAt"
                                + " from StepStay s, ProcessRun r where r.id = s.runId and s.processId = :process"
                                + " and s.leftAt >= :from and s.leftAt < :to",
                        Object[].class)
                .setParameter("process", process.id())
                .setParameter("from", from.atStartOfDay(RunBook.zone()).toInstant())
                .setParameter("to", to.plusDays(1).atStartOfDay(RunBook.zone()).toInstant())
                .getResultList()
                .forEach(row -> done.computeIfAbsent(
                                new Place((Integer) row[0], (String) row[1]), place -> new ArrayList<>())
                        .add(done((Long) row[2], (Long) row[3], (Instant) row[4], (Instant) row[5])));
        return done;
    }

    private static Done done(long record, long minutes, @Nullable Instant due, Instant left) {
        return new Done(record, minutes, due != null, due != null && left.isAfter(due));
    }

    private Map<Place, List<Long>> waiting(BusinessProcess process) {
        Map<Place, List<Long>> waiting = new HashMap<>();
        entities.createQuery(
                        "select s.versionNumber, s.step, r.recordId from StepStay s, ProcessRun r"
                                + " where r.id = s.runId and s.processId = :process and s.leftAt is null"
                                + " and r.state = :running",
                        Object[].class)
                .setParameter("process", process.id())
                .setParameter("running", RunView.State.RUNNING)
                .getResultList()
                .forEach(row -> waiting.computeIfAbsent(
                                new Place((Integer) row[0], (String) row[1]), place -> new ArrayList<>())
                        .add((Long) row[2]));
        return waiting;
    }

    /** Which of the records the caller may read: of those who read all, none is looked at. */
    private Set<Long> readable(BusinessProcess process, Map<Place, List<Done>> done, Map<Place, List<Long>> waiting) {
        Set<Long> ids =
                done.values().stream().flatMap(List::stream).map(Done::record).collect(Collectors.toSet());
        waiting.values().forEach(ids::addAll);
        return access.readable(process.recordType()).equals(Filter.ALL)
                ? ids
                : records.readable(process.recordType(), ids).keySet();
    }
}
