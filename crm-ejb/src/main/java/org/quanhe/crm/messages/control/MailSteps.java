package org.quanhe.crm.messages.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.messages.MailView;
import org.quanhe.crm.messages.MessageKind;
import org.quanhe.crm.messages.control.Refusal.Meaning;
import org.quanhe.crm.messages.entity.Mail;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.privacy.spi.SendingConsent;

/** The steps between which a mail is handed over, each committed before the next begins. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class MailSteps {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private SendingConsent consent;

    @Inject
    private TimeSource time;

    /**
     * A mail that this process has claimed.
     *
     * @param key part of its own number
     * @param wayOut where its reader gets out of such mails, null where nobody had to agree
     */
    public record Claimed(
            MailView mail, String key, @Nullable String wayOut) {}

    /** Numbers of messages of that kind to send now, the longest due first. */
    public List<Long> due(MessageKind kind, int most) {
        return entities.createQuery(
                        "select m.id from Mail m where m.state = :waiting and m.nextAt <= :now and m.kind = :kind"
                                + " order by m.nextAt, m.id",
                        Long.class)
                .setParameter("kind", kind)
                .setParameter("waiting", MailView.State.WAITING)
                .setParameter("now", time.now())
                .setMaxResults(most)
                .getResultList();
    }

    /** Claims a mail; nothing if another process was faster, or somebody decided that it is not sent. */
    public Optional<Claimed> claim(long id) {
        Mail mail = entities.find(Mail.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (mail == null || !mail.due(time.now())) {
            return Optional.empty();
        }
        String way = mail.wayOut();
        if (way != null && !consent.holds(way, mail.purpose())) {
            mail.unwanted(mail.purpose(), consent.refusal(mail.purpose()));
            return Optional.empty();
        }
        mail.claim(time.now());
        return Optional.of(new Claimed(
                mail.view(), mail.messageKey(), way == null ? null : consent.url(way) + "?purpose=" + mail.purpose()));
    }

    /** The other side took it. */
    public void sent(long id) {
        Mail mail = entities.find(Mail.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (mail != null) {
            mail.sent(time.now());
        }
    }

    /** It did not go out, or nobody knows. */
    public void refused(long id, Refusal refusal) {
        Mail mail = entities.find(Mail.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (mail != null && refusal.meaning() == Meaning.DOUBT) {
            mail.doubt(refusal.text());
        } else if (mail != null) {
            mail.failed(refusal.text(), refusal.meaning() == Meaning.NEVER, time.now());
        }
    }

    /** Messages that were claimed too long ago, by a process that must have ended: what became of them is open. */
    public void leaveInDoubt(Carrier carrier) {
        Instant before = time.now().minus(carrier.patience());
        entities.createQuery(
                        "select m from Mail m where m.state = :sending and m.claimedAt < :before and m.kind = :kind",
                        Mail.class)
                .setParameter("kind", carrier.kind())
                .setParameter("sending", MailView.State.SENDING)
                .setParameter("before", before)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .forEach(mail -> mail.doubt(carrier.interrupted()));
    }
}
