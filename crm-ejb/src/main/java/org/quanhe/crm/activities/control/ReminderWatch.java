package org.quanhe.crm.activities.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.quanhe.crm.activities.entity.ActivityReminder;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.control.RecordWriter;
import org.quanhe.crm.records.spi.RecordListener;
import org.quanhe.crm.records.spi.WrittenRecord;

/** Keeps reminders to what activities say, in the transaction that writes them. */
@ApplicationScoped
class ReminderWatch implements RecordListener {
    private static final long MINUTE = 60;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private TimeSource time;

    @Override
    public boolean wants(String type, String action) {
        return type.equals(SeenActivities.TYPE) && !action.equals(RecordWriter.RECALCULATED);
    }

    @Override
    public void written(WrittenRecord record) {
        ActivityReminder before =
                entities.find(ActivityReminder.class, record.ref().id(), LockModeType.PESSIMISTIC_WRITE);
        Optional<Instant> wanted =
                record.action().equals(RecordWriter.DELETED) ? Optional.empty() : wanted(record.after());
        if (wanted.isEmpty()) {
            if (before != null) {
                entities.remove(before);
            }
            return;
        }
        ActivityReminder reminder = before;
        if (reminder == null) {
            reminder = new ActivityReminder(record.ref().id());
            entities.persist(reminder);
        }
        reminder.want(wanted.get());
        if (reminder.isDue(time.now()) && isOver(record.after())) {
            reminder.told(time.now());
        }
    }

    private static Optional<Instant> wanted(Map<String, Object> values) {
        if (Boolean.TRUE.equals(values.get("done"))) {
            return Optional.empty();
        }
        if (values.get("remindAt") instanceof Instant at) {
            return Optional.of(at);
        }
        return values.get("startsAt") instanceof Instant starts
                        && values.get("remindBefore") instanceof BigDecimal minutes
                ? Optional.of(starts.minusSeconds(minutes.longValue() * MINUTE))
                : Optional.empty();
    }

    /** What is entered when its time is over is overdue, and needs no reminder that would come late. */
    private boolean isOver(Map<String, Object> values) {
        return values.get("startsAt") instanceof Instant starts
                && starts.isBefore(time.now().minusSeconds(MINUTE));
    }
}
