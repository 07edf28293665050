package org.quanhe.crm.capture.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.automation.spi.Occurrences;
import org.quanhe.crm.capture.FormOutcome;
import org.quanhe.crm.capture.FormOutcome.Kind;
import org.quanhe.crm.capture.SentForm;
import org.quanhe.crm.capture.ShownForm;
import org.quanhe.crm.capture.ShownForm.ShownConsent;
import org.quanhe.crm.capture.WebFormContent;
import org.quanhe.crm.capture.control.FormAnswers.Read;
import org.quanhe.crm.capture.control.KnownPeople.Known;
import org.quanhe.crm.capture.entity.WebForm;
import org.quanhe.crm.capture.entity.WebFormEntry;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.privacy.Purpose;
import org.quanhe.crm.privacy.spi.ConsentLedger;
import org.quanhe.crm.scoring.Scores;
import org.quanhe.crm.scoring.SignalKind;

/** Takes a form that was sent, all of it in one transaction; fails where another one was faster, to be begun anew. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class FormSteps {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private FormSight sight;

    @Inject
    private FormAnswers answers;

    @Inject
    private KnownPeople people;

    @Inject
    private FormLeads leads;

    @Inject
    private FormNote note;

    @Inject
    private VisitBook visits;

    @Inject
    private Turns turns;

    @Inject
    private Scores scores;

    @Inject
    private Occurrences occurrences;

    @Inject
    private ConsentLedger ledger;

    @Inject
    private SigningKey key;

    @Inject
    private TimeSource time;

    /** Takes it, in the name of who calls: of the application itself. */
    public FormOutcome take(WebForm form, SentForm sent, String nonce) {
        WebFormEntry earlier = entities.find(WebFormEntry.class, nonce);
        String fingerprint = fingerprint(sent);
        ShownForm shown = sight.of(form, sent.language());
        if (earlier != null) {
            return earlier.fingerprint().equals(fingerprint) ? taken(shown, nonce) : FormOutcome.of(Kind.STALE);
        }
        Read read = answers.read(shown, sent);
        if (!read.violations().isEmpty()) {
            return new FormOutcome(Kind.WRONG, read.violations(), "");
        }
        WebFormEntry entry = new WebFormEntry(nonce, form.id(), fingerprint, time.now());
        entities.persist(entry);
        // the database decides now which of two equal ones is first
        entities.flush();
        turns.await(KnownPeople.keys(read));
        Known known = people.find(read).orElse(null);
        WebFormContent content = form.content();
        RecordRef lead = lead(content, sent, read, known);
        entry.ledTo(lead.id(), known != null);
        List<ShownConsent> given = sight.consents(content, shown.language()).stream()
                .filter(consent -> sent.consents().contains(consent.purpose()))
                .toList();
        note.write(content, sent, lead, answers.told(shown, sent), known, given);
        agreed(lead, content.code(), given);
        scores.signal(lead, SignalKind.FORM, content.name(), null);
        if (given.stream().anyMatch(consent -> consent.purpose().equals(Purpose.VISITS))) {
            visits.join(sent.visitor(), lead);
        }
        occurrences.happened(
                FormSentTrigger.CODE,
                lead,
                trigger -> FormSentTrigger.means(trigger, content.code()),
                LocalizedMessage.of("capture.trace.sent", content.name()));
        return taken(shown, nonce);
    }

    private RecordRef lead(WebFormContent form, SentForm sent, Read read, @Nullable Known known) {
        if (known == null || !known.lead()) {
            return leads.make(form, sent, read, known);
        }
        leads.add(form, sent, read, known);
        return known.record();
    }

    private void agreed(RecordRef lead, String form, List<ShownConsent> given) {
        given.forEach(consent -> ledger.given(
                lead, consent.purpose(), new ConsentLedger.Evidence("form:" + form, consent.wording(), time.now())));
    }

    private FormOutcome taken(ShownForm form, String nonce) {
        String download = form.gives() ? DownloadKey.issue(key.signature(), form.code(), nonce, time.now()) : "";
        return new FormOutcome(Kind.TAKEN, List.of(), download);
    }

    /** By which a form that comes again is told from one with other answers. */
    private static String fingerprint(SentForm sent) {
        String all = new TreeMap<>(sent.values()) + "\n" + new TreeSet<>(sent.consents());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /**
     * The document of a form is downloaded; the first time the lead hears of it.
     *
     * @param nonce number of the form that was sent
     * @return false if no such form was sent
     */
    public boolean downloaded(WebForm form, String nonce, String document) {
        WebFormEntry entry = entities.find(WebFormEntry.class, nonce);
        if (entry == null || entry.formId() != form.id()) {
            return false;
        }
        Long lead = entry.lead();
        if (lead != null && entry.download(time.now())) {
            RecordRef ref = new RecordRef(PersonKeyBook.LEADS, lead);
            note.downloaded(ref, form.name(), document);
            scores.signal(ref, SignalKind.DOWNLOAD, document, null);
        }
        return true;
    }
}
