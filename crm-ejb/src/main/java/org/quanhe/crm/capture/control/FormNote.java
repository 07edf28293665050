package org.quanhe.crm.capture.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.capture.SentForm;
import org.quanhe.crm.capture.ShownForm.ShownConsent;
import org.quanhe.crm.capture.WebFormContent;
import org.quanhe.crm.capture.control.KnownPeople.Known;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.control.Configuration;
import org.quanhe.crm.platform.settings.CrmSettings;
import org.quanhe.crm.records.control.RecordWriter;

/** What the timeline tells of a form that was sent, and of a document that was downloaded. */
@ApplicationScoped
public class FormNote {
    private static final int LONGEST_SUBJECT = 300;

    @Inject
    private RecordWriter writer;

    /**
     * Writes it.
     *
     * @param told everything that was sent
     * @param known who it was found to be, null for a stranger
     * @param given what the visitor agreed to
     */
    void write(
            WebFormContent form,
            SentForm sent,
            RecordRef lead,
            String told,
            @Nullable Known known,
            List<ShownConsent> given) {
        List<String> lines = new ArrayList<>();
        if (known != null) {
            known.reasons().forEach(reason -> lines.add(say("capture.note.known", reason)));
        }
        lines.add(told);
        given.forEach(consent -> lines.add(say("capture.note.agreed", consent.wording())));
        if (!sent.origin().page().isEmpty()) {
            lines.add(say("capture.note.page", sent.origin().page()));
        }
        if (!sent.origin().referrer().isEmpty()) {
            lines.add(say("capture.note.referrer", sent.origin().referrer()));
        }
        FormLeads.origin(form, sent.origin()).forEach((field, value) -> {
            if (!field.equals("page")) {
                lines.add(say("capture.note.line", LocalizedMessage.of("leads." + field), value));
            }
        });
        activity(say("capture.note.subject", form.name()), String.join("\n", lines), lead, known);
    }

    /** The document was downloaded. */
    void downloaded(RecordRef lead, String form, String document) {
        activity(say("capture.note.downloaded", document), say("capture.note.subject", form), lead, null);
    }

    private void activity(String subject, String body, RecordRef lead, @Nullable Known known) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("kind", "note");
        values.put("subject", subject.length() > LONGEST_SUBJECT ? subject.substring(0, LONGEST_SUBJECT) : subject);
        values.put("body", body);
        values.put("lead", Long.toString(lead.id()));
        values.put("channel", "online");
        if (known != null && !known.lead()) {
            values.put("customer", Long.toString(known.record().id()));
        }
        writer.create("activities", values);
    }

    /** In the installation's language: colleagues read it. */
    private static String say(String key, Object... args) {
        return LocalizedMessage.of(key, args).in(Language.ofTag(Configuration.text(CrmSettings.LANGUAGE)));
    }
}
