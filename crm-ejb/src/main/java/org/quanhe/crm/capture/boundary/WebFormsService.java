package org.quanhe.crm.capture.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.audit.DocumentVersion;
import org.quanhe.crm.audit.control.DocumentHistory;
import org.quanhe.crm.capture.WebFormContent;
import org.quanhe.crm.capture.WebFormJson;
import org.quanhe.crm.capture.WebFormView;
import org.quanhe.crm.capture.WebForms;
import org.quanhe.crm.capture.control.AskableFields;
import org.quanhe.crm.capture.control.FormCheck;
import org.quanhe.crm.capture.control.WebFormBook;
import org.quanhe.crm.capture.entity.WebForm;
import org.quanhe.crm.capture.entity.WebFormFile;
import org.quanhe.crm.identity.Role;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.platform.control.Configuration;
import org.quanhe.crm.platform.settings.CrmSettings;
import org.quanhe.crm.privacy.Purpose;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.control.DocumentDifference;
import org.quanhe.crm.records.spi.Access;

/** The façade of web forms for those who make them. */
@Stateless
@Local(WebForms.class)
public class WebFormsService implements WebForms {
    private static final Set<Role> MAKERS = Set.of(Role.ADMINISTRATOR, Role.MARKETING);
    private static final Duration COUNTED = Duration.ofDays(30);
    private static final int MEGABYTE = 1_000_000;
    private static final int LONGEST_NAME = 200;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private WebFormBook book;

    @Inject
    private FormCheck check;

    @Inject
    private AskableFields askable;

    @Inject
    private DocumentHistory history;

    @Inject
    private Access access;

    @Inject
    private TimeSource time;

    @Override
    public List<WebFormView> all() {
        makersOnly();
        return book.all().stream().map(this::view).toList();
    }

    @Override
    public WebFormView open(long id) {
        return view(found(id, LockModeType.NONE));
    }

    @Override
    public WebFormView create(WebFormContent content) {
        makersOnly();
        List<Violation> violations = new ArrayList<>(check.wrong(content));
        if (book.find(content.code()).isPresent()) {
            violations.add(new Violation("code", LocalizedMessage.of("capture.error.codeTaken", content.code())));
        }
        refuse(violations);
        WebForm form = new WebForm();
        book.write(form, content, "", null);
        return view(form);
    }

    @Override
    public WebFormView change(long id, @Nullable Long version, WebFormContent content, String why) {
        WebForm form = found(id, LockModeType.PESSIMISTIC_WRITE);
        if (version != null && version != form.version()) {
            throw new CrmException(
                    CrmException.Kind.STALE, LocalizedMessage.of("records.error.stale", version, form.version()));
        }
        List<Violation> violations = new ArrayList<>(check.wrong(content));
        if (!content.code().equals(form.code())) {
            violations.add(new Violation("code", LocalizedMessage.of("capture.error.codeStays", form.code())));
        }
        refuse(violations);
        book.write(form, content, why, null);
        return view(form);
    }

    @Override
    public void remove(long id) {
        WebForm form = found(id, LockModeType.PESSIMISTIC_WRITE);
        book.note(form, "deleted", form.document(), "", "");
        book.file(id).ifPresent(entities::remove);
        entities.remove(form);
    }

    @Override
    public List<FieldView> askable() {
        makersOnly();
        return List.copyOf(askable.all().values());
    }

    @Override
    public String publicAddress() {
        return Configuration.text(CrmSettings.PUBLIC_ADDRESS).strip().replaceAll("/+$", "");
    }

    @Override
    public List<Purpose> purposes() {
        makersOnly();
        return check.purposes();
    }

    @Override
    public List<DocumentVersion> versions(long id) {
        return history.of(WebFormBook.ref(found(id, LockModeType.NONE)));
    }

    @Override
    public List<LocalizedMessage> restoring(long id, int number) {
        WebForm form = found(id, LockModeType.NONE);
        return DocumentDifference.between(
                JsonText.readMap(form.document()), history.document(WebFormBook.ref(form), number));
    }

    @Override
    public WebFormView restore(long id, int number, String why) {
        WebForm form = found(id, LockModeType.PESSIMISTIC_WRITE);
        WebFormContent content = WebFormJson.read(history.document(WebFormBook.ref(form), number));
        refuse(check.wrong(content));
        book.write(form, content, why, number);
        return view(form);
    }

    @Override
    public WebFormView give(long id, String name, String mediaType, InputStream content) {
        WebForm form = found(id, LockModeType.PESSIMISTIC_WRITE);
        int most = Configuration.number(CrmSettings.FORM_FILE_MAX_MB);
        byte[] bytes;
        try {
            bytes = content.readNBytes(most * MEGABYTE + 1);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        if (bytes.length > most * MEGABYTE) {
            throw new CrmException(CrmException.Kind.TOO_LARGE, LocalizedMessage.of("capture.error.file", most));
        }
        String called = name.replaceAll("[\\p{Cntrl}/\\\\\"]", " ").strip();
        if (called.isEmpty() || bytes.length == 0) {
            throw CrmException.invalidField("file", LocalizedMessage.of("capture.error.noFile"));
        }
        String before = fileName(id);
        WebFormFile file = book.file(id).orElseGet(() -> new WebFormFile(id));
        called = called.length() > LONGEST_NAME ? called.substring(called.length() - LONGEST_NAME) : called;
        file.hold(
                called,
                mediaType.matches("[\\w.+-]{1,50}/[\\w.+-]{1,49}") ? mediaType : "application/octet-stream",
                bytes);
        entities.persist(file);
        book.note(form, "changed", before, called, "");
        entities.flush();
        return view(form);
    }

    @Override
    public WebFormView giveNone(long id) {
        WebForm form = found(id, LockModeType.PESSIMISTIC_WRITE);
        book.file(id).ifPresent(file -> {
            book.note(form, "changed", file.name(), "", "");
            entities.remove(file);
            entities.flush();
        });
        return view(form);
    }

    private String fileName(long form) {
        return book.fileTold(form).map(told -> told[0].toString()).orElse("");
    }

    private WebForm found(long id, LockModeType lock) {
        makersOnly();
        WebForm form = entities.find(WebForm.class, id, lock);
        if (form == null) {
            throw CrmException.notFound(new RecordRef("web-forms", id));
        }
        return form;
    }

    private WebFormView view(WebForm form) {
        WebFormContent content = form.content();
        WebFormView.Document document = book.fileTold(form.id())
                .map(told -> new WebFormView.Document(told[0].toString(), ((Number) told[1]).longValue()))
                .orElse(null);
        Instant since = time.now().minus(COUNTED);
        return new WebFormView(
                form.id(),
                form.version(),
                content,
                form.author(),
                form.updatedAt(),
                check.wrong(content),
                document,
                count("select count(e) from WebFormEntry e where e.formId = :form and e.sentAt > :since", form, since),
                count(
                        "select count(e) from WebFormEntry e where e.formId = :form and e.sentAt > :since"
                                + " and e.known = true",
                        form,
                        since));
    }

    private long count(String query, WebForm form, Instant since) {
        return entities.createQuery(query, Long.class)
                .setParameter("form", form.id())
                .setParameter("since", since)
                .getSingleResult();
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw CrmException.invalid(violations);
        }
    }

    private void makersOnly() {
        if (access.caller().roles().stream().noneMatch(MAKERS::contains)) {
            throw CrmException.forbidden("capture.error.makersOnly");
        }
    }
}
