package org.quanhe.crm.automation.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quanhe.crm.automation.entity.AutomationClock;
import org.quanhe.crm.automation.spi.TimedTrigger;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.control.Evaluation;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.spi.Access;
import org.quanhe.crm.search.control.IndexBacklog;
import org.quanhe.crm.search.control.SearchEngine;
import org.quanhe.crm.search.spi.ListAnswer;
import org.quanhe.crm.search.spi.ListRequest;

/**
 * Goes through the records that are due, portion by portion. The runs of a portion and the place where the next one
 * begins are one transaction, under the lock of the automation's clock: a crash repeats what was not committed, and a
 * second server waits.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ClockSteps {
    private static final int PORTION = 200;
    /** Nothing changes it: records keep their places while the runs change them. */
    private static final String ORDER = "createdAt";

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private ActiveAutomations active;

    @Inject
    private NewRuns runs;

    @Inject
    private RecordTypes types;

    @Inject
    private RecordViews views;

    @Inject
    private Access access;

    @Inject
    private SearchEngine engine;

    @Inject
    private IndexBacklog index;

    @Inject
    private TimeSource time;

    /** A record that is due, and what for. */
    private record Candidate(RecordEntity entity, Map<String, Object> values, String occasion) {}

    /** Numbers of automations for which something has fallen due. */
    public List<Long> due() {
        Map<Long, ActiveAutomations.Active> timed = new HashMap<>();
        active.all().stream()
                .filter(one -> one.definition().trigger() instanceof TimedTrigger)
                .forEach(one -> timed.put(one.rule().id(), one));
        if (timed.isEmpty()) {
            return List.of();
        }
        return entities
                .createQuery("select c from AutomationClock c order by c.automationId", AutomationClock.class)
                .getResultList()
                .stream()
                .filter(clock -> timed.containsKey(clock.automation()))
                .filter(clock -> due(timed.get(clock.automation()), clock, clock.upto(time.now()))
                        .isPresent())
                .map(AutomationClock::automation)
                .toList();
    }

    private static Optional<TimedTrigger.Due> due(ActiveAutomations.Active one, AutomationClock clock, Instant upto) {
        Definition definition = one.definition();
        return definition.trigger() instanceof TimedTrigger trigger
                ? trigger.due(definition.on(), clock.settled(), upto)
                : Optional.empty();
    }

    /**
     * Begins the runs of one portion.
     *
     * @return true if there is more to do at once
     */
    public boolean sweep(long automation) {
        AutomationClock clock = entities.find(AutomationClock.class, automation, LockModeType.PESSIMISTIC_WRITE);
        ActiveAutomations.Active one = active.all().stream()
                .filter(known -> known.rule().id() == automation)
                .findFirst()
                .orElse(null);
        if (clock == null || one == null || !(one.definition().trigger() instanceof TimedTrigger trigger)) {
            return false;
        }
        Instant upto = clock.upto(time.now());
        Optional<TimedTrigger.Due> due = due(one, clock, upto);
        if (due.isEmpty()) {
            return false;
        }
        // kept while the index is behind: a moment that moved on with the clock might never be settled
        clock.sweepUpTo(upto);
        if (!index.settledUpTo(due.get().moment())) {
            return false;
        }
        String next = access.as(one.rule().author(), () -> portion(one, trigger, due.get(), clock));
        clock.swept(next.isEmpty() ? null : next);
        return !next.isEmpty();
    }

    /** Where the next portion begins, empty if this was the last. */
    private String portion(
            ActiveAutomations.Active one, TimedTrigger trigger, TimedTrigger.Due due, AutomationClock clock) {
        Definition definition = one.definition();
        RecordTypeDescriptor type = types.named(one.rule().recordType());
        Filter readable = access.readable(type.name());
        Filter meant = due.among().and(definition.condition().filter());
        ListAnswer answer = engine.get()
                .list(new ListRequest(
                        type.name(),
                        meant.and(readable),
                        "",
                        ORDER,
                        false,
                        PORTION,
                        clock.place(),
                        false,
                        Long.MAX_VALUE));
        List<Candidate> candidates = new ArrayList<>();
        // what the index says is held against the database
        for (RecordEntity entity : views.load(type, answer.ids())) {
            Map<String, Object> values = RecordViews.values(type, entity);
            if (RecordViews.within(readable, type, entity)
                    && Evaluation.holds(due.among(), values)
                    && definition.condition().holds(values)) {
                candidates.add(new Candidate(entity, values, trigger.occasion(definition.on(), due, values)));
            }
        }
        Set<String> before = begunBefore(one.rule().id(), candidates);
        for (Candidate candidate : candidates) {
            if (!before.contains(key(candidate.entity().getId(), candidate.occasion()))) {
                RecordRef ref = new RecordRef(type.name(), candidate.entity().getId());
                LocalizedMessage why = LocalizedMessage.of("automation.trace.due", candidate.occasion());
                runs.begin(one, new NewRuns.Subject(ref, candidate.entity().title(), candidate.values(), why))
                        .forOccasion(candidate.occasion());
            }
        }
        runs.nudgeBehindTheCommit();
        String last = answer.last();
        return answer.more() && last != null ? last : "";
    }

    private Set<String> begunBefore(long automation, List<Candidate> candidates) {
        if (candidates.isEmpty()) {
            return Set.of();
        }
        Set<String> before = new HashSet<>();
        entities.createQuery(
                        "select r.recordId, r.occasion from AutomationRun r where r.automationId = :automation"
                                + " and r.recordId in :records and r.occasion in :occasions",
                        Object[].class)
                .setParameter("automation", automation)
                .setParameter(
                        "records",
                        candidates.stream()
                                .map(candidate -> candidate.entity().getId())
                                .toList())
                .setParameter(
                        "occasions",
                        candidates.stream().map(Candidate::occasion).collect(Collectors.toSet()))
                .getResultList()
                .forEach(row -> before.add(key((Long) row[0], (String) row[1])));
        return before;
    }

    private static String key(long record, String occasion) {
        return record + "@" + occasion;
    }
}
