package org.quanhe.crm.pipeline.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.pipeline.Forecast;
import org.quanhe.crm.pipeline.Forecast.Weighing;
import org.quanhe.crm.pipeline.PipelineView;
import org.quanhe.crm.pipeline.Stage;
import org.quanhe.crm.pipeline.entity.Opportunity;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordViews;

/** Adds up what is expected to be sold, month by month. */
@ApplicationScoped
public class ForecastReader {
    private static final Set<String> WELL_POSSIBLE = Set.of(Opportunity.COMMIT, Opportunity.BEST_CASE);
    private static final Comparator<Key> BY_MONTH =
            Comparator.comparing(Key::month).thenComparing(Key::who);
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2197;

    @Inject
    private Counted counted;

    @Inject
    private Ways ways;

    @Inject
    private RecordViews views;

    @Inject
    private RecordTypes types;

    private record Key(YearMonth month, long who) {}

    /** What is expected of somebody in a month. */
    private static final class Expected {
        private final Tally won = new Tally();
        private final Tally commit = new Tally();
        private final Tally bestCase = new Tally();
        private final Tally all = new Tally();
    }

    public Forecast read(Forecast.Question question) {
        if (question.months() < 1 || question.months() > Forecast.Question.MOST_MONTHS) {
            throw CrmException.invalidField(
                    "months", LocalizedMessage.of("pipeline.error.months", Forecast.Question.MOST_MONTHS));
        }
        if (question.from().getYear() < FIRST_YEAR || question.from().getYear() > LAST_YEAR) {
            throw CrmException.invalidField(
                    "from",
                    LocalizedMessage.of(
                            "pipeline.error.year", Integer.toString(FIRST_YEAR), Integer.toString(LAST_YEAR)));
        }
        PipelineView pipeline = ways.named(question.pipeline());
        boolean byTeam = question.by() == Forecast.By.TEAM;
        Counted.Scope scope = counted.scope(
                pipeline.code(),
                question.whose(),
                question.weighing() == Weighing.MODEL
                        ? List.of("stage", "status", "expectedClose", byTeam ? "team" : "owner", "winProbability")
                        : List.of("stage", "status", "expectedClose", byTeam ? "team" : "owner"));
        String who = byTeam ? "r.teamId" : "r.ownerId";
        Map<Key, Expected> lines = new TreeMap<>(BY_MONTH);
        Map<Key, Expected> months = new TreeMap<>(BY_MONTH);
        IntStream.range(0, question.months())
                .forEach(i -> months.put(new Key(question.from().plusMonths(i), 0), new Expected()));
        open(pipeline, scope, question, who, lines, months);
        won(scope, question, who, lines, months);
        return told(pipeline, byTeam, lines, months);
    }

    private void open(
            PipelineView pipeline,
            Counted.Scope scope,
            Forecast.Question question,
            String who,
            Map<Key, Expected> lines,
            Map<Key, Expected> months) {
        LocalDate first = question.from().atDay(1);
        LocalDate end = question.from().plusMonths(question.months()).atDay(1);
        boolean byModel = question.weighing() == Weighing.MODEL;
        String probability = byModel ? "r.winProbability" : "r.probability";
        List<Object[]> rows = counted.rows(
                "select r.expectedClose, " + who + ", r.forecast, r.stage, " + probability + ", r.currency, count(r),"
                        + " sum(r.amountValue) from Opportunity r where %s group by r.expectedClose, " + who
                        + ", r.forecast, r.stage, " + probability + ", r.currency",
                scope.and(
                        "r.status = 'open' and r.expectedClose >= :first and r.expectedClose < :end",
                        Map.of("first", first, "end", end)));
        for (Object[] row : rows) {
            YearMonth month = YearMonth.from((LocalDate) row[0]);
            for (Expected expected : expected(month, row[1], lines, months)) {
                open(pipeline, expected, row, byModel);
            }
        }
    }

