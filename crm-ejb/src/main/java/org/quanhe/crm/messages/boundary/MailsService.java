package org.quanhe.crm.messages.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.audit.FieldChange;
import org.quanhe.crm.audit.control.AuditTrail;
import org.quanhe.crm.messages.MailView;
import org.quanhe.crm.messages.Mails;
import org.quanhe.crm.messages.control.Carrier;
import org.quanhe.crm.messages.control.Carriers;
import org.quanhe.crm.messages.control.HeldMails;
import org.quanhe.crm.messages.control.MailSignal;
import org.quanhe.crm.messages.entity.Mail;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.spi.Access;

/** The façade of the outbox. */
@Stateless
@Local(Mails.class)
public class MailsService implements Mails {
    private static final int MOST = 200;
    private static final String MAILS = "mails";

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private Carriers carriers;

    @Inject
    private HeldMails held;

    @Inject
    private MailSignal signal;

    @Inject
    private Access access;

    @Inject
    private AuditTrail audit;

    @Inject
    private TimeSource time;

    @Override
    public List<MailView> list(MailView.@Nullable State state, @Nullable Long before, int limit) {
        administratorsOnly();
        String where = state == null ? "" : " and m.state = :state";
        var query = entities.createQuery(
                        "select m from Mail m where m.id < :before" + where + " order by m.id desc", Mail.class)
                .setParameter("before", before == null ? Long.MAX_VALUE : before)
                .setMaxResults(Math.max(1, Math.min(limit, MOST)));
        if (state != null) {
            query.setParameter("state", state);
        }
        return query.getResultList().stream().map(Mail::view).toList();
    }

    @Override
    public MailView open(long id) {
        administratorsOnly();
        return found(id, LockModeType.NONE).view();
    }

    @Override
    public Map<MailView.State, Long> counts() {
        administratorsOnly();
        Map<MailView.State, Long> counts = new EnumMap<>(MailView.State.class);
        entities.createQuery("select m.state, count(m) from Mail m group by m.state", Object[].class)
                .getResultList()
                .forEach(row -> counts.put((MailView.State) row[0], (Long) row[1]));
        return counts;
    }

    @Override
    public MailView send(long id) {
        administratorsOnly();
        Mail mail = found(id, LockModeType.PESSIMISTIC_WRITE);
        Carrier carrier = carriers.of(mail.kind());
        if (!carrier.isSet()) {
            throw new CrmException(
                    CrmException.Kind.CONFLICT,
                    LocalizedMessage.of(
                            "messages.error.noCarrier", carrier.setting().key()));
        }
        carrier.address(mail.address());
        MailView.State before = mail.state();
        mail.send(time.now());
        note(mail, before);
        signal.behindTheCommit();
        return mail.view();
    }

    @Override
    public MailView discard(long id) {
        administratorsOnly();
        Mail mail = found(id, LockModeType.PESSIMISTIC_WRITE);
        MailView.State before = mail.state();
        mail.discard();
        note(mail, before);
        return mail.view();
    }

    private void note(Mail mail, MailView.State before) {
        audit.note(
                new RecordRef(MAILS, mail.id()),
                time.now(),
                access.caller().id(),
                "changed",
                List.of(new FieldChange("state", before.name(), mail.state().name())),
                "");
    }

    @Override
    public List<Held> held() {
        administratorsOnly();
        return held.all();
    }

    @Override
    public int release(long automation, long upTo) {
        administratorsOnly();
        return noted(automation, held.release(automation, upTo), MailView.State.WAITING);
    }

    @Override
    public int discardHeld(long automation, long upTo) {
        administratorsOnly();
        return noted(automation, held.discard(automation, upTo), MailView.State.DISCARDED);
    }

    private int noted(long automation, int decided, MailView.State state) {
        audit.note(
                new RecordRef("automations", automation),
                time.now(),
                access.caller().id(),
                "changed",
                List.of(new FieldChange(MAILS, MailView.State.HELD.name(), decided + " " + state.name())),
                "");
        return decided;
    }

    @Override
    public List<String> missing() {
        return carriers.all().stream()
                .filter(carrier -> !carrier.isSet())
                .sorted(Comparator.comparing(Carrier::kind))
                .map(carrier -> carrier.setting().key())
                .toList();
    }

    private Mail found(long id, LockModeType lock) {
        Mail mail = entities.find(Mail.class, id, lock);
        if (mail == null) {
            throw CrmException.notFound(new RecordRef(MAILS, id));
        }
        return mail;
    }

    private void administratorsOnly() {
        if (!access.caller().administrator()) {
            throw CrmException.forbidden("identity.error.administratorsOnly");
        }
    }
}
