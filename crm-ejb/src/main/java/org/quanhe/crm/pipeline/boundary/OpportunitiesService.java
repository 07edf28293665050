package org.quanhe.crm.pipeline.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.pipeline.Opportunities;
import org.quanhe.crm.pipeline.PipelineView;
import org.quanhe.crm.pipeline.Stage;
import org.quanhe.crm.pipeline.StageStay;
import org.quanhe.crm.pipeline.control.StageDemands;
import org.quanhe.crm.pipeline.control.StageHistory;
import org.quanhe.crm.pipeline.control.Ways;
import org.quanhe.crm.pipeline.entity.Opportunity;
import org.quanhe.crm.pipeline.entity.StayRow;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordVerbs;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.spi.Access;

/** The façade of what is done with opportunities. A pipeline is held before its record: always in that order. */
@Stateless
@Local(Opportunities.class)
public class OpportunitiesService implements Opportunities {
    private static final int LONGEST_COMPETITOR = 120;

    @Inject
    private RecordVerbs verbs;

    @Inject
    private RecordViews views;

    @Inject
    private RecordTypes types;

    @Inject
    private Ways ways;

    @Inject
    private StageDemands demands;

    @Inject
    private StageHistory history;

    @Inject
    private Access access;

    @Inject
    private TimeSource time;

    @Override
    public RecordView move(RecordRef ref, @Nullable Long version, String stage) {
        PipelineView pipeline = held(ref);
        Stage next = pipeline.stage(stage).orElseThrow(() -> unknownStage(pipeline, stage));
        return switch (next.end()) {
            case WON -> win(ref, version, new Outcome(Optional.empty(), Optional.empty()));
            case LOST ->
                throw CrmException.invalidField("reason", LocalizedMessage.of("pipeline.error.reason", next.name()));
            case OPEN ->
                done(ref, version, opportunity -> {
                    if (!opportunity.closed() && !next.code().equals(opportunity.getStage())) {
                        demands.meet(opportunity, next);
                    }
                    opportunity.moveTo(next, time.now());
                });
        };
    }

    @Override
    public RecordView win(RecordRef ref, @Nullable Long version, Outcome outcome) {
        PipelineView pipeline = held(ref);
        Stage end = pipeline.ending(Stage.End.WON);
        known(pipeline, outcome.reason());
        return done(ref, version, opportunity -> {
            if (!opportunity.closed()) {
                demands.meet(opportunity, end);
            }
            opportunity.win(end, outcome.reason(), time.now());
            name(opportunity, outcome);
        });
    }

    @Override
    public RecordView lose(RecordRef ref, @Nullable Long version, Outcome outcome) {
        PipelineView pipeline = held(ref);
        Stage end = pipeline.ending(Stage.End.LOST);
        known(pipeline, outcome.reason());
        return done(ref, version, opportunity -> {
            name(opportunity, outcome);
            if (!opportunity.closed() && outcome.reason().isPresent()) {
                demands.meet(opportunity, end);
            }
            opportunity.lose(end, outcome.reason().orElse(""), time.now());
        });
    }

    @Override
    public RecordView reopen(RecordRef ref, @Nullable Long version) {
        PipelineView pipeline = held(ref);
        List<StayRow> stays = new ArrayList<>(history.of(ref.id()));
        Collections.reverse(stays);
        Stage again = stays.stream()
                .flatMap(stay -> pipeline.stage(stay.stage()).stream())
                .filter(Stage::open)
                .findFirst()
                .orElseGet(pipeline::first);
        return done(ref, version, opportunity -> opportunity.reopen(again, time.now()));
    }

    @Override
    public List<StageStay> stays(RecordRef ref) {
        Opportunity seen = visible(ref);
        if (!access.fields(Opportunity.TYPE).readable("stage")) {
            return List.of();
        }
        List<StayRow> rows = history.of(seen.getId());
        TreeSet<Long> people = new TreeSet<>();
        rows.forEach(row -> {
            people.add(row.enteredBy());
            people.add(Objects.requireNonNullElse(row.leftBy(), row.enteredBy()));
        });
        Map<Long, String> names = views.names(people);
        Instant now = time.now();
        return rows.stream()
                .map(row -> new StageStay(
                        row.stage(),
                        LocalizedMessage.of(Opportunity.TYPE + ".stage." + row.stage()),
                        row.enteredAt(),
                        names.getOrDefault(row.enteredBy(), ""),
                        row.leftAt(),
                        row.leftBy() == null ? "" : names.getOrDefault(row.leftBy(), ""),
                        Math.max(
                                0,
                                Duration.between(row.enteredAt(), Objects.requireNonNullElse(row.leftAt(), now))
                                        .toSeconds())))
                .toList();
    }

