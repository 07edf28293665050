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
        List<Trail> all = trails(pipeline, question);
        Trails trails = counted(pipeline, all);
        List<Stage> stages = stages(pipeline, trails);
        List<BigDecimal> shares = Shares.of(stages.stream()
                .map(stage -> (long) trails.of(stage.code(), Part.STANDING).size())
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
        Trails trails = counted(pipeline, trails(pipeline, question));
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
                stage.open() ? Shares.rate(dropped.size(), reached.size()) : null);
    }

    private Figures figures(List<Trail> trails) {
        Tally tally = new Tally();
        trails.forEach(trail -> tally.add(1, trail.currency(), trail.worth()));
        return tally.figures(counted.amounts(), counted.currency());
    }

    private List<Trail> trails(PipelineView pipeline, Funnel.Question question) {
        Instant from = Counted.begin(question.period().from());
        Instant to = Counted.begin(question.period().to().plusDays(1));
        boolean created = question.by() == Funnel.By.CREATED;
        Counted.Scope scope = counted.scope(pipeline.code(), question.whose(), List.of("stage", "status"))
                .and(
                        created
                                ? "r.createdAt >= :from and r.createdAt < :to"
                                : "s.pipeline = :pipeline and s.enteredAt >= :from and s.enteredAt < :to",
                        Map.of("from", from, "to", to));
        Map<Long, List<Object[]>> byId = new LinkedHashMap<>();
        counted.rows(
                        "select r.id, s.stage, r.stage, r.currency, r.amountValue from Opportunity r, StayRow s"
                                + " where s.opportunityId = r.id and %s order by r.id, s.enteredAt, s.id",
                        scope)
                .forEach(row -> byId.computeIfAbsent((Long) row[0], id -> new ArrayList<>())
                        .add(row));
        List<Trail> trails = new ArrayList<>();
        byId.forEach((id, rows) -> {
            List<String> entered = rows.stream().map(row -> (String) row[1]).toList();
            Object[] any = rows.get(0);
            String standing = created ? (String) any[2] : entered.get(entered.size() - 1);
            trails.add(new Trail(id, entered, standing, (String) any[3], (BigDecimal) any[4]));
        });
        return trails;
    }
}
