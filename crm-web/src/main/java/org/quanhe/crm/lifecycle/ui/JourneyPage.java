package org.quanhe.crm.lifecycle.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.identity.Role;
import org.quanhe.crm.lifecycle.JourneyMap;
import org.quanhe.crm.lifecycle.Journeys;
import org.quanhe.crm.lifecycle.Journeys.Which;
import org.quanhe.crm.lifecycle.Lifecycle;
import org.quanhe.crm.lifecycle.Stage;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Viewer;

/** The journey from the first touch to the last stage: how many came how far, and what each stage is about. */
@Named
@RequestScoped
public class JourneyPage {
    private static final int DAYS = 365;
    private static final int SHOWN = 50;

    @Inject
    private Lifecycle lifecycle;

    @Inject
    private Journeys journeys;

    @Inject
    private Viewer viewer;

    @Inject
    private HttpServletRequest request;

    private List<String> types = List.of();
    private JourneyMap map;
    private String stage = "";
    private Which which = Which.ENTERED;
    private @Nullable List<RecordView> found;

    @PostConstruct
    void open() {
        types = lifecycle.types();
        if (types.isEmpty()) {
            throw CrmException.forbidden("lifecycle.error.noneReadable");
        }
        String type = types.contains(parameter("type")) ? parameter("type") : types.get(0);
        LocalDate to = day("to", viewer.today());
        LocalDate from = day("from", to.minusDays(DAYS));
        map = journeys.map(type, from.isAfter(to) ? to : from, to);
        stage = parameter("stage");
        which = Optional.of(parameter("which").toUpperCase(Locale.ROOT))
                .filter(code -> List.of("DROPPED", "STANDING").contains(code))
                .map(Which::valueOf)
                .orElse(Which.ENTERED);
    }

    private LocalDate day(String name, LocalDate otherwise) {
        try {
            return parameter(name).isEmpty() ? otherwise : LocalDate.parse(parameter(name));
        } catch (DateTimeException noDay) {
            return otherwise;
        }
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    public List<Choice> getTypes() {
        return types.stream()
                .map(type -> new Choice(
                        "journey.xhtml?type=" + Links.encode(type) + "&from=" + getFrom() + "&to=" + getTo(),
                        viewer.text(type + ".type"),
                        type.equals(map.type())))
                .toList();
    }

    public List<Row> getRows() {
        return map.steps().stream().map(this::row).toList();
    }

    private Row row(JourneyMap.Step step) {
        boolean last = step == map.steps().get(map.steps().size() - 1);
        Long median = step.medianMinutes();
        String code = step.stage().code();
        return new Row(
                code,
                viewer.texts().text(step.stage().title()),
                step.team().isEmpty() ? viewer.text("ui.journey.unteamed") : step.team(),
                viewer.told().number(step.entered()),
                percent(step.entered(), map.records()),
                map.records() == 0 ? 0 : Math.round(100.0 * step.entered() / map.records()),
                last ? "–" : viewer.told().number(step.dropped()),
                last ? "–" : percent(step.dropped(), step.entered()),
                median == null ? "–" : Durations.told(viewer, Duration.ofMinutes(median)),
                viewer.told().number(step.standing()),
                href(code, Which.ENTERED),
                href(code, Which.DROPPED),
                href(code, Which.STANDING),
                code.equals(stage));
    }

    private String percent(long part, long whole) {
        return whole == 0
                ? "–"
                : viewer.told()
                        .percent(BigDecimal.valueOf(100 * part)
                                .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP)
                                .stripTrailingZeros());
    }

    private String href(String code, Which asked) {
        return "journey.xhtml?type=" + Links.encode(map.type()) + "&from=" + getFrom() + "&to=" + getTo() + "&stage="
                + Links.encode(code) + "&which=" + asked.name().toLowerCase(Locale.ROOT) + "#opened";
    }

