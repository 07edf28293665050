package org.quanhe.crm.capture.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.capture.control.KnownPeople.Known;
import org.quanhe.crm.capture.entity.Attendance;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.platform.control.Configuration;
import org.quanhe.crm.platform.settings.CrmSettings;
import org.quanhe.crm.records.control.RecordWriter;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.spi.RecordRule;
import org.quanhe.crm.scoring.Scores;
import org.quanhe.crm.scoring.SignalKind;

/**
 * Whoever came to a fair or webinar is known, or becomes a lead with the event as its source; that it came counts in
 * its score.
 */
@ApplicationScoped
class AttendancePeople implements RecordRule<Attendance> {
    private static final LocalTime NOON = LocalTime.NOON;

    @Inject
    private KnownPeople people;

    @Inject
    private RecordWriter writer;

    @Inject
    private FrontDesk desk;

    @Inject
    private Scores scores;

    @Inject
    private TimeSource time;

    @Override
    public Class<Attendance> guards() {
        return Attendance.class;
    }

    @Override
    public void beforeSave(Attendance attendance) {
        if (!attendance.unknown() || attendance.deleted()) {
            return;
        }
        RecordRef person = people.find(said(attendance)::getOrDefault)
                .map(Known::record)
                .orElseGet(() -> desk.serve(() -> lead(attendance)));
        attendance.is(person);
        if (person.type().equals(PersonKeyBook.LEADS) && attendance.came()) {
            desk.serve(() -> scores.signal(person, SignalKind.ATTENDED, attendance.getEvent(), when(attendance)));
        }
    }

    private static Map<String, String> said(Attendance attendance) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("name", attendance.getName());
        put(said, "company", attendance.getCompany());
        put(said, "phone", attendance.getPhone());
        put(said, "email", attendance.getEmail());
        return said;
    }

    private static void put(Map<String, String> said, String field, @Nullable String value) {
        if (value != null) {
            said.put(field, value);
        }
    }

    private RecordRef lead(Attendance attendance) {
        Map<String, Object> values = new LinkedHashMap<>(said(attendance));
        values.put("source", attendance.getEvent());
        Optional.ofNullable(attendance.getGathering()).ifPresent(kind -> values.put("medium", kind));
        values.put("firstChannel", Attendance.FAIR.equals(attendance.getGathering()) ? "fair" : "web");
        values.put("firstTouch", attendance.getDay() == null ? today() : attendance.getDay());
        values.put("owner", Long.toString(attendance.getOwnerId()));
        if (attendance.getTeamId() != null) {
            values.put("team", Long.toString(attendance.getTeamId()));
        }
        RecordEntity made = writer.create(PersonKeyBook.LEADS, values, attendance.getEvent());
        return new RecordRef(PersonKeyBook.LEADS, made.getId());
    }

    private java.time.LocalDate today() {
        return java.time.LocalDate.ofInstant(time.now(), zone());
    }

    /** The middle of the day; a day that is not over yet counts as now. */
    private @Nullable Instant when(Attendance attendance) {
        if (attendance.getDay() == null) {
            return null;
        }
        Instant noon = attendance.getDay().atTime(NOON).atZone(zone()).toInstant();
        return noon.isAfter(time.now()) ? null : noon;
    }

    private static ZoneId zone() {
        return ZoneId.of(Configuration.text(CrmSettings.TIME_ZONE));
    }
}
