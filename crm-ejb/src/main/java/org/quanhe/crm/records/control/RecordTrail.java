package org.quanhe.crm.records.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.audit.FieldChange;
import org.quanhe.crm.audit.control.AuditTrail;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.spi.RecordListener;
import org.quanhe.crm.records.spi.WrittenRecord;

/** What a written record leaves behind, inside the same transaction: lines of the audit, and listeners that know. */
@ApplicationScoped
public class RecordTrail {
    @Inject
    private FieldTypes fieldTypes;

    @Inject
    private AuditTrail audit;

    @Inject
    @Any
    private Instance<RecordListener> listeners;

    /** Everything that a new record holds, as changes from nothing. */
    List<FieldChange> written(RecordTypeDescriptor type, RecordEntity entity) {
        return differences(type, Map.of(), RecordViews.values(type, entity));
    }

    /** What people wrote; what follows from it is left out. */
    List<FieldChange> differences(RecordTypeDescriptor type, Map<String, Object> before, Map<String, Object> after) {
        return differences(type, before, after, false);
    }

    /** What a verb did, also to fields that nobody writes by hand. */
    List<FieldChange> allDifferences(RecordTypeDescriptor type, Map<String, Object> before, Map<String, Object> after) {
        return differences(type, before, after, true);
    }

    private List<FieldChange> differences(
            RecordTypeDescriptor type, Map<String, Object> before, Map<String, Object> after, boolean readOnly) {
        Map<String, FieldChange> changes = new LinkedHashMap<>();
        type.fields().forEach((name, field) -> {
            boolean derived =
                    !field.view().primaryOf().isEmpty() || field.view().readOnly() && !readOnly;
            Object old = before.get(name);
            Object now = after.get(name);
            if (!derived && !Objects.equals(old, now)) {
                changes.put(name, new FieldChange(name, told(field, old), told(field, now)));
            }
        });
        return List.copyOf(changes.values());
    }

    /** Tells whoever listens to records of the type. */
    void tell(RecordTypeDescriptor type, RecordEntity entity, String action, Map<String, Object> before) {
        tellTogether(type, action, Map.of(entity, before));
    }

    /** Tells of many records that a file brings in. */
    void tellOfMany(RecordTypeDescriptor type, List<RecordEntity> entities, String action) {
        Map<RecordEntity, Map<String, Object>> before = new LinkedHashMap<>();
        entities.forEach(entity -> before.put(entity, Map.of()));
        tell(type, action, before, listener -> listener.wantsOfMany(type.name(), action));
    }

    /** Tells of many records with which the same has happened, each with its values before. */
    void tellTogether(RecordTypeDescriptor type, String action, Map<RecordEntity, Map<String, Object>> before) {
        tell(type, action, before, listener -> listener.wants(type.name(), action));
    }

    private void tell(
            RecordTypeDescriptor type,
            String action,
            Map<RecordEntity, Map<String, Object>> before,
            Predicate<RecordListener> wants) {
        List<RecordListener> asking = listeners.stream().filter(wants).toList();
        if (asking.isEmpty()) {
            return;
        }
        List<WrittenRecord> written = before.entrySet().stream()
                .map(one -> written(type, one.getKey(), action, one.getValue()))
                .toList();
        asking.forEach(listener -> listener.writtenTogether(written));
    }

    private static WrittenRecord written(
            RecordTypeDescriptor type, RecordEntity entity, String action, Map<String, Object> before) {
        return new WrittenRecord(
                new RecordRef(type.name(), entity.getId()),
                entity.title(),
                action,
                before,
                RecordViews.values(type, entity));
    }

    /** Of a sensitive value the audit says that it changed, not what it was. */
    private String told(FieldDescriptor field, @Nullable Object value) {
        return value != null && field.view().is(Use.SENSITIVE) ? "•••" : fieldTypes.text(field.view(), value);
    }

    /** Writes a line of the audit. */
    void note(RecordTypeDescriptor type, RecordEntity entity, String action, List<FieldChange> changes, String why) {
        note(type, entity, action, changes, LocalizedMessage.verbatim(why));
    }

    /** Writes a line of the audit whose reason is told in the language of whoever reads it. */
    void note(
            RecordTypeDescriptor type,
            RecordEntity entity,
            String action,
            List<FieldChange> changes,
            LocalizedMessage why) {
        audit.note(
                new RecordRef(type.name(), entity.getId()),
                entity.getUpdatedAt(),
                entity.getUpdatedBy(),
                action,
                changes,
                why);
    }
}