    private Opportunity visible(RecordRef ref) {
        if (!ref.type().equals(Opportunity.TYPE)) {
            throw CrmException.notFound(ref);
        }
        if (views.visible(types.named(Opportunity.TYPE), ref.id()) instanceof Opportunity seen) {
            return seen;
        }
        throw CrmException.notFound(ref);
    }

    private PipelineView held(RecordRef ref) {
        Opportunity seen = visible(ref);
        verbs.demandWritable(Opportunity.TYPE, seen);
        if (!access.fields(Opportunity.TYPE).writable("stage")) {
            throw CrmException.forbidden("records.error.mayNotChange", seen.title());
        }
        return ways.held(Objects.requireNonNullElse(seen.getPipeline(), ""));
    }

    /** Two people at once: the database decides, the slower one is told. */
    private RecordView done(RecordRef ref, @Nullable Long version, Consumer<Opportunity> verb) {
        try {
            return alone(ref, version, verb);
        } catch (OptimisticLockException | PessimisticLockException | LockTimeoutException overtaken) {
            throw new CrmException(
                    CrmException.Kind.CONFLICT, LocalizedMessage.of("records.error.overtaken"), List.of(), overtaken);
        }
    }

    /** What is done with the record, once it is certain that nobody was faster. */
    private RecordView alone(RecordRef ref, @Nullable Long version, Consumer<Opportunity> verb) {
        Opportunity opportunity = verbs.locked(Opportunity.class, ref, null);
        verbs.demandWritable(Opportunity.TYPE, opportunity);
        if (version != null && !opportunity.unedited(version)) {
            throw stale(opportunity);
        }
        verbs.act(Opportunity.TYPE, opportunity, LocalizedMessage.verbatim(""), () -> verb.accept(opportunity));
        return views.view(types.named(Opportunity.TYPE), opportunity);
    }

    private CrmException stale(Opportunity opportunity) {
        long by = opportunity.getUpdatedBy();
        return new CrmException(
                CrmException.Kind.STALE,
                LocalizedMessage.of(
                        "pipeline.error.faster",
                        views.names(List.of(by)).getOrDefault(by, ""),
                        opportunity.title(),
                        LocalizedMessage.of(Opportunity.TYPE + ".stage." + opportunity.getStage())));
    }

    private static CrmException unknownStage(PipelineView pipeline, String stage) {
        return CrmException.invalidField(
                "stage",
                LocalizedMessage.of(
                        "pipeline.error.unknownStage",
                        stage.length() > 60 ? stage.substring(0, 60) + "…" : stage,
                        pipeline.name()));
    }

    private static void known(PipelineView pipeline, Optional<String> reason) {
        reason.ifPresent(code -> {
            if (pipeline.reasons().stream().noneMatch(known -> known.code().equals(code))) {
                throw CrmException.invalidField(
                        "reason",
                        LocalizedMessage.of(
                                "pipeline.error.unknownReason",
                                code.length() > 60 ? code.substring(0, 60) + "…" : code));
            }
        });
    }

    private void name(Opportunity opportunity, Outcome outcome) {
        outcome.competitor()
                .map(String::strip)
                .filter(name -> !same(opportunity, name))
                .ifPresent(name -> {
                    if (!access.fields(Opportunity.TYPE).writable("competitor")) {
                        throw CrmException.invalidField("competitor", LocalizedMessage.of("records.error.readOnly"));
                    }
                    opportunity.setCompetitor(competitor(name));
                });
    }

    private static boolean same(Opportunity opportunity, String competitor) {
        return competitor.equals(Objects.requireNonNullElse(opportunity.getCompetitor(), ""));
    }

    private static @Nullable String competitor(String told) {
        if (told.length() > LONGEST_COMPETITOR) {
            throw CrmException.invalidField(
                    "competitor", LocalizedMessage.of("records.error.tooLong", told.length(), LONGEST_COMPETITOR));
        }
        return told.isEmpty() ? null : told;
    }
}