    private void open(PipelineView pipeline, Expected expected, Object[] row, boolean byModel) {
        long many = ((Number) row[6]).longValue();
        String currency = (String) row[5];
        BigDecimal worth = (BigDecimal) row[7];
        String sure = counted.reads("forecast") ? (String) row[2] : Opportunity.IN_PIPELINE;
        if (Opportunity.COMMIT.equals(sure)) {
            expected.commit.add(many, currency, worth);
        }
        if (WELL_POSSIBLE.contains(sure)) {
            expected.bestCase.add(many, currency, worth);
        }
        if (!Opportunity.OMITTED.equals(sure)) {
            BigDecimal own = byModel || counted.reads("probability") ? (BigDecimal) row[4] : null;
            int ofStage =
                    pipeline.stage((String) row[3]).map(Stage::probability).orElse(0);
            expected.all.add(many, currency, worth, own == null ? BigDecimal.valueOf(ofStage) : own);
        }
    }

    private void won(
            Counted.Scope scope,
            Forecast.Question question,
            String who,
            Map<Key, Expected> lines,
            Map<Key, Expected> months) {
        Instant first = Counted.begin(question.from().atDay(1));
        Instant end =
                Counted.begin(question.from().plusMonths(question.months()).atDay(1));
        List<Object[]> rows = counted.rows(
                "select r.closedAt, " + who + ", r.currency, r.amountValue from Opportunity r where %s",
                scope.and(
                        "r.status = 'won' and r.closedAt >= :first and r.closedAt < :end",
                        Map.of("first", first, "end", end)));
        for (Object[] row : rows) {
            YearMonth month = YearMonth.from(((Instant) row[0]).atZone(Counted.zone()));
            for (Expected expected : expected(month, row[1], lines, months)) {
                expected.won.add(1, (String) row[2], (BigDecimal) row[3]);
            }
        }
    }

    private static List<Expected> expected(
            YearMonth month, @Nullable Object who, Map<Key, Expected> lines, Map<Key, Expected> months) {
        long number = who == null ? 0 : (Long) who;
        return List.of(
                lines.computeIfAbsent(new Key(month, number), key -> new Expected()),
                months.computeIfAbsent(new Key(month, 0), key -> new Expected()));
    }

    private Forecast told(PipelineView pipeline, boolean byTeam, Map<Key, Expected> lines, Map<Key, Expected> months) {
        Set<Long> people = new LinkedHashSet<>();
        lines.keySet().forEach(key -> people.add(key.who()));
        people.remove(0L);
        Map<Long, String> names = byTeam ? teams(people) : views.names(people);
        List<Forecast.Line> shown = new ArrayList<>();
        lines.forEach((key, expected) -> shown.add(line(key, names.getOrDefault(key.who(), ""), expected)));
        shown.sort(Comparator.comparing((Forecast.Line line) -> line.who() == 0)
                .thenComparing(Forecast.Line::name)
                .thenComparing(Forecast.Line::who)
                .thenComparing(Forecast.Line::month));
        List<Forecast.Line> sums = new ArrayList<>();
        months.forEach((key, expected) -> sums.add(line(key, "", expected)));
        return new Forecast(pipeline, counted.amounts(), sums, shown);
    }

    private Map<Long, String> teams(Set<Long> ids) {
        Map<Long, String> names = new HashMap<>();
        views.load(types.named("teams"), ids).forEach(team -> names.put(team.getId(), team.title()));
        return names;
    }

    private Forecast.Line line(Key key, String name, Expected expected) {
        boolean amounts = counted.amounts();
        return new Forecast.Line(
                key.month(),
                key.who(),
                Objects.requireNonNullElse(name, ""),
                expected.won.figures(amounts, counted.currency()),
                expected.commit.figures(amounts, counted.currency()),
                expected.bestCase.figures(amounts, counted.currency()),
                expected.all.weighted(amounts, counted.currency()));
    }
}
