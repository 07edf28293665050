package org.quanhe.crm.activities.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.activities.Calendar;
import org.quanhe.crm.activities.CalendarItem;
import org.quanhe.crm.activities.Person;
import org.quanhe.crm.activities.Proposal;
import org.quanhe.crm.activities.control.SeenActivities;
import org.quanhe.crm.activities.entity.Activity;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.Portion;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.platform.control.Place;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.control.RecordWriter;
import org.quanhe.crm.records.spi.Access;
import org.quanhe.crm.workingtime.SpecialDay;
import org.quanhe.crm.workingtime.WorkingHours;
import org.quanhe.crm.workingtime.WorkingTime;

/** The façade of the calendar. */
@Stateless
@Local(Calendar.class)
public class CalendarService implements Calendar {
    private static final int MOST_PEOPLE = 200;
    private static final String LIST = "overdue";
    private static final String OVERDUE = "r.done = false and r.startsAt < :now and r.ownerId = :owner";

    @Inject
    private SeenActivities activities;

    @Inject
    private RecordWriter writer;

    @Inject
    private RecordViews views;

    @Inject
    private WorkingTime workingTime;

    @Inject
    private Access access;

    @Inject
    private TimeSource time;

    @Override
    public List<CalendarItem> between(Instant from, Instant to, @Nullable Long person) {
        if (Duration.between(from, to).toDays() > MOST_DAYS) {
            throw CrmException.invalid("activities.error.stretch", MOST_DAYS);
        }
        return items(found(
                "r.startsAt >= :from and r.startsAt < :to and r.ownerId = :owner",
                Map.of("from", from, "to", to, "owner", person(person)),
                MOST_ITEMS));
    }

    @Override
    public Portion<CalendarItem> overdue(@Nullable Long person, @Nullable String cursor, int limit) {
        Map<String, Object> parameters = new HashMap<>(overdueOf(person));
        String behind = Place.of(LIST, 2, cursor)
                .map(place -> SeenActivities.behind(place, parameters))
                .orElse("");
        int most = Math.max(1, Math.min(limit, MOST_ITEMS));
        Portion<Activity> found =
                Portion.of(found(OVERDUE + behind, parameters, most + 1), most, one -> SeenActivities.place(LIST, one));
        return found.told(items(found.items()));
    }

    @Override
    public long overdue(@Nullable Long person) {
        return tell()
                ? activities
                        .find(
                                "select count(r) from Activity r where %s and " + OVERDUE,
                                overdueOf(person),
                                Long.class,
                                1)
                        .get(0)
                : 0;
    }

    private Map<String, Object> overdueOf(@Nullable Long person) {
        return Map.of("now", time.now(), "owner", person(person));
    }

    private long person(@Nullable Long person) {
        return person == null ? access.caller().id() : person;
    }

    private boolean tell() {
        return activities.tell("startsAt", "owner", "done");
    }

    private List<Activity> found(String which, Map<String, ?> parameters, int most) {
        return tell()
                ? activities.find(
                        "select r from Activity r where %s and " + which + " order by r.startsAt, r.id",
                        parameters,
                        Activity.class,
                        most)
                : List.of();
    }

    private List<CalendarItem> items(List<Activity> found) {
        List<RecordView> shown = activities.shown(found);
        List<CalendarItem> items = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Instant at = found.get(i).getStartsAt();
            if (at != null) {
                int minutes = shown.get(i).value("minutes") instanceof BigDecimal number ? number.intValue() : 0;
                items.add(
                        new CalendarItem(shown.get(i), at, minutes, found.get(i).seriesId() != null));
            }
        }
        return items;
    }

    @Override
    public List<Person> people() {
        long me = access.caller().id();
        Person myself = new Person(me, access.caller().displayName());
        if (!activities.tell("startsAt", "owner")) {
            return List.of(myself);
        }
        List<Long> owners = activities.find(
                "select distinct r.ownerId from Activity r where %s and r.ownerId is not null",
                Map.of(), Long.class, MOST_PEOPLE);
        List<Person> people = new ArrayList<>(List.of(myself));
        views.names(owners).entrySet().stream()
                .filter(one -> one.getKey() != me)
                .map(one -> new Person(one.getKey(), one.getValue()))
                .sorted(Comparator.comparing(Person::name))
                .forEach(people::add);
        return people;
    }

    @Override
    public RecordView move(long activity, @Nullable Long version, Instant at, @Nullable Integer minutes) {
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        changes.put("startsAt", at);
        if (minutes != null) {
            changes.put("minutes", BigDecimal.valueOf(minutes));
        }
        RecordRef ref = new RecordRef(SeenActivities.TYPE, activity);
        return activities
                .shown(List.of(writer.change(ref, version, changes, "")))
                .get(0);
    }

    @Override
    public Proposal proposal(Instant wanted) {
        WorkingHours hours = workingTime.hours();
        Instant next = hours.next(wanted);
        LocalDate day = LocalDate.ofInstant(wanted, hours.zone());
        String holiday = hours.days().stream()
                .filter(one -> one.date().equals(day) && one.worksLike() == null)
                .map(SpecialDay::name)
                .findFirst()
                .orElse("");
        return new Proposal(next, next.equals(wanted), holiday);
    }
}
