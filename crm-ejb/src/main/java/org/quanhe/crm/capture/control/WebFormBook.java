package org.quanhe.crm.capture.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.audit.FieldChange;
import org.quanhe.crm.audit.control.AuditTrail;
import org.quanhe.crm.audit.control.DocumentHistory;
import org.quanhe.crm.capture.WebFormContent;
import org.quanhe.crm.capture.entity.WebForm;
import org.quanhe.crm.capture.entity.WebFormFile;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.spi.Access;

/** The web forms that are kept. */
@ApplicationScoped
public class WebFormBook {
    private static final String FORMS = "web-forms";

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
    public List<WebForm> all() {
        return entities.createQuery("select f from WebForm f order by f.name, f.id", WebForm.class)
                .getResultList();
    }

    /** The same, locked until the end of the transaction. */
    List<WebForm> allLocked() {
        return entities.createQuery("select f from WebForm f order by f.id", WebForm.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** The form of that code. */
    public Optional<WebForm> find(String code) {
        return entities.createQuery("select f from WebForm f where f.code = :code", WebForm.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }

    /** The document that a form gives. */
    public Optional<WebFormFile> file(long form) {
        return Optional.ofNullable(entities.find(WebFormFile.class, form));
    }

    /** Name and size of that, without what it holds. */
    public Optional<Object[]> fileTold(long form) {
        return entities.createQuery("select f.name, f.bytes from WebFormFile f where f.formId = :form", Object[].class)
                .setParameter("form", form)
                .getResultStream()
                .findFirst();
    }

    /**
     * Lets a form be that from now on, with what the audit and its history keep of it.
     *
     * @param restores number of the version that it brings back
     */
    public void write(WebForm form, WebFormContent content, String why, @Nullable Integer restores) {
        boolean fresh = form.code().isEmpty();
        DocumentHistory.Writing writing =
                new DocumentHistory.Writing(time.now(), access.caller().id(), why, restores);
        String before = fresh ? "" : form.document();
        form.write(content, access.caller().displayName(), time.now());
        entities.persist(form);
        entities.flush();
        history.keep(ref(form), before, form.document(), writing);
        note(form, fresh ? "created" : restores == null ? "changed" : "restored", before, form.document(), why);
    }

    /** Tells the audit. */
    public void note(WebForm form, String action, String before, String after, String why) {
        audit.note(
                ref(form),
                time.now(),
                access.caller().id(),
                action,
                List.of(new FieldChange(form.name(), before, after)),
                why);
    }

    public static RecordRef ref(WebForm form) {
        return new RecordRef(FORMS, form.id());
    }
}
