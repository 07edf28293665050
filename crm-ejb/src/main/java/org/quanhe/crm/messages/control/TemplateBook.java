package org.quanhe.crm.messages.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.audit.FieldChange;
import org.quanhe.crm.audit.control.AuditTrail;
import org.quanhe.crm.audit.control.DocumentHistory;
import org.quanhe.crm.messages.TemplateContent;
import org.quanhe.crm.messages.entity.MessageTemplate;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.spi.Access;

/** The templates that are kept. */
@ApplicationScoped
public class TemplateBook {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private Access access;

    @Inject
    private AuditTrail audit;

    @Inject
    private DocumentHistory history;

    @Inject
    private TimeSource time;

    /** All of them, in order of their names. */
    public List<MessageTemplate> all() {
        return entities.createQuery("select t from MessageTemplate t order by t.name, t.id", MessageTemplate.class)
                .getResultList();
    }

    /** The template of that code. */
    public Optional<MessageTemplate> find(String code) {
        return entities.createQuery("select t from MessageTemplate t where t.code = :code", MessageTemplate.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }

    /**
     * Lets a template say that from now on, with what the audit and its history keep of it.
     *
     * @param restores number of the version that it brings back
     */
    public void write(MessageTemplate template, TemplateContent content, String why, @Nullable Integer restores) {
        boolean fresh = template.code().isEmpty();
        DocumentHistory.Writing writing =
                new DocumentHistory.Writing(time.now(), access.caller().id(), why, restores);
        String before = fresh ? "" : document(template);
        String told = template.told();
        template.write(content, access.caller().displayName(), time.now());
        entities.persist(template);
        entities.flush();
        RecordRef ref = new RecordRef("templates", template.id());
        history.keep(ref, before, document(template), writing);
        note(template, fresh ? "created" : restores == null ? "changed" : "restored", told, template.told(), why);
    }

    private static String document(MessageTemplate template) {
        return JsonText.write(TemplateDocument.of(template.content()));
    }

    /** Tells the audit. */
    public void note(MessageTemplate template, String action, String before, String after, String why) {
        audit.note(
                new RecordRef("templates", template.id()),
                time.now(),
                access.caller().id(),
                action,
                List.of(new FieldChange(template.name(), before, after)),
                why);
    }

    /** What the template of that code says; INVALID if there is none. */
    public TemplateContent content(String code) {
        return find(code)
                .map(MessageTemplate::content)
                .orElseThrow(() -> CrmException.invalid("messages.error.noTemplate", code));
    }
}
