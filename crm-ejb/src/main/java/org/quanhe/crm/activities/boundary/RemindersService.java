package org.quanhe.crm.activities.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import org.quanhe.crm.activities.Reminders;
import org.quanhe.crm.activities.control.SeenActivities;
import org.quanhe.crm.activities.entity.Activity;
import org.quanhe.crm.activities.entity.ActivityReminder;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.control.RecordVerbs;
import org.quanhe.crm.records.spi.Access;

/** The façade of reminders. */
@Stateless
@Local(Reminders.class)
public class RemindersService implements Reminders {
    private static final long MINUTE = 60;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private RecordVerbs verbs;

    @Inject
    private Access access;

    @Inject
    private TimeSource time;

    @Override
    public Instant snooze(long activity, int minutes) {
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw CrmException.invalidField("minutes", LocalizedMessage.of("activities.error.snooze", MOST_MINUTES));
        }
        Activity seen = verbs.seen(Activity.class, new RecordRef(SeenActivities.TYPE, activity));
        Long owner = seen.getOwnerId();
        if (owner == null || owner != access.caller().id()) {
            throw CrmException.forbidden("activities.error.notYours");
        }
        if (Boolean.TRUE.equals(seen.getDone())) {
            throw new CrmException(
                    CrmException.Kind.CONFLICT, LocalizedMessage.of("activities.error.done", seen.title()));
        }
        ActivityReminder reminder = entities.find(ActivityReminder.class, activity, LockModeType.PESSIMISTIC_WRITE);
        if (reminder == null) {
            reminder = new ActivityReminder(activity);
            entities.persist(reminder);
        }
        Instant at = time.now().plusSeconds(minutes * MINUTE);
        reminder.later(at);
        return at;
    }
}
