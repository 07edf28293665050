package org.quanhe.crm.pipeline.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.quanhe.crm.pipeline.Figures;
import org.quanhe.crm.pipeline.Funnel;
import org.quanhe.crm.pipeline.Funnel.Part;
import org.quanhe.crm.pipeline.PipelineView;
import org.quanhe.crm.pipeline.Stage;
import org.quanhe.crm.pipeline.control.Trails.Trail;
import org.quanhe.crm.pipeline.entity.Opportunity;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.ListQuery;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordViews;

/** Counts how far opportunities came, from the stages in which they stood. */
@ApplicationScoped
public class FunnelReader {
    @Inject
    private Counted counted;

    @Inject
    private Ways ways;

    @Inject
    private RecordViews views;

    @Inject
    private RecordTypes types;

    public Funnel read(Funnel.Question question) {
        PipelineView pipeline = ways.named(question.pipeline());
        List<Trail> all = question.by() == Funnel.By.CREATED ? ways(pipeline, question) : trails(pipeline, question);
        Trails trails = counted(pipeline, all);
        List<Stage> stages = stages(pipeline, trails);
        List<BigDecimal> shares = Shares.of(stages.stream()
                .map(stage -> many(trails.of(stage.code(), Part.STANDING)))
                .toList());
        List<Funnel.Line> lines = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            lines.add(line(stages.get(i), shares.get(i), trails));
        }
        return new Funnel(pipeline, question, counted.amounts(), figures(all), lines);
    }

    /** The opportunities behind a figure. */
    public List<RecordView> behind(Funnel.Question question, String stage, Part part, int from, int limit) {
        if (from < 0 || limit < 1 || limit > ListQuery.MAX_LIMIT) {
            throw CrmException.invalid("records.error.limit", ListQuery.MAX_LIMIT);
        }
        PipelineView pipeline = ways.named(question.pipeline());
        Trails trails = counted(
                pipeline, question.by() == Funnel.By.CREATED ? made(pipeline, question) : trails(pipeline, question));
        if (stages(pipeline, trails).stream().noneMatch(known -> known.code().equals(stage))) {
            throw CrmException.invalidField(
                    "stage",
                    LocalizedMessage.of(
                            "pipeline.error.unknownStage",
                            stage.length() > 60 ? stage.substring(0, 60) + "…" : stage,
                            pipeline.name()));
        }
        List<Long> ids = trails.of(stage, part).stream()
                .map(Trail::id)
                .sorted()
                .skip(from)
                .limit(limit)
                .toList();
        RecordTypeDescriptor type = types.named(Opportunity.TYPE);
        return views.views(type, views.load(type, ids));
    }

    private static Trails counted(PipelineView pipeline, List<Trail> all) {
        return new Trails(
                pipeline.open().stream().map(Stage::code).toList(),
                pipeline.ending(Stage.End.WON).code(),
                pipeline.ending(Stage.End.LOST).code(),
                all);
    }

    /** Those of the pipeline; between the open ones and the ends those that are not there any more. */
    private static List<Stage> stages(PipelineView pipeline, Trails trails) {
        List<Stage> stages = new ArrayList<>(pipeline.open());
        trails.gone()
                .forEach(code -> stages.add(new Stage(
                        code,
                        LocalizedMessage.of(Opportunity.TYPE + ".stage." + code),
                        Map.of(),
                        0,
                        OptionalInt.empty(),
                        List.of(),
                        Stage.End.OPEN)));
        stages.add(pipeline.ending(Stage.End.WON));
        stages.add(pipeline.ending(Stage.End.LOST));
        return stages;
    }

    private Funnel.Line line(Stage stage, BigDecimal share, Trails trails) {
        List<Trail> reached = trails.of(stage.code(), Part.REACHED);
        List<Trail> dropped = trails.of(stage.code(), Part.DROPPED);
        return new Funnel.Line(
                stage,
                figures(trails.of(stage.code(), Part.STANDING)),
                share,
                figures(reached),
                figures(dropped),
                figures(trails.of(stage.code(), Part.LOST)),
                stage.open() ? Shares.rate(many(dropped), many(reached)) : null);
    }

    private static long many(List<Trail> trails) {
        return trails.stream().mapToLong(Trail::many).sum();
    }

    private Figures figures(List<Trail> trails) {
        Tally tally = new Tally();
        trails.forEach(trail -> tally.add(trail.many(), trail.currency(), trail.worth()));
        return tally.figures(counted.amounts(), counted.currency());
    }

    /** Those that were made in the period, all with the same way behind them together. */
    private List<Trail> ways(PipelineView pipeline, Funnel.Question question) {
        return counted
                .rows(
                        "select r.visited, r.stage, r.currency, count(r), sum(r.amountValue) from Opportunity r where %s"
                                + " group by r.visited, r.stage, r.currency",
                        madeIn(pipeline, question))
                .stream()
                .map(row -> new Trail(
                        0,
                        ((Number) row[3]).longValue(),
                        Opportunity.visited((String) row[0]),
                        (String) row[1],
                        (String) row[2],
                        (BigDecimal) row[4]))
                .toList();
    }

    /** The same, each for itself. */
    private List<Trail> made(PipelineView pipeline, Funnel.Question question) {
        return counted
                .rows(
                        "select r.id, r.visited, r.stage, r.currency, r.amountValue from Opportunity r where %s",
                        madeIn(pipeline, question))
                .stream()
                .map(row -> new Trail(
                        (Long) row[0],
                        1,
                        Opportunity.visited((String) row[1]),
                        (String) row[2],
                        (String) row[3],
                        (BigDecimal) row[4]))
                .toList();
    }

    private Counted.Scope madeIn(PipelineView pipeline, Funnel.Question question) {
        return scope(pipeline, question).and("r.createdAt >= :from and r.createdAt < :to", moments(question));
    }

    private Counted.Scope scope(PipelineView pipeline, Funnel.Question question) {
        return counted.scope(pipeline.code(), question.whose(), List.of("stage", "status"));
    }

    private static Map<String, Instant> moments(Funnel.Question question) {
        return Map.of(
                "from",
                Counted.begin(question.period().from()),
                "to",
                Counted.begin(question.period().to().plusDays(1)));
    }

    /** Those that came into a stage in the period, with the stages of the period alone. */
    private List<Trail> trails(PipelineView pipeline, Funnel.Question question) {
        Map<Long, List<Object[]>> byId = new LinkedHashMap<>();
        counted.rows(
                        "select r.id, s.stage, r.currency, r.amountValue from Opportunity r, StayRow s"
                                + " where s.opportunityId = r.id and %s order by r.id, s.enteredAt, s.id",
                        scope(pipeline, question)
                                .and(
                                        "s.pipeline = :pipeline and s.enteredAt >= :from and s.enteredAt < :to",
                                        moments(question)))
                .forEach(row -> byId.computeIfAbsent((Long) row[0], id -> new ArrayList<>())
                        .add(row));
        List<Trail> trails = new ArrayList<>();
        byId.forEach((id, rows) -> {
            List<String> entered = rows.stream().map(row -> (String) row[1]).toList();
            Object[] any = rows.get(0);
            trails.add(
                    new Trail(id, 1, entered, entered.get(entered.size() - 1), (String) any[2], (BigDecimal) any[3]));
        });
        return trails;
    }
}
