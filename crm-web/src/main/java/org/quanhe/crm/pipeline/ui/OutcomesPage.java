package org.quanhe.crm.pipeline.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.pipeline.Outcomes;
import org.quanhe.crm.pipeline.Period;
import org.quanhe.crm.pipeline.PipelineReports;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Viewer;

/** What was won and lost in a period, by reason and by competitor. */
@Named
@RequestScoped
public class OutcomesPage {
    private static final int DAYS = 90;

    @Inject
    private PipelineReports reports;

    @Inject
    private Views views;

    @Inject
    private Amounts amounts;

    @Inject
    private Viewer viewer;

    private Period period;
    private Outcomes outcomes;
    private String problem = "";

    @PostConstruct
    void open() {
        Period last = new Period(viewer.today().minusDays(DAYS - 1L), viewer.today());
        Views.Asked asked = views.period("from", "to", last);
        period = asked.period();
        problem = asked.problem();
        outcomes = reports.outcomes(views.getPipeline(), views.whose(), period);
    }

    public List<Row> getReasons() {
        return outcomes.byReason().stream().map(line -> row(line, "reason")).toList();
    }

    public List<Row> getCompetitors() {
        return outcomes.byCompetitor().stream()
                .map(line -> row(line, "competitor"))
                .toList();
    }

    private Row row(Outcomes.Line line, String field) {
        return new Row(
                viewer.texts().text(line.name()),
                viewer.told().number(line.won().count()),
                amounts.sum(line.won().sums()),
                viewer.told().number(line.lost().count()),
                amounts.sum(line.lost().sums()),
                rate(line.winRate()),
                line.code().isEmpty()
                        ? ""
                        : Links.list("opportunities") + "&filter="
                                + Links.encode(field + " == \"" + line.code().replace("\"", "\\\"") + "\""));
    }

    private String rate(@Nullable BigDecimal rate) {
        return rate == null ? "–" : viewer.told().percent(rate);
    }

    public boolean isBlank() {
        return outcomes.won().count() + outcomes.lost().count() == 0;
    }

    public String getWon() {
        return viewer.told().number(outcomes.won().count());
    }

    public Amounts.Sum getWonSum() {
        return amounts.sum(outcomes.won().sums());
    }

    public String getLost() {
        return viewer.told().number(outcomes.lost().count());
    }

    public Amounts.Sum getLostSum() {
        return amounts.sum(outcomes.lost().sums());
    }

    public String getWinRate() {
        return rate(outcomes.winRate());
    }

    public String getProblem() {
        return problem;
    }

    public String getFrom() {
        return period.from().toString();
    }

    public String getTo() {
        return period.to().toString();
    }

    /** A reason or a competitor; {@code href} is empty where none was given. */
    public record Row(
            String name, String won, Amounts.Sum wonSum, String lost, Amounts.Sum lostSum, String rate, String href) {}
}
