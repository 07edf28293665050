package org.quanhe.crm.activities.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.activities.Calendar;
import org.quanhe.crm.activities.CalendarItem;
import org.quanhe.crm.activities.ui.CalendarDays.Window;
import org.quanhe.crm.activities.ui.DayView.Block;
import org.quanhe.crm.platform.Portion;
import org.quanhe.crm.shell.ui.Pager;
import org.quanhe.crm.shell.ui.Shell;
import org.quanhe.crm.shell.ui.Viewer;

/** Somebody's activities by month, week or day, and what is overdue. */
@Named
@RequestScoped
public class CalendarPage {
    private static final List<String> VIEWS = List.of("month", "week", "day", "overdue");
    private static final int WEEK = 7;
    private static final int MONTH = 6 * WEEK;
    private static final int FIRST_HOUR = 7;
    private static final int LAST_HOUR = 19;
    private static final int LATEST_HOUR = 23;

    @Inject
    private Calendar calendar;

    @Inject
    private CalendarDays calendarDays;

    @Inject
    private PlanChoices choices;

    @Inject
    private Viewer viewer;

    @Inject
    private Shell shell;

    @Inject
    private HttpServletRequest request;

    private String view = "week";
    private LocalDate day = LocalDate.EPOCH;
    private @Nullable Long person;
    private Portion<CalendarItem> overdue = Portion.none();
    private long overdueCount;
    private Window window = new Window(FIRST_HOUR, LAST_HOUR);
    private List<DayView> days = List.of();

    @PostConstruct
    void open() {
        String asked = text("view");
        view = VIEWS.contains(asked) ? asked : "week";
        day = day(text("day"));
        person = text("person").matches("\\d{1,18}") ? Long.valueOf(text("person")) : null;
        overdueCount = calendar.overdue(person);
        if (view.equals("overdue")) {
            overdue = calendar.overdue(person, Pager.place(request), Pager.ROWS);
        } else {
            LocalDate first = first();
            List<CalendarItem> items = calendar.between(
                    first.atStartOfDay(viewer.told().zone()).toInstant(),
                    first.plusDays(length()).atStartOfDay(viewer.told().zone()).toInstant(),
                    person);
            window = calendarDays.window(items, FIRST_HOUR, LAST_HOUR);
            days = calendarDays.days(first, length(), items, window, view.equals("month") ? YearMonth.from(day) : null);
        }
    }

    private String text(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "").strip();
    }

    private LocalDate day(String text) {
        try {
            LocalDate asked = LocalDate.parse(text);
            return asked.getYear() > 1900 && asked.getYear() < 2200 ? asked : viewer.today();
        } catch (DateTimeException none) {
            return viewer.today();
        }
    }

    private LocalDate first() {
        return switch (view) {
            case "month" -> monday(day.withDayOfMonth(1));
            case "week" -> monday(day);
            default -> day;
        };
    }

    private static LocalDate monday(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private int length() {
        return view.equals("month") ? MONTH : view.equals("week") ? WEEK : 1;
    }

    public String getView() {
        return view;
    }

    public List<DayView> getDays() {
        return days;
    }

    /** Days on which something stands, and today: for narrow screens. */
    public List<DayView> getListed() {
        return days.stream()
                .filter(one -> one.today() || !one.free() || !one.holiday().isEmpty() || days.size() == 1)
                .toList();
    }

    /** A row of the month. */
    public List<List<DayView>> getWeeks() {
        return Stream.iterate(0, from -> from + WEEK)
                .limit(days.size() / WEEK)
                .map(from -> days.subList(from, from + WEEK))
                .toList();
    }

    public List<String> getHours() {
        return window.labels();
    }

    public int getMinutes() {
        return window.minutes();
    }

    public int getFirstHour() {
        return window.from();
    }

    public List<Block> getOverdue() {
        return overdue.items().stream()
                .map(item -> calendarDays.block(item, window))
                .toList();
    }

    /** When that was, in words. */
    public String when(Block block) {
        LocalDate then = LocalDate.parse(block.date());
        return viewer.told().shortDate(then, viewer.today()) + " " + block.time();
    }

    public Pager getPager() {
        return Pager.of(request, viewer, href(view, day), overdue, overdueCount);
    }

    /** What is shown, in words. */
    public String getTitle() {
        return switch (view) {
            case "month" ->
                viewer.told().date(day.withDayOfMonth(1)) + " – "
                        + viewer.told().date(YearMonth.from(day).atEndOfMonth());
            case "week" -> viewer.told().date(first()) + " – " + viewer.told().date(first().plusDays(WEEK - 1L));
            case "day" -> viewer.told().weekday(day) + ", " + day.getYear();
            default -> "";
        };
    }

    public List<Link> getViews() {
        return VIEWS.stream()
                .map(one -> new Link(
                        href(one, day),
                        viewer.text("activities.page." + one),
                        one.equals(view),
                        one.equals("overdue") && overdueCount > 0
                                ? viewer.told().number(overdueCount)
                                : ""))
                .toList();
    }

    private String href(String of, LocalDate at) {
        return "calendar.xhtml?view=" + of + "&day=" + at + (person == null ? "" : "&person=" + person);
    }

    public String getEarlierHref() {
        return href(view, moved(-1));
    }

    public String getLaterHref() {
        return href(view, moved(1));
    }

    private LocalDate moved(int by) {
        return switch (view) {
            case "month" -> day.plusMonths(by);
            case "week" -> day.plusWeeks(by);
            default -> day.plusDays(by);
        };
    }

    public String getTodayHref() {
        return href(view, viewer.today());
    }

    /** Page of one day. */
    public String dayHref(String date) {
        return href("day", LocalDate.parse(date));
    }

    public List<PlanChoices.Choice> getPeople() {
        return calendar.people().stream()
                .map(one -> new PlanChoices.Choice(
                        Long.toString(one.id()), one.name(), one.id() == (person == null ? viewer.id() : person)))
                .toList();
    }

    public String getToday() {
        return viewer.today().toString();
    }

    /** The next full hour where the viewer is, whatever the clock of the browser says. */
    public String getSoon() {
        ZonedDateTime now = viewer.now().atZone(viewer.told().zone());
        return "%02d:00".formatted(Math.min(LATEST_HOUR, now.getHour() + 1));
    }

    public String getDay() {
        return day.toString();
    }

    /** What is planned here belongs to the viewer; a colleague's calendar is looked at. */
    public boolean isMine() {
        return person == null || person == viewer.id();
    }

    public String getHere() {
        return shell.getHere();
    }

    public PlanChoices getChoices() {
        return choices;
    }

    /** A way to another view. */
    public record Link(String href, String label, boolean current, String count) {}
}
