package org.quanhe.crm.activities.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.quanhe.crm.activities.Calendar;
import org.quanhe.crm.activities.CalendarItem;
import org.quanhe.crm.activities.Promises;
import org.quanhe.crm.activities.Promises.Given;
import org.quanhe.crm.activities.ui.CalendarDays.Window;
import org.quanhe.crm.shell.ui.Viewer;

/** The viewer's day on the home page: what has a time today, and which promises are due. */
@Named
@RequestScoped
public class AgendaCard {
    private static final int FIRST_HOUR = 8;
    private static final int LAST_HOUR = 18;
    private static final int PROMISES = 5;

    @Inject
    private Calendar calendar;

    @Inject
    private Promises promises;

    @Inject
    private CalendarDays calendarDays;

    @Inject
    private PromiseRows rows;

    @Inject
    private Viewer viewer;

    private List<CalendarItem> items = List.of();
    private List<Given> due = List.of();
    private Window window = new Window(FIRST_HOUR, LAST_HOUR);
    private List<DayView> days = List.of();

    @PostConstruct
    void open() {
        items = calendar.between(
                viewer.today().atStartOfDay(viewer.told().zone()).toInstant(),
                viewer.today().plusDays(1).atStartOfDay(viewer.told().zone()).toInstant(),
                null);
        window = calendarDays.window(items, FIRST_HOUR, LAST_HOUR);
        days = calendarDays.days(viewer.today(), 1, items, window, null);
        due = promises.given(viewer.id(), null, null, null, PROMISES).items();
    }

    public boolean isFree() {
        return items.isEmpty();
    }

    public List<String> getHours() {
        return window.labels();
    }

    public int getMinutes() {
        return window.minutes();
    }

    /** Today, drawn by the minute. */
    public DayView getDay() {
        return days.get(0);
    }

    /** Own promises that are overdue or due next. */
    public List<PromiseRows.Row> getPromises() {
        return rows.of(due);
    }
}
