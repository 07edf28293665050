package org.quanhe.crm.records.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.entity.UniqueValue;

/** Values of unique custom fields, each a row that the database lets in once. Texts are compared without case. */
@ApplicationScoped
public class UniqueValues {
    private static final int LONGEST = 400;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private FieldTypes fieldTypes;

    @Inject
    private RecordViews views;

    /** Claims what the record holds now; refuses what another one has. A deleted record claims nothing. */
    void claim(RecordTypeDescriptor type, RecordEntity entity) {
        List<FieldDescriptor> unique = type.customFields().values().stream()
                .filter(field -> field.view().is(Use.UNIQUE))
                .toList();
        if (unique.isEmpty()) {
            return;
        }
        List<Violation> violations = new ArrayList<>();
        for (FieldDescriptor field : unique) {
            UniqueValue.Key wanted = entity.deleted() ? null : key(type, field, entity);
            List<UniqueValue> mine = of(type, field, entity.getId());
            boolean held = false;
            for (UniqueValue row : mine) {
                if (row.is(wanted)) {
                    held = true;
                } else {
                    entities.remove(row);
                }
            }
            if (wanted != null && !held) {
                UniqueValue other = entities.find(UniqueValue.class, wanted);
                if (other == null) {
                    entities.persist(new UniqueValue(wanted, entity.getId()));
                } else {
                    violations.add(new Violation(field.name(), taken(type, other)));
                }
            }
        }
        if (!violations.isEmpty()) {
            throw CrmException.invalid(violations);
        }
    }

    /** Who has it is told only to those who may see that record. */
    private LocalizedMessage taken(RecordTypeDescriptor type, UniqueValue other) {
        RecordEntity holder = views.visible(type, other.recordId());
        return holder == null
                ? LocalizedMessage.of("records.error.taken")
                : LocalizedMessage.of("records.error.takenBy", holder.title());
    }

    private List<UniqueValue> of(RecordTypeDescriptor type, FieldDescriptor field, long record) {
        return entities.createQuery(
                        "select u from UniqueValue u where u.recordId = :record and u.key.recordType = :type"
                                + " and u.key.fieldKey = :field",
                        UniqueValue.class)
                .setParameter("record", record)
                .setParameter("type", type.name())
                .setParameter("field", ((CustomAccess) field.access()).key())
                .getResultList();
    }

    /** The key of the record's value, null without one. */
    UniqueValue.@Nullable Key key(RecordTypeDescriptor type, FieldDescriptor field, RecordEntity entity) {
        Object value = field.get(entity);
        if (value == null) {
            return null;
        }
        String text = fieldTypes.text(field.view(), value).toLowerCase(Locale.ROOT);
        return new UniqueValue.Key(
                type.name(),
                ((CustomAccess) field.access()).key(),
                text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    }

    /** Forgets the claims of a field: it need not be unique any more. */
    void forget(String type, String fieldKey) {
        entities.createQuery("delete from UniqueValue u where u.key.recordType = :type and u.key.fieldKey = :field")
                .setParameter("type", type)
                .setParameter("field", fieldKey)
                .executeUpdate();
    }

    void add(UniqueValue.Key key, long record) {
        entities.persist(new UniqueValue(key, record));
    }
}
