package org.quanhe.crm.pipeline.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.pipeline.Board;
import org.quanhe.crm.pipeline.PipelineView;
import org.quanhe.crm.pipeline.Stage;
import org.quanhe.crm.pipeline.entity.Opportunity;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.spi.ContactLog;

/** Reads the board: the database counts and adds, and only the cards that are shown are loaded. */
@ApplicationScoped
public class BoardReader {
    private static final int AT_ONCE = 200;

    /** What is the same in all of a column stands in the order too: only so H2 reads no more than is shown. */
    private static final String LONGEST_FIRST =
            " order by r.pipeline, r.status, r.deletedAt, r.stage, r.stageSince, r.id";

    @Inject
    private Counted counted;

    @Inject
    private Ways ways;

    @Inject
    private RecordViews views;

    @Inject
    private RecordTypes types;

    @Inject
    private ContactLog contacts;

    @Inject
    private TimeSource time;

    public Board read(Board.Question question) {
        PipelineView pipeline = ways.named(question.pipeline());
        Counted.Scope open = counted.scope(pipeline.code(), question.whose(), List.of("stage", "status"))
                .and("r.status = 'open'", Map.of());
        Counted.Scope asked = question.stuck() ? open.and(stuck(pipeline), limits(pipeline)) : open;
        Tables tables = new Tables();
        if (question.withoutNextStep()) {
            bare(asked, tables, question.cards())
                    .forEach(some ->
                            tables.count(group(asked.and("r.id in :ids", Map.of("ids", some)), pipeline), pipeline));
        } else {
            tables.count(group(asked, pipeline), pipeline);
        }
        Map<String, List<Board.Card>> cards = cards(pipeline, asked, question, tables.first);
        return board(pipeline, tables, cards);
    }

    private Board board(PipelineView pipeline, Tables tables, Map<String, List<Board.Card>> cards) {
        boolean amounts = counted.amounts();
        List<Board.Column> columns = pipeline.open().stream()
                .map(stage -> new Board.Column(
                        stage,
                        tables.of(tables.all, stage).figures(amounts, counted.currency()),
                        tables.of(tables.all, stage).weighted(amounts, counted.currency()),
                        tables.of(tables.stuck, stage).figures(amounts, counted.currency()),
                        cards.getOrDefault(stage.code(), List.of())))
                .toList();
        return new Board(
                pipeline,
                amounts,
                tables.total.figures(amounts, counted.currency()),
                tables.total.weighted(amounts, counted.currency()),
                tables.stuckTotal.figures(amounts, counted.currency()),
                columns);
    }

