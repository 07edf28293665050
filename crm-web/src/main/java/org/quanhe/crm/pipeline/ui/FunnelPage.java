package org.quanhe.crm.pipeline.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.pipeline.Figures;
import org.quanhe.crm.pipeline.Funnel;
import org.quanhe.crm.pipeline.Funnel.Part;
import org.quanhe.crm.pipeline.Period;
import org.quanhe.crm.pipeline.PipelineReports;
import org.quanhe.crm.pipeline.Stage;
import org.quanhe.crm.platform.Money;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Viewer;

/** How far opportunities of a period came, compared with another period; each figure leads to those behind it. */
@Named
@RequestScoped
public class FunnelPage {
    private static final int DAYS = 90;
    private static final int SHOWN = 200;
    private static final int WIDTH = 1_000;

    @Inject
    private PipelineReports reports;

    @Inject
    private Views views;

    @Inject
    private Amounts amounts;

    @Inject
    private Viewer viewer;

    private Period period;
    private Period other;
    private Funnel funnel;
    private Funnel compared;
    private final List<String> problems = new ArrayList<>();

    @PostConstruct
    void open() {
        Period last = new Period(viewer.today().minusDays(DAYS - 1L), viewer.today());
        period = period("from", "to", last);
        other = period("compareFrom", "compareTo", period.before());
        funnel = reports.funnel(question(period));
        compared = reports.funnel(question(other));
    }

    private Period period(String from, String to, Period otherwise) {
        Views.Asked asked = views.period(from, to, otherwise);
        if (!asked.problem().isEmpty()) {
            problems.add(asked.problem());
        }
        return asked.period();
    }

    private Funnel.Question question(Period asked) {
        return new Funnel.Question(views.getPipeline(), views.whose(), by(), asked);
    }

    private Funnel.By by() {
        return views.text("by").equals("entered") ? Funnel.By.ENTERED : Funnel.By.CREATED;
    }

    public List<Row> getRows() {
        long most = funnel.lines().stream()
                .mapToLong(line -> line.reached().count())
                .max()
                .orElse(0);
        return funnel.lines().stream().map(line -> row(line, most)).toList();
    }

    private Row row(Funnel.Line line, long most) {
        String code = line.stage().code();
        Optional<Funnel.Line> before = compared.lines().stream()
                .filter(one -> one.stage().code().equals(code))
                .findFirst();
        boolean lost = line.stage().end() == Stage.End.LOST;
        return new Row(
                code,
                viewer.texts().text(line.stage().name()),
                figure(code, Part.STANDING, line.standing()),
                viewer.told().percent(line.percent()),
                figure(code, Part.REACHED, line.reached()),
                line.stage().open() ? figure(code, Part.DROPPED, line.dropped()) : null,
                rate(line.dropRate()),
                figure(code, Part.LOST, line.lost()),
                most == 0 ? 0 : (int) (line.reached().count() * WIDTH / most),
                lost,
                before.map(one -> viewer.told().number(one.reached().count())).orElse("–"),
                before.map(one -> rate(one.dropRate())).orElse("–"),
                before.map(one -> viewer.told().percent(one.percent())).orElse("–"),
                trend(line, before));
    }

    /** How the rate of loss changed, in words. */
    private String trend(Funnel.Line line, Optional<Funnel.Line> before) {
        BigDecimal now = line.dropRate();
        BigDecimal then = before.map(Funnel.Line::dropRate).orElse(null);
        if (now == null || then == null || now.compareTo(then) == 0) {
            return "";
        }
        String points = viewer.told().number(now.subtract(then).abs());
        return viewer.text(now.compareTo(then) < 0 ? "ui.pipe.better" : "ui.pipe.worse", points);
    }

    private String rate(@Nullable BigDecimal rate) {
        return rate == null ? "–" : viewer.told().percent(rate);
    }

    private Figure figure(String stage, Part part, Figures figures) {
        return new Figure(
                viewer.told().number(figures.count()),
                amounts.sum(figures.sums()),
                address() + "&stage=" + Links.encode(stage) + "&part="
                        + part.name().toLowerCase(Locale.ROOT) + "#behind");
    }

    private String address() {
        return "funnel.xhtml?pipeline=" + Links.encode(funnel.pipeline().code()) + "&owner="
                + Links.encode(views.text("owner")) + "&team=" + Links.encode(views.text("team")) + "&by="
                + by().name().toLowerCase(Locale.ROOT) + "&from=" + period.from() + "&to=" + period.to()
                + "&compareFrom=" + other.from() + "&compareTo=" + other.to();
    }

    /** The opportunities behind the chosen figure; the first 200. */
    public List<Behind> getBehind() {
        Optional<Part> part = part();
        if (part.isEmpty()) {
            return List.of();
        }
        return reports.behind(question(period), views.text("stage"), part.get(), 0, SHOWN).stream()
                .map(this::behind)
                .toList();
    }

    private Behind behind(RecordView record) {
        return new Behind(
                Links.record("opportunities", record.ref().id()),
                record.title(),
                record.value("amount") instanceof Money money ? viewer.told().money(money) : "",
                record.value("stage") == null ? "" : viewer.text("opportunities.stage." + record.value("stage")));
    }

    private Optional<Part> part() {
        boolean known =
                funnel.lines().stream().anyMatch(line -> line.stage().code().equals(views.text("stage")));
        return Arrays.stream(Part.values())
                .filter(part -> known && part.name().equalsIgnoreCase(views.text("part")))
                .findFirst();
    }

    public boolean isChosen() {
        return part().isPresent();
    }

    /** What the chosen figure counts. */
    public String getBehindTitle() {
        return part().map(part -> viewer.text(
                        "ui.pipe.behind." + part.name().toLowerCase(Locale.ROOT),
                        viewer.text("opportunities.stage." + views.text("stage"))))
                .orElse("");
    }

    public boolean isBlank() {
        return funnel.all().count() == 0;
    }

    public String getAll() {
        return viewer.text("ui.pipe.count", viewer.told().number(funnel.all().count()));
    }

    public Amounts.Sum getWorth() {
        return amounts.sum(funnel.all().sums());
    }

    /** What is wrong with the periods that the address asks for, and what is shown instead. */
    public String getProblem() {
        return String.join(" ", problems);
    }

    public String getBy() {
        return by().name().toLowerCase(Locale.ROOT);
    }

    public String getFrom() {
        return period.from().toString();
    }

    public String getTo() {
        return period.to().toString();
    }

    public String getCompareFrom() {
        return other.from().toString();
    }

    public String getCompareTo() {
        return other.to().toString();
    }

    /** Which periods are compared, in words. */
    public String getSource() {
        return viewer.text(
                "ui.pipe.periods",
                viewer.told().date(period.from()),
                viewer.told().date(period.to()),
                viewer.told().date(other.from()),
                viewer.told().date(other.to()));
    }

    /** A figure, what it is worth, and where those behind it are. */
    public record Figure(String count, Amounts.Sum sum, String href) {}

    /** A stage; {@code width} of 1000 is the widest bar. */
    public record Row(
            String code,
            String name,
            Figure standing,
            String percent,
            Figure reached,
            @Nullable Figure dropped,
            String dropRate,
            Figure lost,
            int width,
            boolean end,
            String reachedBefore,
            String dropRateBefore,
            String percentBefore,
            String trend) {}

    /** An opportunity behind a figure. */
    public record Behind(String href, String title, String amount, String stage) {}
}
