package org.quanhe.crm.records.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.entity.RecordEntity;

/** Who points to a record: by a column of the database where the field has one, else by rows kept for it. */
@ApplicationScoped
public class RecordLinks {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private RecordTypes types;

    /** True if records that point somewhere by the field can be found from there. */
    static boolean follows(FieldDescriptor field) {
        return field.view().kind() == FieldKind.REFERENCE
                || field.view().kind() == FieldKind.REFERENCES && field.access() instanceof CustomAccess;
    }

    /** Keeps the rows of a record that was written and flushed. */
    void keep(RecordTypeDescriptor type, RecordEntity entity, boolean fresh) {
        if (fresh) {
            type.customFields().forEach((key, field) -> {
                if (follows(field)) {
                    keep(type, key, field, entity, Set.of());
                }
            });
        } else {
            keepAll(type, List.of(entity));
        }
    }

    /** Keeps the rows of many records, which may have some already. */
    void keepAll(RecordTypeDescriptor type, List<? extends RecordEntity> records) {
        type.customFields().forEach((key, field) -> {
            if (follows(field)) {
                Map<Long, Set<Long>> stored = stored(type, key, records);
                records.forEach(
                        record -> keep(type, key, field, record, stored.getOrDefault(record.getId(), Set.of())));
            }
        });
    }

    private void keep(
            RecordTypeDescriptor type, String key, FieldDescriptor field, RecordEntity entity, Set<Long> before) {
        Set<Long> now = new HashSet<>(targets(field.get(entity)));
        before.stream().filter(id -> !now.contains(id)).forEach(id -> write(false, type, key, entity, id));
        now.stream().filter(id -> !before.contains(id)).forEach(id -> write(true, type, key, entity, id));
    }

    private Map<Long, Set<Long>> stored(RecordTypeDescriptor type, String key, List<? extends RecordEntity> records) {
        Map<Long, Set<Long>> stored = new HashMap<>();
        if (!records.isEmpty()) {
            entities.createQuery(
                            "select l.key.recordId, l.key.targetId from RecordLink l where l.key.recordType = :type"
                                    + " and l.key.fieldKey = :key and l.key.recordId in :records",
                            Object[].class)
                    .setParameter("type", type.name())
                    .setParameter("key", key)
                    .setParameter(
                            "records", records.stream().map(RecordEntity::getId).toList())
                    .getResultList()
                    .forEach(row -> stored.computeIfAbsent((Long) row[0], record -> new HashSet<>())
                            .add((Long) row[1]));
        }
        return stored;
    }

    private void write(boolean add, RecordTypeDescriptor type, String key, RecordEntity entity, long target) {
        entities.createNativeQuery(
                        add
                                ? "insert into record_link (record_type, field_key, record_id, target_id)"
                                        + " values (?, ?, ?, ?)"
                                : "delete from record_link where record_type = ? and field_key = ?"
                                        + " and record_id = ? and target_id = ?")
                .setParameter(1, type.name())
                .setParameter(2, key)
                .setParameter(3, entity.getId())
                .setParameter(4, target)
                .executeUpdate();
    }

    /** Numbers of the records that a reference or a list of them names. */
    static List<Long> targets(@Nullable Object value) {
        if (value instanceof RecordRef ref) {
            return List.of(ref.id());
        }
        return value instanceof List<?> refs
                ? refs.stream().map(ref -> ((RecordRef) ref).id()).toList()
                : List.of();
    }

    /** The next records behind that number that point to one of the targets and are not deleted. */
    List<? extends RecordEntity> pointing(String type, String field, Collection<Long> targets, long behind, int most) {
        RecordTypeDescriptor from = types.named(type);
        return query("select r from ", from, field, targets, from.entity())
                .setHint("eclipselink.read-only", true)
                .setParameter("behind", behind)
                .setMaxResults(most)
                .getResultList();
    }

    long count(String type, String field, long target) {
        return query("select count(r) from ", types.named(type), field, List.of(target), Long.class)
                .setParameter("behind", 0L)
                .getSingleResult();
    }

    /**
     * True if a record that is not deleted points there, whoever may see it.
     *
     * @param except one that does not count
     */
    public boolean pointedAt(RecordRef target, Optional<RecordRef> except) {
        entities.flush();
        return types.all().stream().anyMatch(from -> from.fields().values().stream()
                .filter(field -> field.view().target().equals(target.type()) && pointing(field))
                .anyMatch(
                        field -> query("select r.id from ", from, field.view().name(), List.of(target.id()), Long.class)
                                .setParameter("behind", 0L)
                                .setMaxResults(2)
                                .getResultList()
                                .stream()
                                .anyMatch(id -> !except.equals(Optional.of(new RecordRef(from.name(), id))))));
    }

    private static boolean pointing(FieldDescriptor field) {
        return follows(field)
                && (field.access() instanceof CustomAccess || field.column().isPresent());
    }

    private <T> TypedQuery<T> query(
            String begin, RecordTypeDescriptor from, String name, Collection<Long> targets, Class<T> result) {
        FieldDescriptor field = from.fields().get(name);
        if (field == null) {
            throw RecordTypes.unknown(from.name() + "." + name);
        }
        String condition = field.access() instanceof CustomAccess
                ? "r.id in (select l.key.recordId from RecordLink l where l.key.recordType = :type"
                        + " and l.key.fieldKey = :key and l.key.targetId in :targets)"
                : "r." + field.column().orElseThrow() + " in :targets";
        String order = begin.contains("count") ? "" : " order by r.id";
        TypedQuery<T> query = entities.createQuery(
                        begin + from.from() + "r.deletedAt is null and r.id > :behind and " + condition + order, result)
                .setParameter("targets", targets);
        if (field.access() instanceof CustomAccess custom) {
            query.setParameter("type", from.name()).setParameter("key", custom.key());
        }
        return query;
    }
}
