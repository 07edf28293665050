package org.quanhe.crm.activities.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.activities.FollowUps.Question;
import org.quanhe.crm.activities.control.DueContacts.Candidate;
import org.quanhe.crm.activities.entity.Activity;
import org.quanhe.crm.activities.entity.Cadence;
import org.quanhe.crm.activities.entity.CadenceTask;
import org.quanhe.crm.identity.CurrentUser;
import org.quanhe.crm.identity.TeamMembers;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.platform.control.Configuration;
import org.quanhe.crm.platform.settings.CrmSettings;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordWriter;
import org.quanhe.crm.records.spi.Access;
import org.quanhe.crm.workingtime.WorkingTime;

/**
 * Makes the tasks of cadences, for each owner in that person's name and with that person's rights. A task and the row
 * that says for which day it is are one transaction: a crash repeats what is not there.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CadenceSteps {
    private static final int PORTION = 50;
    /** So long a cadence is left alone after its tasks were looked at. */
    public static final Duration PAUSE = Duration.ofMinutes(10);

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private CadenceBook book;

    @Inject
    private DueContacts due;

    @Inject
    private RecordTypes types;

    @Inject
    private RecordWriter writer;

    @Inject
    private WorkingTime workingTime;

    @Inject
    private TeamMembers members;

    @Inject
    private Access access;

    @Inject
    private TimeSource time;

    /** Numbers of the cadences whose tasks are to be looked at: new and changed ones at once, others now and then. */
    public List<Long> waiting() {
        return entities
                .createQuery(
                        "select c from Cadence c where c.sweptAt is null or c.sweptAt < :before order by c.id",
                        Cadence.class)
                .setParameter("before", time.now().minus(PAUSE))
                .getResultList()
                .stream()
                .filter(CadenceSteps::makesTasks)
                .map(Cadence::id)
                .toList();
    }

    private static boolean makesTasks(Cadence cadence) {
        Map<String, Object> document = JsonText.readMap(cadence.document());
        return Boolean.TRUE.equals(document.get("active")) && Boolean.TRUE.equals(document.get("task"));
    }

    /** Who owns records that the cadence may mean, and when it was looked at is noted. */
    public List<Long> owners(long number) {
        Cadence cadence = entities.find(Cadence.class, number);
        if (cadence == null) {
            return List.of();
        }
        entities.createQuery("update Cadence c set c.sweptAt = :now where c.id = :id and c.version = :version")
                .setParameter("now", time.now())
                .setParameter("id", number)
                .setParameter("version", cadence.version())
                .executeUpdate();
        return entities.createQuery(
                        "select distinct r.ownerId from "
                                + types.named(CadenceBook.Rule.of(cadence).type())
                                        .from()
                                + "r.deletedAt is null and r.ownerId is not null order by r.ownerId",
                        Long.class)
                .getResultList();
    }

    /**
     * Makes some of the tasks of one owner.
     *
     * @return true if there may be more
     */
    public boolean make(long number, long owner) {
        Cadence cadence = book.locked(number, null);
        return members.signInName(owner)
                .map(name -> access.as(name, () -> tasks(CadenceBook.Rule.of(cadence), owner)))
                .orElse(false);
    }

    private boolean tasks(CadenceBook.Rule rule, long owner) {
        int made = 0;
        for (Candidate one : due.candidates(new Question(rule.type(), owner, null, PORTION, null))) {
            if (one.rule().id() == rule.id() && !isMade(rule, one)) {
                if (made == PORTION) {
                    return true;
                }
                make(rule, one, owner);
                made++;
            }
        }
        return false;
    }

    private boolean isMade(CadenceBook.Rule rule, Candidate one) {
        List<CadenceTask> before = entities.createQuery(
                        "select t from CadenceTask t where t.cadenceId = :cadence and t.recordId = :record",
                        CadenceTask.class)
                .setParameter("cadence", rule.id())
                .setParameter("record", one.record().getId())
                .getResultList();
        return before.stream().anyMatch(task -> task.due().equals(one.due()) || isOpen(task.activity()));
    }

    private boolean isOpen(long number) {
        Activity activity = entities.find(Activity.class, number);
        return activity != null && !activity.deleted() && !Boolean.TRUE.equals(activity.getDone());
    }

    private void make(CadenceBook.Rule rule, Candidate one, long owner) {
        Instant until = workingTime.hours().endOfDay(time.now(), 0);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("kind", rule.by());
        values.put(
                "subject",
                LocalizedMessage.of(
                                "activities.cadence.subject",
                                rule.name(),
                                one.record().title())
                        .in(language()));
        values.put(
                ContactFacts.field(rule.type()),
                new RecordRef(rule.type(), one.record().getId()));
        values.put("owner", new RecordRef("users", owner));
        values.put("startsAt", until);
        values.put("done", false);
        long activity = writer.create(SeenActivities.TYPE, values).getId();
        entities.persist(new CadenceTask(rule.id(), one.record().getId(), one.due(), activity));
    }

    private Language language() {
        CurrentUser caller = access.caller();
        return Objects.requireNonNullElseGet(
                caller.language(), () -> Language.ofTag(Configuration.text(CrmSettings.LANGUAGE)));
    }
}