    /** What stands longer than the norm of its stage. */
    private static String stuck(PipelineView pipeline) {
        List<String> parts = new ArrayList<>();
        List<Stage> open = pipeline.open();
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i).norm().isPresent()) {
                parts.add("r.stage = :stage" + i + " and r.stageSince < :limit" + i);
            }
        }
        return parts.isEmpty() ? "1 = 0" : "(" + String.join(" or ", parts) + ")";
    }

    private Map<String, Object> limits(PipelineView pipeline) {
        Map<String, Object> limits = new HashMap<>();
        List<Stage> open = pipeline.open();
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i).norm().isPresent()) {
                limits.put("stage" + i, open.get(i).code());
                limits.put("limit" + i, limit(open.get(i)));
            }
        }
        return limits;
    }

    private Instant limit(Stage stage) {
        return time.now().minus(stage.norm().orElseThrow(), ChronoUnit.DAYS);
    }

    /** All of them, and those that are stuck among them, from one look at each. */
    private List<Object[]> group(Counted.Scope scope, PipelineView pipeline) {
        String stuck = "case when " + stuck(pipeline);
        return counted.rows(
                "select r.stage, r.currency, r.probability, count(r), sum(r.amountValue), sum(" + stuck
                        + " then 1 else 0 end), sum(" + stuck
                        + " then r.amountValue else 0 end) from Opportunity r where %s"
                        + " group by r.stage, r.currency, r.probability",
                scope.with(limits(pipeline)));
    }

    /** Numbers of those for which nothing is planned, some at a time; of each stage the first are noted. */
    private List<List<Long>> bare(Counted.Scope scope, Tables tables, int cards) {
        Map<Long, String> stages = new LinkedHashMap<>();
        counted.rows("select r.id, r.stage from Opportunity r where %s order by r.stageSince, r.id", scope)
                .forEach(row -> stages.put((Long) row[0], (String) row[1]));
        List<Long> ids = new ArrayList<>(stages.keySet());
        List<List<Long>> bare = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<Long> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            Set<Long> planned = contacts.nextSteps(Opportunity.TYPE, some).keySet();
            List<Long> without =
                    some.stream().filter(id -> !planned.contains(id)).toList();
            if (!without.isEmpty()) {
                bare.add(without);
            }
            for (long id : without) {
                List<Long> first = tables.first.computeIfAbsent(stages.get(id), stage -> new ArrayList<>());
                if (first.size() < cards) {
                    first.add(id);
                }
            }
        }
        return bare;
    }

    private List<Opportunity> standing(
            Stage stage, Counted.Scope asked, Board.Question question, Map<String, List<Long>> first) {
        Counted.Scope column = asked.and("r.stage = :column", Map.of("column", stage.code()));
        if (question.withoutNextStep()) {
            List<Long> ids = first.getOrDefault(stage.code(), List.of());
            if (ids.isEmpty()) {
                return List.of();
            }
            column = column.and("r.id in :ids", Map.of("ids", ids));
        }
        return question.cards() == 0
                ? List.of()
                : counted.query("select r from Opportunity r where %s" + LONGEST_FIRST, column, Opportunity.class)
                        .setMaxResults(question.cards())
                        .getResultList();
    }

    private Map<String, List<Board.Card>> cards(
            PipelineView pipeline, Counted.Scope asked, Board.Question question, Map<String, List<Long>> first) {
        Map<String, List<Opportunity>> found = new LinkedHashMap<>();
        pipeline.open().forEach(stage -> found.put(stage.code(), standing(stage, asked, question, first)));
        List<Opportunity> all = found.values().stream().flatMap(List::stream).toList();
        List<RecordView> shown = views.views(types.named(Opportunity.TYPE), all);
        Map<Long, RecordView> next = next(all);
        Map<String, List<Board.Card>> cards = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            Opportunity one = all.get(i);
            Stage stage = pipeline.stage(Objects.requireNonNullElse(one.getStage(), ""))
                    .orElseThrow();
            boolean late = stage.norm().isPresent() && one.getStageSince().isBefore(limit(stage));
            cards.computeIfAbsent(stage.code(), code -> new ArrayList<>())
                    .add(new Board.Card(
                            shown.get(i),
                            next.get(one.getId()),
                            Math.max(
                                    0,
                                    Duration.between(one.getStageSince(), time.now())
                                            .toDays()),
                            late));
        }
        return cards;
    }

    private Map<Long, RecordView> next(List<Opportunity> all) {
        Map<Long, RecordView> next = new HashMap<>();
        List<Long> ids = all.stream().map(Opportunity::getId).toList();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            next.putAll(contacts.nextSteps(Opportunity.TYPE, ids.subList(from, Math.min(ids.size(), from + AT_ONCE))));
        }
        return next;
    }

    /** What was counted, by stage and of all. */
    private final class Tables {
        private final Map<String, Tally> all = new HashMap<>();
        private final Map<String, Tally> stuck = new HashMap<>();
        private final Tally total = new Tally();
        private final Tally stuckTotal = new Tally();
        private final Map<String, List<Long>> first = new HashMap<>();

        void count(List<Object[]> rows, PipelineView pipeline) {
            for (@Nullable Object[] row : rows) {
                add(row, pipeline, all, total, 3);
                if (((Number) row[5]).longValue() > 0) {
                    add(row, pipeline, stuck, stuckTotal, 5);
                }
            }
        }

        Tally of(Map<String, Tally> tallies, Stage stage) {
            return tallies.computeIfAbsent(stage.code(), code -> new Tally());
        }

        private void add(@Nullable Object[] row, PipelineView pipeline, Map<String, Tally> tallies, Tally sum, int at) {
            pipeline.stage(String.valueOf(row[0])).ifPresent(stage -> {
                BigDecimal own = counted.reads("probability") ? (BigDecimal) row[2] : null;
                BigDecimal probability = own == null ? BigDecimal.valueOf(stage.probability()) : own;
                Stream.of(of(tallies, stage), sum)
                        .forEach(tally -> tally.add(
                                ((Number) row[at]).longValue(),
                                (String) row[1],
                                (BigDecimal) row[at + 1],
                                probability));
            });
        }
    }
}
