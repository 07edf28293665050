package org.quanhe.crm.leads.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.quanhe.crm.identity.Role;
import org.quanhe.crm.identity.TeamMembers;
import org.quanhe.crm.leads.entity.Lead;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.spi.Access;

/**
 * What happens with leads by itself, each step a transaction of its own. The rows say what is to be done: a crash loses
 * nothing, and nobody is asked twice. It is done in the name of the lead's owner, or of the first administrator.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class HandoverSteps {
    private static final int PORTION = 100;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private HandoverBook book;

    @Inject
    private TeamMembers members;

    @Inject
    private Access access;

    @Inject
    private TimeSource time;

    /**
     * Leads whose score reached the threshold. It is asked every few seconds and nearly always of none: the words are
     * such that H2 looks at those with a time alone, and not at all that are new.
     */
    public List<Long> ready() {
        return entities.createQuery(
                        "select l.id from Lead l where l.readyAt > :ever and l.deletedAt is null"
                                + " and l.status not in ('awaiting', 'accepted', 'converted') order by l.readyAt, l.id",
                        Long.class)
                .setParameter("ever", Instant.EPOCH)
                .setMaxResults(PORTION)
                .getResultList();
    }

    /** Leads about which nobody answered in time. */
    public List<Long> overdue() {
        return entities.createQuery(
                        "select h.leadId from Handover h, Lead l where l.id = h.leadId and l.deletedAt is null"
                                + " and l.status = 'awaiting' and h.dueAt <= :now and h.state = 'open'"
                                + " order by h.dueAt",
                        Long.class)
                .setParameter("now", time.now())
                .setMaxResults(PORTION)
                .getResultList();
    }

    /** Asks sales about a lead that is ready. */
    public void ask(long lead) {
        inSomebodysName(lead, () -> book.askByScore(new RecordRef(HandoverBook.LEADS, lead)));
    }

    /** Asks a superior, because nobody answered. */
    public void escalate(long lead) {
        inSomebodysName(lead, () -> book.escalate(new RecordRef(HandoverBook.LEADS, lead)));
    }

    private void inSomebodysName(long number, Runnable work) {
        Lead lead = entities.find(Lead.class, number);
        Long owner = lead == null ? null : lead.getOwnerId();
        Optional<String> name = Optional.ofNullable(owner)
                .filter(user -> members.inRole(Role.ADMINISTRATOR).contains(user)
                        || members.inRole(Role.MANAGER).contains(user)
                        || members.inRole(Role.MARKETING).contains(user))
                .or(() -> members.inRole(Role.ADMINISTRATOR).stream().findFirst())
                .flatMap(members::signInName);
        name.ifPresent(user -> access.as(user, () -> {
            work.run();
            return true;
        }));
    }
}
