package org.quanhe.crm.pipeline.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.quanhe.crm.pipeline.Narrowing;
import org.quanhe.crm.pipeline.Outcomes;
import org.quanhe.crm.pipeline.Period;
import org.quanhe.crm.pipeline.PipelineView;
import org.quanhe.crm.pipeline.entity.Opportunity;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.TextFold;

/** Counts what was won and lost, by reason and by competitor. */
@ApplicationScoped
public class OutcomeReader {
    @Inject
    private Counted counted;

    @Inject
    private Ways ways;

    /** What was closed for one reason, or against one competitor. */
    private static final class Closed {
        private final String code;
        private final Tally won = new Tally();
        private final Tally lost = new Tally();

        Closed(String code) {
            this.code = code;
        }

        void add(Object[] row) {
            (Opportunity.WON.equals(row[0]) ? won : lost)
                    .add(((Number) row[4]).longValue(), (String) row[3], (BigDecimal) row[5]);
        }

        long count() {
            return won.count() + lost.count();
        }
    }

    public Outcomes read(String code, Narrowing whose, Period period) {
        PipelineView pipeline = ways.named(code);
        Counted.Scope scope = counted.scope(pipeline.code(), whose, List.of("status", "closedAt"))
                .and(
                        "r.status <> 'open' and r.closedAt >= :from and r.closedAt < :to",
                        Map.of(
                                "from",
                                Counted.begin(period.from()),
                                "to",
                                Counted.begin(period.to().plusDays(1))));
        List<Object[]> rows = counted.rows(
                "select r.status, r.reason, r.competitor, r.currency, count(r), sum(r.amountValue)"
                        + " from Opportunity r where %s"
                        + " group by r.status, r.reason, r.competitor, r.currency",
                scope);
        Closed all = new Closed("");
        rows.forEach(all::add);
        boolean amounts = counted.amounts();
        return new Outcomes(
                pipeline,
                amounts,
                all.won.figures(amounts, counted.currency()),
                all.lost.figures(amounts, counted.currency()),
                Shares.rate(all.won.count(), all.count()),
                counted.reads("reason") ? lines(rows, 1, Function.identity(), OutcomeReader::reason) : List.of(),
                counted.reads("competitor") ? lines(rows, 2, TextFold::fold, OutcomeReader::competitor) : List.of());
    }

    private List<Outcomes.Line> lines(
            List<Object[]> rows, int by, Function<String, String> alike, Function<String, LocalizedMessage> name) {
        Map<String, Closed> found = new LinkedHashMap<>();
        rows.stream()
                .sorted(Comparator.comparing(row -> Objects.toString(row[by], "")))
                .forEach(row -> {
                    String code = Objects.toString(row[by], "");
                    found.computeIfAbsent(alike.apply(code), key -> new Closed(code))
                            .add(row);
                });
        boolean amounts = counted.amounts();
        return found.values().stream()
                .sorted(Comparator.comparing((Closed one) -> one.code.isEmpty())
                        .thenComparing(one -> -one.count())
                        .thenComparing(one -> one.code))
                .map(one -> new Outcomes.Line(
                        one.code,
                        name.apply(one.code),
                        one.won.figures(amounts, counted.currency()),
                        one.lost.figures(amounts, counted.currency()),
                        Shares.rate(one.won.count(), one.count())))
                .toList();
    }

    private static LocalizedMessage reason(String code) {
        return LocalizedMessage.of(code.isEmpty() ? "pipeline.outcome.noReason" : Opportunity.TYPE + ".reason." + code);
    }

    private static LocalizedMessage competitor(String name) {
        return name.isEmpty() ? LocalizedMessage.of("pipeline.outcome.noCompetitor") : LocalizedMessage.verbatim(name);
    }
}
