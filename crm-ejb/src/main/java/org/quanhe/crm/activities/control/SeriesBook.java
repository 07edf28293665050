package org.quanhe.crm.activities.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.activities.FreeDays;
import org.quanhe.crm.activities.RecurrenceRule;
import org.quanhe.crm.activities.entity.Activity;
import org.quanhe.crm.activities.entity.ActivitySeries;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.control.RecordWriter;
import org.quanhe.crm.records.spi.Access;
import org.quanhe.crm.workingtime.WorkingHours;
import org.quanhe.crm.workingtime.WorkingTime;

/** Series of activities, inside the caller's transaction. */
@ApplicationScoped
public class SeriesBook {
    /** What the next one has of the one before. */
    private static final List<String> COPIED = List.of(
            "kind",
            "subject",
            "body",
            "customer",
            "lead",
            "opportunity",
            "minutes",
            "channel",
            "remindBefore",
            "owner",
            "team");

    private static final int MOST_FREE_DAYS = 400;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private RecordTypes types;

    @Inject
    private RecordWriter writer;

    @Inject
    private WorkingTime workingTime;

    @Inject
    private Access access;

    @Inject
    private TimeSource time;

    /** The series of an activity, locked; nothing where it is one of its own. */
    public Optional<ActivitySeries> locked(Activity activity) {
        Long number = activity.seriesId();
        return number == null
                ? Optional.empty()
                : Optional.ofNullable(entities.find(ActivitySeries.class, number, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The series of an activity. */
    public Optional<ActivitySeries> of(Activity activity) {
        Long number = activity.seriesId();
        return number == null ? Optional.empty() : Optional.ofNullable(entities.find(ActivitySeries.class, number));
    }

    /** The activity is the first of a new series; if it belonged to another, that one ends before it. */
    public ActivitySeries begin(Activity activity, RecurrenceRule rule, FreeDays freeDays) {
        ZoneId zone = locked(activity)
                .map(ActivitySeries::zone)
                .orElseGet(() -> ZoneId.of(access.caller().timeZone()));
        Instant starts = starts(activity);
        LocalDate day = LocalDate.ofInstant(starts, zone);
        LocalDate slot = rule.beginsOn(day) || activity.seriesSlot() == null ? day : activity.seriesSlot();
        return begin(activity, rule, freeDays, zone, slot);
    }

    private ActivitySeries begin(
            Activity activity, RecurrenceRule rule, FreeDays freeDays, ZoneId zone, LocalDate slot) {
        if (!rule.beginsOn(slot)) {
            throw CrmException.invalid("activities.error.firstDay", slot.toString(), rule.text());
        }
        leave(activity);
        ActivitySeries series = new ActivitySeries(rule, freeDays, starts(activity), zone, slot, copied(activity));
        entities.persist(series);
        entities.flush();
        activity.partOf(series.id(), slot);
        entities.flush();
        return series;
    }

    private static Instant starts(Activity activity) {
        Instant starts = activity.getStartsAt();
        if (starts == null) {
            throw CrmException.invalidField("startsAt", LocalizedMessage.of("activities.error.repeatWhen"));
        }
        return starts;
    }

    /**
     * The series that the activity belonged to has its last day before it; those that were made ahead are taken back.
     */
    private void leave(Activity activity) {
        LocalDate slot = activity.seriesSlot();
        locked(activity).filter(series -> slot != null).ifPresent(series -> {
            takeBack(series, activity, slot);
            series.endWith(slot.minusDays(1), time.now());
        });
    }

    /** This one is the last of its series. */
    public void end(Activity activity) {
        LocalDate slot = activity.seriesSlot();
        locked(activity).filter(series -> slot != null).ifPresent(series -> {
            takeBack(series, activity, slot);
            series.endWith(slot, time.now());
        });
    }

    private void takeBack(ActivitySeries series, Activity activity, LocalDate behind) {
        Map<Long, Long> ahead = new HashMap<>();
        entities.createQuery(
                        "select a from Activity a where a.seriesId = :series and a.seriesSlot > :behind"
                                + " and a.done = false and a.deletedAt is null and a.id <> :itself",
                        Activity.class)
                .setParameter("series", series.id())
                .setParameter("behind", behind)
                .setParameter("itself", activity.getId())
                .getResultList()
                .forEach(one -> ahead.put(one.getId(), one.getVersion()));
        writer.takeBack(SeenActivities.TYPE, ahead, "");
    }

    /**
     * This one and those that follow are others from now on.
     *
     * @param before when it began before it was changed
     */
    public ActivitySeries follow(Activity activity, Instant before) {
        ActivitySeries old = locked(activity).orElseThrow();
        LocalDate slot = Objects.requireNonNull(activity.seriesSlot());
        LocalDate day = LocalDate.ofInstant(starts(activity), old.zone());
        boolean sameDay = day.equals(LocalDate.ofInstant(before, old.zone()));
        RecurrenceRule rule = old.rule();
        Integer count = rule.count();
        if (count != null) {
            rule = rule.ending(Math.max(1, count - rule.before(old.firstDay(), slot)), null);
        }
        return sameDay
                ? begin(activity, fixed(rule, slot), old.freeDays(), old.zone(), slot)
                : begin(activity, fixed(rule, slot).movedTo(slot, day), old.freeDays(), old.zone(), day);
    }

    /** A day of the month that went without saying is said: the series may begin on a shorter one now. */
    private static RecurrenceRule fixed(RecurrenceRule rule, LocalDate slot) {
        return rule.beginsOn(slot) ? rule : rule.movedTo(slot, slot);
    }

    private Map<String, Object> copied(Activity activity) {
        Map<String, Object> values = RecordViews.values(types.named(SeenActivities.TYPE), activity);
        Map<String, Object> copied = new LinkedHashMap<>();
        for (String field : COPIED) {
            Object value = values.get(field);
            if (value instanceof RecordRef ref) {
                copied.put(field, Long.toString(ref.id()));
            } else if (value instanceof BigDecimal number) {
                copied.put(field, number.stripTrailingZeros().toPlainString());
            } else if (value != null) {
                copied.put(field, value.toString());
            }
        }
        return copied;
    }

    /**
     * Makes the next one, or ends the series.
     *
     * @param series locked
     */
    void makeNext(ActivitySeries series) {
        WorkingHours hours = workingTime.hours();
        RecurrenceRule rule = series.rule();
        for (int i = 0; i < MOST_FREE_DAYS; i++) {
            Optional<LocalDate> slot = rule.next(series.firstDay(), series.lastSlot());
            if (slot.isEmpty()) {
                series.end(time.now());
                return;
            }
            series.passed(slot.get());
            LocalDate day = placed(slot.get(), series.freeDays(), hours);
            if (day != null && day.isAfter(series.lastDay())) {
                make(series, slot.get(), day);
                return;
            }
        }
    }

    /** The day on which an occurrence is put; null where it does not take place. */
    static @Nullable LocalDate placed(LocalDate slot, FreeDays freeDays, WorkingHours hours) {
        if (freeDays == FreeDays.KEEP || hours.works(slot)) {
            return slot;
        }
        if (freeDays == FreeDays.SKIP) {
            return null;
        }
        LocalDate day = slot;
        while (!hours.works(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private void make(ActivitySeries series, LocalDate slot, LocalDate day) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(series.values());
        values.put("startsAt", series.at(day));
        values.put("done", false);
        Activity made = (Activity) writer.create(SeenActivities.TYPE, values);
        made.partOf(series.id(), slot);
        series.made(day);
    }
}
