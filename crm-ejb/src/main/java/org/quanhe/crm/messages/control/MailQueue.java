package org.quanhe.crm.messages.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.messages.MailView;
import org.quanhe.crm.messages.MessageKind;
import org.quanhe.crm.messages.entity.Mail;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.platform.control.Configuration;
import org.quanhe.crm.platform.settings.CrmSettings;
import org.quanhe.crm.privacy.spi.SendingConsent;
import org.quanhe.crm.privacy.spi.SendingConsent.WayOut;

/**
 * Writes messages into the outbox, inside the transaction of what causes them. A message that may not go out is written
 * all the same, and says why.
 */
@ApplicationScoped
public class MailQueue {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int LONGEST_SUBJECT = 900;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private Carriers carriers;

    @Inject
    private MailSignal signal;

    @Inject
    private SendingConsent sending;

    @Inject
    private TimeSource time;

    /**
     * What is to be sent.
     *
     * @param kind what carries it
     * @param address as it was found; it may be none
     * @param cause name of what sends it
     * @param automation number of the automation that sends it, null for anything else
     * @param consent what its reader must have agreed to; null for what needs no consent
     */
    public record Order(
            MessageKind kind,
            String address,
            Language language,
            String subject,
            String body,
            String cause,
            @Nullable RecordRef record,
            @Nullable Long automation,
            @Nullable Agreed consent) {}

    /**
     * What the reader must have agreed to.
     *
     * @param person who is written to; null if that is nobody who can be asked
     * @param purpose code of the purpose
     */
    public record Agreed(@Nullable RecordRef person, String purpose) {}

    /** Writes it. */
    public Mail add(Order order) {
        Carrier carrier = carriers.of(order.kind());
        LocalizedMessage refusal = null;
        String address = order.address();
        try {
            address = carrier.address(address);
        } catch (CrmException noAddress) {
            refusal = noAddress.text();
        }
        Agreed consent = order.consent();
        Optional<WayOut> way = consent == null || consent.person() == null
                ? Optional.empty()
                : sending.wayOut(consent.person(), consent.purpose(), address);
        String subject = order.subject().replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        Mail mail = new Mail(
                order.kind(),
                MailAddress.shown(address),
                order.language(),
                subject.length() > LONGEST_SUBJECT ? subject.substring(0, LONGEST_SUBJECT) + "…" : subject,
                carrier.body(order, way.orElse(null)),
                order.cause(),
                time.now());
        mail.about(order.record(), order.automation());
        if (consent != null) {
            way.ifPresent(one -> mail.agreed(consent.purpose(), one.key()));
        }
        if (refusal != null) {
            mail.refuse(refusal);
        } else if (consent != null && way.isEmpty()) {
            mail.unwanted(consent.purpose(), sending.refusal(consent.purpose()));
        } else if (!carrier.isSet()) {
            mail.keep();
        } else if (order.automation() != null && beyondTheLimit(order.automation())) {
            mail.hold();
        } else {
            signal.behindTheCommit();
        }
        entities.persist(mail);
        return mail;
    }

    /** What was refused or held does not count: nobody was written to. */
    private boolean beyondTheLimit(long automation) {
        int limit = Configuration.number(CrmSettings.MAIL_ASK_ABOVE);
        return entities.createQuery(
                                "select m.id from Mail m where m.automationId = :automation and m.createdAt > :since"
                                        + " and m.state not in :unsent",
                                Long.class)
                        .setParameter("automation", automation)
                        .setParameter("since", time.now().minus(HOUR))
                        .setParameter(
                                "unsent",
                                List.of(
                                        MailView.State.HELD,
                                        MailView.State.FAILED,
                                        MailView.State.DISCARDED,
                                        MailView.State.UNWANTED))
                        .setMaxResults(limit)
                        .getResultList()
                        .size()
                >= limit;
    }
}
