package org.quanhe.crm.activities.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.activities.FreeDays;
import org.quanhe.crm.activities.RecurrenceRule;
import org.quanhe.crm.platform.JsonText;

/** A rule by which activities are made, one after the other. The row is locked while the next one is made. */
@Entity
@Table(name = "activity_series")
public class ActivitySeries {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "followup_seq")
    @SequenceGenerator(name = "followup_seq", sequenceName = "followup_seq", allocationSize = 50)
    private long id;

    @Version
    private long version;

    private String rule = "";

    @Enumerated(EnumType.STRING)
    @Column(name = "free_days")
    private FreeDays freeDays = FreeDays.KEEP;

    @Column(name = "first_day")
    private LocalDate firstDay = LocalDate.EPOCH;

    @Column(name = "time_of_day")
    private String timeOfDay = "";

    @Column(name = "time_zone")
    private String timeZone = "";

    private String template = "{}";

    /** The day of the rule that was looked at last. */
    @Column(name = "last_slot")
    private LocalDate lastSlot = LocalDate.EPOCH;

    /** The day on which the last one was put. */
    @Column(name = "last_day")
    private LocalDate lastDay = LocalDate.EPOCH;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    protected ActivitySeries() {
        // for JPA
    }

    /**
     * A series whose first activity is there.
     *
     * @param first day and time of the first one
     * @param slot day of the rule that it stands for
     */
    public ActivitySeries(
            RecurrenceRule rule, FreeDays freeDays, Instant first, ZoneId zone, LocalDate slot, Map<String, ?> values) {
        this.rule = rule.text();
        this.freeDays = freeDays;
        this.firstDay = slot;
        this.timeOfDay =
                LocalTime.ofInstant(first, zone).truncatedTo(ChronoUnit.SECONDS).toString();
        this.timeZone = zone.getId();
        this.template = JsonText.write(values);
        this.lastSlot = slot;
        this.lastDay = LocalDate.ofInstant(first, zone);
    }

    public long id() {
        return id;
    }

    public RecurrenceRule rule() {
        return RecurrenceRule.parse(rule);
    }

    public FreeDays freeDays() {
        return freeDays;
    }

    public LocalDate firstDay() {
        return firstDay;
    }

    public LocalDate lastSlot() {
        return lastSlot;
    }

    public LocalDate lastDay() {
        return lastDay;
    }

    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    public Map<String, Object> values() {
        return JsonText.readMap(template);
    }

    public boolean ended() {
        return endedAt != null;
    }

    /** When something of that day begins. */
    public Instant at(LocalDate day) {
        return day.atTime(LocalTime.parse(timeOfDay)).atZone(zone()).toInstant();
    }

    /** That day of the rule is settled. */
    public void passed(LocalDate slot) {
        lastSlot = slot;
    }

    /** Something was made for that day. */
    public void made(LocalDate day) {
        lastDay = day;
    }

    /** There are no more. */
    public void end(Instant at) {
        endedAt = at;
    }

    /** That day is its last; another series goes on. */
    public void endWith(LocalDate last, Instant at) {
        rule = rule().ending(null, last).text();
        end(at);
    }
}
