package org.quanhe.crm.workingtime.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.audit.FieldChange;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Toasts;
import org.quanhe.crm.shell.ui.Viewer;
import org.quanhe.crm.workingtime.Shift;
import org.quanhe.crm.workingtime.WorkingTime;
import org.quanhe.crm.workingtime.WorkingTimeView;

/** Hours of each weekday, holidays and make-up working days, for administrators. */
@Named
@RequestScoped
public class WorkingTimePage {
    private static final BigDecimal HOUR = BigDecimal.valueOf(60);

    @Inject
    private WorkingTime workingTime;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Viewer viewer;

    @Inject
    private Toasts toasts;

    private WorkingTimeView shown;
    private HoursForm form;
    private Map<String, String> wrong = Map.of();
    private String problem = "";

    @PostConstruct
    void open() {
        if (!viewer.isAdministrator()) {
            throw CrmException.forbidden("identity.error.administratorsOnly");
        }
        shown = workingTime.shown();
        form = HoursForm.of(shown.hours());
    }

    /** Keeps what was typed; what is wrong with it is told at its place, and it stays. */
    public @Nullable String save() {
        form = HoursForm.read(request);
        String version = Objects.requireNonNullElse(request.getParameter("version"), "");
        try {
            workingTime.change(form.document(), version.matches("\\d{1,18}") ? Long.valueOf(version) : null);
            toasts.say(viewer.text("ui.hours.saved"));
            return "/workingtime.xhtml?faces-redirect=true";
        } catch (RuntimeException failed) {
            tell(Refusals.of(failed).orElseThrow(() -> failed));
            return null;
        }
    }

    private void tell(CrmException refusal) {
        problem = refusal.kind() == CrmException.Kind.STALE ? viewer.text("ui.hours.stale") : viewer.text(refusal);
        Map<String, String> beside = new LinkedHashMap<>();
        StringBuilder elsewhere = new StringBuilder();
        for (CrmException.Violation violation : refusal.violations()) {
            String said = viewer.texts().text(violation.message());
            if (violation.field().contains(".")) {
                beside.merge(violation.field(), said, (one, other) -> one + " " + other);
            } else {
                elsewhere.append(' ').append(said);
            }
        }
        problem += elsewhere;
        wrong = beside;
    }

    public List<Weekday> getWeek() {
        return Arrays.stream(DayOfWeek.values()).map(this::weekday).toList();
    }

    private Weekday weekday(DayOfWeek weekday) {
        int minutes =
                shown.hours().on(weekday).stream().mapToInt(Shift::minutes).sum();
        String sum = viewer.told()
                .number(BigDecimal.valueOf(minutes)
                        .divide(HOUR, 2, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .max(BigDecimal.ZERO));
        String code = HoursForm.code(weekday);
        return new Weekday(
                code,
                label(weekday),
                form.text(weekday),
                minutes == 0 ? viewer.text("ui.hours.free") : viewer.text("ui.hours.sum", sum),
                wrong.getOrDefault("week." + code, ""));
    }

    private String label(DayOfWeek weekday) {
        String name = weekday.getDisplayName(TextStyle.FULL_STANDALONE, viewer.getLocale());
        return name.substring(0, 1).toUpperCase(viewer.getLocale()) + name.substring(1);
    }

    /** The special days, and a line more to fill in. */
    public List<Day> getDays() {
        List<Day> days = new ArrayList<>();
        for (HoursForm.DayRow row : form.days()) {
            String at = "days[" + days.size() + "].";
            days.add(new Day(
                    row.date(),
                    row.name(),
                    row.like(),
                    wrong.getOrDefault(at + "date", ""),
                    wrong.getOrDefault(at + "name", ""),
                    wrong.getOrDefault(at + "worksLike", "")));
        }
        days.add(new Day("", "", HoursForm.OFF, "", "", ""));
        return days;
    }

    /** What a special day can be: a holiday, or worked like a weekday that has hours. */
    public List<Option> getKinds() {
        List<Option> kinds = new ArrayList<>(List.of(new Option(HoursForm.OFF, viewer.text("ui.hours.holiday"))));
        for (DayOfWeek weekday : DayOfWeek.values()) {
            if (!form.text(weekday).isEmpty()) {
                kinds.add(new Option(HoursForm.code(weekday), viewer.text("ui.hours.like", label(weekday))));
            }
        }
        return kinds;
    }

    public List<Line> getChanges() {
        return shown.changes().stream()
                .map(change -> new Line(
                        viewer.told().dateTime(change.at()),
                        change.by(),
                        change.fields().stream().map(this::told).toList()))
                .toList();
    }

    private String told(FieldChange change) {
        return viewer.text("ui.hours.changed", place(change.field()), told(change.before()), told(change.after()));
    }

    private String place(String field) {
        return Character.isDigit(field.charAt(0))
                ? viewer.told().date(LocalDate.parse(field))
                : label(DayOfWeek.valueOf(field.toUpperCase(Locale.ROOT)));
    }

    private String told(String value) {
        return value.isEmpty() ? viewer.text("ui.hours.nothing") : value;
    }

    public String getZone() {
        return viewer.text("ui.hours.zone", shown.hours().zone().getId());
    }

    public long getVersion() {
        return shown.version();
    }

    public String getProblem() {
        return problem;
    }

    /** A weekday, what stands in its field, and how long it is now. */
    public record Weekday(String code, String label, String text, String sum, String error) {}

    /** A special day, and what is wrong with it. */
    public record Day(String date, String name, String like, String dateError, String nameError, String likeError) {}

    /** A code and what it says. */
    public record Option(String code, String label) {}

    /** A change and who made it. */
    public record Line(String at, String by, List<String> changes) {}
}