    private Optional<JourneyMap.Step> opened() {
        return map.steps().stream()
                .filter(step -> step.stage().code().equals(stage))
                .findFirst();
    }

    /** The caller may say what an ideal customer is. */
    public boolean isJudging() {
        return viewer.user()
                .filter(user -> user.administrator()
                        || user.roles().contains(Role.MANAGER)
                        || user.roles().contains(Role.MARKETING))
                .isPresent();
    }

    /** A stage is opened. */
    public boolean isOpened() {
        return opened().isPresent();
    }

    public String getOpenedName() {
        return opened().map(step -> viewer.texts().text(step.stage().title())).orElse("");
    }

    public String getOpenedTeam() {
        return opened().map(JourneyMap.Step::team)
                .filter(team -> !team.isEmpty())
                .orElseGet(() -> viewer.text("ui.journey.unteamed"));
    }

    public List<String> getOpenedSteps() {
        return opened().map(JourneyMap.Step::stage).map(Stage::told).orElse(List.of()).stream()
                .map(viewer.texts()::text)
                .toList();
    }

    /** From whom the stage takes over, and to whom it hands over. */
    public List<HandOver> getHandOvers() {
        List<HandOver> points = new ArrayList<>();
        for (int i = 0; i + 1 < map.steps().size(); i++) {
            JourneyMap.Step from = map.steps().get(i);
            JourneyMap.Step to = map.steps().get(i + 1);
            if (from.stage().code().equals(stage) || to.stage().code().equals(stage)) {
                points.add(new HandOver(
                        viewer.text("ui.journey.handOver", called(from), called(to)),
                        viewer.texts().text(Stage.told(from.stage().handOver()))));
            }
        }
        return points;
    }

    private String called(JourneyMap.Step step) {
        String name = viewer.texts().text(step.stage().title());
        return step.team().isEmpty() ? name : name + " (" + step.team() + ")";
    }

    public String getWhich() {
        return viewer.text("ui.journey." + which.name().toLowerCase(Locale.ROOT));
    }

    /** The first records behind the figure. */
    public List<Found> getRecords() {
        return list().stream()
                .limit(SHOWN)
                .map(record -> new Found(Links.record(map.type(), record.ref().id()), record.title()))
                .toList();
    }

    private List<RecordView> list() {
        List<RecordView> known = found;
        if (known == null) {
            String behind = parameter("behind");
            long last = behind.matches("\\d{1,18}") ? Long.parseLong(behind) : 0;
            known = isOpened()
                    ? journeys.records(map.type(), map.from(), map.to(), stage, which, last, SHOWN + 1)
                    : List.of();
            found = known;
        }
        return known;
    }

    /** Address of the records that follow; empty where there are none. */
    public String getMoreHref() {
        List<RecordView> records = list();
        return records.size() <= SHOWN
                ? ""
                : href(stage, which)
                        .replace(
                                "#opened",
                                "&behind=" + records.get(SHOWN - 1).ref().id() + "#opened");
    }

    /** Where the figures come from. */
    public String getSource() {
        return map.records() == 0
                ? viewer.text("ui.journey.none")
                : viewer.text(
                        "ui.journey.source",
                        viewer.told().number(map.records()),
                        viewer.told().date(map.from()),
                        viewer.told().date(map.to()));
    }

    public String getType() {
        return map.type();
    }

    public String getFrom() {
        return map.from().toString();
    }

    public String getTo() {
        return map.to().toString();
    }

    /** A record type. */
    public record Choice(String href, String label, boolean current) {}

    /** A stage and its figures. */
    public record Row(
            String code,
            String name,
            String team,
            String entered,
            String share,
            long percent,
            String dropped,
            String drop,
            String median,
            String standing,
            String href,
            String droppedHref,
            String standingHref,
            boolean current) {}

    /** Where a stage hands over. */
    public record HandOver(String between, String text) {}

    /** A record behind a figure. */
    public record Found(String href, String title) {}
}
