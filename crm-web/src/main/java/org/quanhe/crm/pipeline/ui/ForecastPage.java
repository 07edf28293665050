package org.quanhe.crm.pipeline.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quanhe.crm.pipeline.Forecast;
import org.quanhe.crm.pipeline.PipelineReports;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.shell.ui.Viewer;

/** What is expected to be sold in the next months, of all and by person or team. */
@Named
@RequestScoped
public class ForecastPage {
    private static final int MONTHS = 3;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2197;

    @Inject
    private PipelineReports reports;

    @Inject
    private Views views;

    @Inject
    private Amounts amounts;

    @Inject
    private Viewer viewer;

    private YearMonth from;
    private Forecast forecast;

    @PostConstruct
    void open() {
        from = month();
        String months = views.text("months");
        int asked = months.matches("\\d{1,2}") ? Integer.parseInt(months) : MONTHS;
        forecast = reports.forecast(new Forecast.Question(
                views.getPipeline(),
                views.whose(),
                by(),
                from,
                Math.max(1, Math.min(asked, Forecast.Question.MOST_MONTHS)),
                weighing()));
    }

    private YearMonth month() {
        YearMonth now = YearMonth.from(viewer.today());
        try {
            YearMonth asked = views.text("from").isEmpty() ? now : YearMonth.parse(views.text("from"));
            return asked.getYear() < FIRST_YEAR || asked.getYear() > LAST_YEAR ? now : asked;
        } catch (DateTimeException noMonth) {
            return now;
        }
    }

    private Forecast.By by() {
        return views.text("by").equals("team") ? Forecast.By.TEAM : Forecast.By.OWNER;
    }

    private Forecast.Weighing weighing() {
        return views.text("weighing").equals("model") ? Forecast.Weighing.MODEL : Forecast.Weighing.STAGE;
    }

    public String getWeighing() {
        return weighing() == Forecast.Weighing.MODEL ? "model" : "stage";
    }

    /** By which probability amounts are weighted, in words. */
    public String getWeighed() {
        return viewer.text("ui.pipe.weighing." + getWeighing() + ".help");
    }

    public List<Row> getMonths() {
        return forecast.months().stream().map(this::row).toList();
    }

    /** Months by whoever they are of. */
    public List<Group> getGroups() {
        Map<Long, List<Forecast.Line>> byWho = new LinkedHashMap<>();
        forecast.lines().forEach(line -> byWho.computeIfAbsent(line.who(), who -> new ArrayList<>())
                .add(line));
        return byWho.values().stream()
                .map(lines -> new Group(
                        name(lines.get(0)), lines.stream().map(this::row).toList()))
                .toList();
    }

    private String name(Forecast.Line line) {
        return line.name().isEmpty() ? viewer.text("ui.pipe.nobody") : line.name();
    }

    private Row row(Forecast.Line line) {
        return new Row(
                told(line.month()),
                amounts.sum(line.won().sums()),
                viewer.told().number(line.won().count()),
                amounts.sum(line.commit().sums()),
                viewer.told().number(line.commit().count()),
                amounts.sum(line.bestCase().sums()),
                viewer.told().number(line.bestCase().count()),
                amounts.sum(line.weighted()));
    }

    private String told(YearMonth month) {
        String pattern = viewer.language() == Language.EN || viewer.language() == Language.VI ? "MM/yyyy" : "yyyy-MM";
        return DateTimeFormatter.ofPattern(pattern, viewer.getLocale()).format(month);
    }

    public boolean isBlank() {
        return forecast.lines().isEmpty();
    }

    public String getFrom() {
        return from.toString();
    }

    public String getBy() {
        return by() == Forecast.By.TEAM ? "team" : "owner";
    }

    public int getCount() {
        return forecast.months().size();
    }

    /** Somebody, or a team. */
    public record Group(String name, List<Row> rows) {}

    /** A month. */
    public record Row(
            String month,
            Amounts.Sum won,
            String wonCount,
            Amounts.Sum commit,
            String commitCount,
            Amounts.Sum bestCase,
            String bestCaseCount,
            Amounts.Sum weighted) {}
}
