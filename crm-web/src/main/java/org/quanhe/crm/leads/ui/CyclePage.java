package org.quanhe.crm.leads.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.leads.Cycle;
import org.quanhe.crm.leads.Cycle.Part;
import org.quanhe.crm.leads.Cycles;
import org.quanhe.crm.platform.Proportion;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Viewer;

/** How long deals took from the first touch: leads that sales accepted after a hand-over against others. */
@Named
@RequestScoped
public class CyclePage {
    private static final int DAYS = 90;
    private static final int SHOWN = 200;
    private static final int LONGEST_TOLD = 60;
    private static final double WIDTH = 1_000;

    @Inject
    private Cycles cycles;

    @Inject
    private Viewer viewer;

    @Inject
    private HttpServletRequest request;

    private Cycle.Question question;
    private @Nullable Cycle cycle;
    private List<RecordView> behind = List.of();
    private String problem = "";

    @PostConstruct
    void open() {
        LocalDate to = day("to", viewer.today());
        question = new Cycle.Question(
                day("from", to.minusDays(DAYS - 1L)), to, text("by").equals("team") ? Cycle.By.TEAM : Cycle.By.SOURCE);
        try {
            cycle = cycles.read(question);
            Optional<Part> part = part();
            if (part.isPresent()) {
                behind = cycles.behind(question, text("line"), part.get(), SHOWN);
            }
        } catch (RuntimeException failed) {
            problem = viewer.text(Refusals.of(failed).orElseThrow(() -> failed));
        }
    }

    private String text(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    private LocalDate day(String name, LocalDate otherwise) {
        String text = text(name).strip();
        try {
            return text.isEmpty() ? otherwise : LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            problem = viewer.text(
                    "records.error.noDate",
                    text.length() > LONGEST_TOLD ? text.substring(0, LONGEST_TOLD) + "…" : text);
            return otherwise;
        }
    }

    private Optional<Part> part() {
        return Arrays.stream(Part.values())
                .filter(part -> part.name().equalsIgnoreCase(text("part")))
                .findFirst();
    }

    public String getProblem() {
        return problem;
    }

    public boolean isKnown() {
        return cycle != null;
    }

    private Cycle cycle() {
        return Objects.requireNonNull(cycle);
    }

    /** Nothing was won of a lead, and nothing answered. */
    public boolean isBlank() {
        Cycle.Line all = cycle().lines().get(0);
        return all.qualified().won() + all.others().won() + all.rejected().all() == 0;
    }

    public List<Row> getRows() {
        return cycle().lines().stream().map(this::row).toList();
    }

    private Row row(Cycle.Line line) {
        return new Row(
                viewer.texts().text(line.name()),
                group(line, Part.QUALIFIED, line.qualified()),
                group(line, Part.OTHERS, line.others()),
                line.rejected().all() == 0
                        ? "–"
                        : viewer.told()
                                .percent(Proportion.percent(line.rejected().rate())),
                figure(line, Part.REJECTED, line.rejected().hits()),
                figure(
                        line,
                        Part.ACCEPTED,
                        line.rejected().all() - line.rejected().hits()));
    }

    private Group group(Cycle.Line line, Part part, Cycle.Group group) {
        return new Group(
                figure(line, part, group.won()),
                days(group.fromTouch().median()),
                group.won() == 0
                        ? days(null)
                        : days(group.fromTouch().quarter()) + " – "
                                + days(group.fromTouch().threeQuarters()),
                days(group.fromSales().median()));
    }

    private Figure figure(Cycle.Line line, Part part, long number) {
        return new Figure(
                viewer.told().number(number),
                address() + "&line=" + Links.encode(line.code()) + "&part="
                        + part.name().toLowerCase(Locale.ROOT) + "#behind");
    }

    private String address() {
        return "cycle.xhtml?from=" + getFrom() + "&to=" + getTo() + "&by=" + getBy();
    }

    private String days(@Nullable Double days) {
        return days == null ? "–" : viewer.told().number(BigDecimal.valueOf(days));
    }

    /** The picture: both groups of all together, drawn to the same scale. */
    public List<Bar> getBars() {
        Cycle.Line all = cycle().lines().get(0);
        double longest = Math.max(end(all.qualified()), end(all.others()));
        List<Bar> bars = new ArrayList<>();
        bars.add(bar("qualified", "q", all.qualified().fromTouch(), longest));
        bars.add(bar("others", "o", all.others().fromTouch(), longest));
        return bars;
    }

    private static double end(Cycle.Group group) {
        Double end = group.fromTouch().threeQuarters();
        return end == null ? 0 : end;
    }

    private Bar bar(String code, String look, Cycle.Spread spread, double longest) {
        double scale = longest == 0 ? 0 : WIDTH / longest;
        double from = spread.quarter() == null ? 0 : spread.quarter() * scale;
        double to = spread.threeQuarters() == null ? 0 : spread.threeQuarters() * scale;
        double middle = spread.median() == null ? 0 : spread.median() * scale;
        return new Bar(
                viewer.text("ui.cycle." + code),
                look,
                (int) from,
                (int) Math.max(to - from, spread.quarter() == null ? 0 : 4),
                (int) Math.min(middle, WIDTH - 4),
                spread.median() == null
                        ? viewer.text("ui.cycle.nothing")
                        : viewer.text("ui.cycle.median", days(spread.median())));
    }

    /** How much shorter the cycle of qualified leads is, in words; empty where there is nothing to compare. */
    public String getVerdict() {
        Cycle.Line all = cycle().lines().get(0);
        Double qualified = all.qualified().fromTouch().median();
        Double others = all.others().fromTouch().median();
        if (qualified == null || others == null) {
            return viewer.text("ui.cycle.noComparison");
        }
        double less = Math.round((others - qualified) * 10) / 10.0;
        return viewer.text(
                less > 0 ? "ui.cycle.shorter" : less < 0 ? "ui.cycle.longer" : "ui.cycle.equal",
                days(Math.abs(less)),
                all.qualified().won(),
                all.others().won());
    }

    public List<ReasonRow> getReasons() {
        return cycle().reasons().stream()
                .map(reason -> new ReasonRow(reason.why(), viewer.told().number(reason.count())))
                .toList();
    }

    public boolean isChosen() {
        return part().isPresent() && cycle != null;
    }

    public List<Behind> getBehind() {
        return behind.stream()
                .map(one -> new Behind(Links.record(one.ref().type(), one.ref().id()), one.title()))
                .toList();
    }

    public String getBehindTitle() {
        return part().map(part -> viewer.text("ui.cycle.behind." + part.name().toLowerCase(Locale.ROOT)))
                .orElse("");
    }

    public String getFrom() {
        return question.from().toString();
    }

    public String getTo() {
        return question.to().toString();
    }

    public String getBy() {
        return question.by().name().toLowerCase(Locale.ROOT);
    }

    /** A figure, and where those behind it are. */
    public record Figure(String number, String href) {}

    /** Won deals of a kind of leads. */
    public record Group(Figure won, String median, String quartiles, String fromSales) {}

    /** All together, a source or a team. */
    public record Row(
            String name, Group qualified, Group others, String rejectedShare, Figure rejected, Figure accepted) {}

    /** From the first quarter to the third, and the median, of 1000. */
    public record Bar(String name, String look, int from, int width, int median, String words) {}

    /** Why leads were rejected. */
    public record ReasonRow(String why, String number) {}

    /** A record behind a figure. */
    public record Behind(String href, String title) {}
}
