package org.quanhe.crm.messages.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.control.Configuration;
import org.quanhe.crm.platform.settings.CrmSettings;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.entity.RecordEntity;

/** Finds those who are told something, whatever the caller may see of users: mails and notices must reach them. */
@ApplicationScoped
public class Colleagues {
    private static final String USERS = "users";

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private RecordTypes types;

    /** The active user of that number. */
    public Optional<Colleague> find(long id) {
        RecordTypeDescriptor users = types.named(USERS);
        RecordEntity user = users.find(entities, id, LockModeType.NONE);
        if (user == null || user.deleted()) {
            return Optional.empty();
        }
        Map<String, Object> values = RecordViews.values(users, user);
        return Boolean.TRUE.equals(values.get("active"))
                ? Optional.of(new Colleague(
                        id,
                        text(values, "username", ""),
                        user.title(),
                        text(values, "email", ""),
                        Language.ofTag(text(values, "language", Configuration.text(CrmSettings.LANGUAGE))),
                        ZoneId.of(text(values, "timeZone", Configuration.text(CrmSettings.TIME_ZONE)))))
                : Optional.empty();
    }

    private static String text(Map<String, Object> values, String field, String otherwise) {
        return values.get(field) instanceof String text && !text.isBlank() ? text : otherwise;
    }
}
