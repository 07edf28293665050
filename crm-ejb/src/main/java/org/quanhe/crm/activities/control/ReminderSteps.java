package org.quanhe.crm.activities.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.quanhe.crm.activities.entity.Activity;
import org.quanhe.crm.activities.entity.ActivityReminder;
import org.quanhe.crm.identity.CurrentUser;
import org.quanhe.crm.identity.TeamMembers;
import org.quanhe.crm.messages.ColleagueNews;
import org.quanhe.crm.messages.NoticeKind;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.platform.Told;
import org.quanhe.crm.platform.control.Configuration;
import org.quanhe.crm.platform.settings.CrmSettings;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.spi.Access;

/**
 * Reminds people. The locked row, the notice and the row of the mail are one transaction: a crash repeats what nobody
 * was told, and a second server waits and finds it done.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ReminderSteps {
    private static final int PORTION = 100;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private RecordTypes types;

    @Inject
    private RecordViews views;

    @Inject
    private TeamMembers members;

    @Inject
    private ColleagueNews news;

    @Inject
    private Access access;

    @Inject
    private TimeSource time;

    /** Numbers of the activities of which somebody is to be reminded now. */
    public List<Long> due() {
        return entities.createQuery(
                        "select r.activityId from ActivityReminder r where r.toldAt is null and r.dueAt <= :now"
                                + " order by r.dueAt, r.activityId",
                        Long.class)
                .setParameter("now", time.now())
                .setMaxResults(PORTION)
                .getResultList();
    }

    /** Reminds the owner of that activity; nobody who may not see it any more. */
    public void remind(long number) {
        ActivityReminder reminder = entities.find(ActivityReminder.class, number, LockModeType.PESSIMISTIC_WRITE);
        if (reminder == null || !reminder.isDue(time.now())) {
            return;
        }
        reminder.told(time.now());
        Activity activity = entities.find(Activity.class, number);
        Long owner = activity == null || activity.deleted() ? null : activity.getOwnerId();
        if (owner != null) {
            members.signInName(owner).ifPresent(name -> access.as(name, () -> tell(owner, number)));
        }
    }

    private boolean tell(long owner, long number) {
        var activity = views.visible(types.named(SeenActivities.TYPE), number);
        if (activity == null) {
            return false;
        }
        RecordView seen = views.view(types.named(SeenActivities.TYPE), activity);
        LocalizedMessage text = seen.value("startsAt") instanceof Instant starts
                ? LocalizedMessage.of("activities.reminder.at", seen.title(), when(starts))
                : LocalizedMessage.of("activities.reminder", seen.title());
        String about = seen.value("customer") instanceof RecordRef customer
                ? seen.referenceTitles().getOrDefault(customer.key(), "")
                : "";
        news.tell(owner, NoticeKind.REMINDER, text, about, seen.ref());
        return true;
    }

    /** In the language and the time zone of who is reminded. */
    private String when(Instant starts) {
        CurrentUser caller = access.caller();
        Language language = Objects.requireNonNullElseGet(
                caller.language(), () -> Language.ofTag(Configuration.text(CrmSettings.LANGUAGE)));
        return new Told(language, ZoneId.of(caller.timeZone())).dateTime(starts);
    }
}
