package org.quanhe.crm.messages.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.audit.DocumentVersion;
import org.quanhe.crm.audit.control.DocumentHistory;
import org.quanhe.crm.identity.Role;
import org.quanhe.crm.messages.Message;
import org.quanhe.crm.messages.TemplateContent;
import org.quanhe.crm.messages.TemplateView;
import org.quanhe.crm.messages.Templates;
import org.quanhe.crm.messages.control.TemplateBook;
import org.quanhe.crm.messages.control.TemplateDocument;
import org.quanhe.crm.messages.control.template.TemplateEngine;
import org.quanhe.crm.messages.entity.MessageTemplate;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.privacy.spi.SendingConsent;
import org.quanhe.crm.records.control.DocumentDifference;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.spi.Access;

/** The façade of message templates. */
@Stateless
@Local(Templates.class)
public class TemplatesService implements Templates {
    private static final String TEMPLATES = "templates";
    private static final Set<Role> WRITERS = Set.of(Role.ADMINISTRATOR, Role.MARKETING);

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private TemplateBook book;

    @Inject
    private TemplateEngine engine;

    @Inject
    private RecordTypes types;

    @Inject
    private RecordViews views;

    @Inject
    private Access access;

    @Inject
    private DocumentHistory history;

    @Inject
    private SendingConsent consent;

    @Override
    public List<TemplateView> all() {
        writersOnly();
        return book.all().stream().map(this::view).toList();
    }

    @Override
    public TemplateView open(long id) {
        writersOnly();
        return view(found(id, LockModeType.NONE));
    }

    @Override
    public TemplateView create(TemplateContent content) {
        writersOnly();
        List<Violation> violations = wrong(content);
        if (book.find(content.code()).isPresent()) {
            violations.add(new Violation("code", LocalizedMessage.of("messages.error.codeTaken", content.code())));
        }
        refuse(violations);
        MessageTemplate template = new MessageTemplate();
        book.write(template, content, "", null);
        return view(template);
    }

    @Override
    public TemplateView change(long id, @Nullable Long version, TemplateContent content, String why) {
        writersOnly();
        MessageTemplate template = found(id, LockModeType.PESSIMISTIC_WRITE);
        if (version != null && version != template.version()) {
            throw new CrmException(
                    CrmException.Kind.STALE, LocalizedMessage.of("records.error.stale", version, template.version()));
        }
        List<Violation> violations = wrong(content);
        if (!content.code().equals(template.code())) {
            violations.add(new Violation("code", LocalizedMessage.of("messages.error.codeStays", template.code())));
        }
        refuse(violations);
        book.write(template, content, why, null);
        return view(template);
    }

    private List<Violation> wrong(TemplateContent content) {
        List<Violation> violations = new ArrayList<>(engine.wrong(content));
        if (!content.purpose().isEmpty() && !consent.known(content.purpose())) {
            violations.add(new Violation("purpose", LocalizedMessage.of("privacy.error.noPurpose", content.purpose())));
        }
        return violations;
    }

    @Override
    public List<DocumentVersion> versions(long id) {
        writersOnly();
        return history.of(new RecordRef(TEMPLATES, found(id, LockModeType.NONE).id()));
    }

    @Override
    public List<LocalizedMessage> restoring(long id, int number) {
        writersOnly();
        return DocumentDifference.between(
                TemplateDocument.of(found(id, LockModeType.NONE).content()),
                history.document(new RecordRef(TEMPLATES, id), number));
    }

    @Override
    public TemplateView restore(long id, int number, String why) {
        writersOnly();
        MessageTemplate template = found(id, LockModeType.PESSIMISTIC_WRITE);
        TemplateContent content =
                TemplateDocument.read(template.code(), history.document(new RecordRef(TEMPLATES, id), number));
        refuse(engine.wrong(content));
        book.write(template, content, why, number);
        return view(template);
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw CrmException.invalid(violations);
        }
    }

    @Override
    public void remove(long id) {
        writersOnly();
        MessageTemplate template = found(id, LockModeType.PESSIMISTIC_WRITE);
        book.note(template, "deleted", template.told(), "", "");
        entities.remove(template);
    }

    @Override
    public Message preview(TemplateContent content, long record, Language reader) {
        writersOnly();
        refuse(engine.wrong(content));
        RecordTypeDescriptor type = types.named(content.type());
        RecordEntity entity = views.visible(type, record);
        if (entity == null) {
            throw CrmException.notFound(new RecordRef(content.type(), record));
        }
        ZoneId zone = ZoneId.of(access.caller().timeZone());
        return engine.merge(content, engine.source(views.view(type, entity)), reader, zone);
    }

    @Override
    public List<String> mergeFields(String type) {
        writersOnly();
        return engine.paths(type);
    }

    @Override
    public boolean allowed() {
        return access.caller().roles().stream().anyMatch(WRITERS::contains);
    }

    private MessageTemplate found(long id, LockModeType lock) {
        MessageTemplate template = entities.find(MessageTemplate.class, id, lock);
        if (template == null) {
            throw CrmException.notFound(new RecordRef(TEMPLATES, id));
        }
        return template;
    }

    private TemplateView view(MessageTemplate template) {
        TemplateContent content = template.content();
        return new TemplateView(
                template.id(),
                template.version(),
                content,
                template.author(),
                template.updatedAt(),
                engine.misfits(content));
    }

    private void writersOnly() {
        if (!allowed()) {
            throw CrmException.forbidden("messages.error.writersOnly");
        }
    }
}
