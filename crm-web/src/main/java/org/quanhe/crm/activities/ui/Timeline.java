package org.quanhe.crm.activities.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.TimelineEntry;
import org.quanhe.crm.records.ui.ChangeWords;
import org.quanhe.crm.shell.ui.Viewer;

/** What happened with a record, day by day; what is still open stands first. */
@RequestScoped
public class Timeline {
    @Inject
    private Viewer viewer;

    @Inject
    private Metadata metadata;

    @Inject
    private ChangeWords changeWords;

    /** Entries that are open tasks and appointments, those due first in front. */
    public List<Item> open(RecordTypeView type, List<TimelineEntry> entries) {
        List<Item> open = new ArrayList<>(entries.stream()
                .filter(Timeline::isOpen)
                .map(entry -> item(type, entry))
                .toList());
        java.util.Collections.reverse(open);
        return open;
    }

    /** All other entries by day. */
    public List<Day> days(RecordTypeView type, List<TimelineEntry> entries) {
        Map<LocalDate, List<Item>> days = new LinkedHashMap<>();
        entries.stream().filter(entry -> !isOpen(entry)).forEach(entry -> days.computeIfAbsent(
                        viewer.told().day(entry.at()), day -> new ArrayList<>())
                .add(item(type, entry)));
        return days.entrySet().stream()
                .map(day -> new Day(label(day.getKey()), day.getValue()))
                .toList();
    }

    private static boolean isOpen(TimelineEntry entry) {
        RecordView activity = entry.activity();
        return activity != null && Boolean.FALSE.equals(activity.value(Contacts.DONE));
    }

    private String label(LocalDate day) {
        if (day.equals(viewer.today())) {
            return viewer.text("ui.today");
        }
        if (day.equals(viewer.today().minusDays(1))) {
            return viewer.text("ui.yesterday");
        }
        return day.getYear() == viewer.today().getYear()
                ? viewer.told().weekday(day)
                : viewer.told().date(day);
    }

    private Item item(RecordTypeView type, TimelineEntry entry) {
        RecordView activity = entry.activity();
        return activity == null ? change(type, entry) : activity(entry, activity);
    }

    private Item change(RecordTypeView type, TimelineEntry entry) {
        boolean changed = entry.action().equals("changed");
        String text = changed
                ? viewer.text("ui.timeline.changed", entry.changes().size())
                : viewer.text("ui.audit." + entry.action());
        return new Item(
                entry.at().toString(),
                changed ? "pi-sync" : entry.action().startsWith("process") ? "pi-directions" : "pi-plus",
                "change",
                entry.author(),
                text,
                viewer.texts().text(entry.why()),
                viewer.told().time(entry.at()),
                viewer.told().full(entry.at()),
                "",
                0,
                false,
                changed ? changeWords.of(type, entry.changes()) : List.of());
    }

    private Item activity(TimelineEntry entry, RecordView activity) {
        String kind = String.valueOf(activity.values().getOrDefault(Contacts.KIND, "note"));
        boolean open = isOpen(entry);
        Object body = activity.value(Contacts.BODY);
        return new Item(
                entry.at().toString(),
                Contacts.icon(kind),
                kind,
                entry.author(),
                head(activity, kind),
                body == null ? "" : body.toString(),
                open ? due(activity) : viewer.told().time(entry.at()),
                viewer.told().full(entry.at()),
                "record.xhtml?type=activities&id=" + activity.ref().id(),
                activity.ref().id(),
                open && activity.mayChange(),
                List.of());
    }

    /** "Call · Price list sent · 12 min · reached". */
    private String head(RecordView activity, String kind) {
        List<String> parts = new ArrayList<>();
        parts.add(activity.title());
        if (activity.value(Contacts.MINUTES) instanceof BigDecimal minutes) {
            parts.add(viewer.text("ui.minutes", minutes));
        }
        choice(Contacts.OUTCOME, activity.value(Contacts.OUTCOME), parts);
        choice(Contacts.CHANNEL, activity.value(Contacts.CHANNEL), parts);
        return String.join(" · ", parts);
    }

    private void choice(String field, @Nullable Object code, List<String> into) {
        if (code != null) {
            metadata.type(Contacts.TYPE)
                    .find(field)
                    .flatMap(f -> viewer.texts().find(f.labelKey() + "." + code))
                    .ifPresent(into::add);
        }
    }

    private String due(RecordView activity) {
        if (!(activity.value(Contacts.STARTS_AT) instanceof Instant at)) {
            return "";
        }
        LocalDate day = viewer.told().day(at);
        String words = day.equals(viewer.today())
                ? viewer.text("ui.today")
                : day.equals(viewer.today().plusDays(1))
                        ? viewer.text("ui.tomorrow")
                        : viewer.told().shortDate(day, viewer.today());
        return words + " " + viewer.told().time(at);
    }

    /** One day and what happened on it. */
    public record Day(String label, List<Item> items) {}

    /**
     * One thing that happened.
     *
     * @param at moment, ISO 8601
     * @param icon primeicons class
     * @param kind kind of activity, or {@code change}
     * @param who who did it
     * @param text what, on one line
     * @param body what was written about it
     * @param time time of day, or when it is due
     * @param full exact time
     * @param href page of the activity, empty for a change
     * @param id number of the activity
     * @param completable the viewer can tick it off
     * @param changes changed fields
     */
    public record Item(
            String at,
            String icon,
            String kind,
            String who,
            String text,
            String body,
            String time,
            String full,
            String href,
            long id,
            boolean completable,
            List<ChangeWords.Change> changes) {
        /** False for a change of fields. */
        public boolean activity() {
            return id > 0;
        }

        public String kindKey() {
            return "ui.kind." + kind;
        }
    }
}
