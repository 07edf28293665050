package org.quanhe.crm.records.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /**
     * The same for a record of the type with those values, by a reference or over two of them as
     * {@code order.customer}.
     */
    List<Long> targets(RecordTypeDescriptor type, Map<String, Object> values, String path) {
        List<FieldDescriptor> steps = steps(type, path);
        if (steps.size() < 2) {
            return targets(values.get(path));
        }
        RecordTypeDescriptor middle = types.named(steps.get(0).view().target());
        return targets(values.get(steps.get(0).name())).stream()
                .map(id -> middle.find(entities, id, LockModeType.NONE))
                .filter(Objects::nonNull)
                .flatMap(entity -> targets(steps.get(1).get(entity)).stream())
                .toList();
    }

    /** True if the fields of that path are there, as they may have been hidden since. */
    boolean leads(RecordTypeDescriptor type, String path) {
        return !steps(type, path).isEmpty();
    }

    /** The fields of a path; none where it leads nowhere. */
    private List<FieldDescriptor> steps(RecordTypeDescriptor type, String path) {
        List<FieldDescriptor> steps = new ArrayList<>();
        RecordTypeDescriptor at = type;
        for (String name : path.split("\\.")) {
            FieldDescriptor step = at == null ? null : at.fields().get(name);
            if (step == null) {
                return List.of();
            }
            steps.add(step);
            at = types.find(step.view().target()).orElse(null);
        }
        return steps;
    }

    /**
     * The next records behind that number that point to one of the targets and are not deleted.
     *
     * @param path a reference field, or two of them as {@code order.customer}
     */
    List<? extends RecordEntity> pointing(String type, String path, Collection<Long> targets, long behind, int most) {
        RecordTypeDescriptor from = types.named(type);
        return query("select r from ", from, path, targets, from.entity())
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
            String begin, RecordTypeDescriptor from, String path, Collection<Long> targets, Class<T> result) {
        List<FieldDescriptor> steps = steps(from, path);
        if (steps.isEmpty()) {
            throw RecordTypes.unknown(from.name() + "." + path);
        }
        Map<String, Object> parameters = new HashMap<>(Map.of("targets", targets));
        String reached = ":targets";
        for (int i = steps.size() - 1; i > 0; i--) {
            RecordTypeDescriptor middle = types.named(steps.get(i - 1).view().target());
            reached = "(select m.id from " + middle.from("m") + points("m", middle, steps.get(i), reached, parameters)
                    + ")";
        }
        String order = begin.contains("count") ? "" : " order by r.id";
        TypedQuery<T> query = entities.createQuery(
                begin + from.from() + "r.deletedAt is null and r.id > :behind and "
                        + points("r", from, steps.get(0), reached, parameters) + order,
                result);
        parameters.forEach(query::setParameter);
        return query;
    }

    /** The condition that a record points to one of those. */
    private static String points(
            String record,
            RecordTypeDescriptor type,
            FieldDescriptor field,
            String reached,
            Map<String, Object> parameters) {
        if (!(field.access() instanceof CustomAccess custom)) {
            return record + "." + field.column().orElseThrow() + " in " + reached;
        }
        String link = record + "l";
        parameters.put(record + "type", type.name());
        parameters.put(record + "key", custom.key());
        return record + ".id in (select " + link + ".key.recordId from RecordLink " + link + " where " + link
                + ".key.recordType = :" + record + "type and " + link + ".key.fieldKey = :" + record + "key and "
                + link + ".key.targetId in " + reached + ")";
    }
}
