package org.quanhe.crm.records.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.entity.OwnedRecord;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.entity.RecordType;
import org.quanhe.crm.records.spi.Access;

/** Loads records and shows them as far as the caller may see them. */
@ApplicationScoped
public class RecordViews {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private RecordTypes types;

    @Inject
    private SeenTypes seenTypes;

    @Inject
    private MissingInputs inputs;

    @Inject
    private Access access;

    /** The entities of those numbers that are there and not deleted, in the order of the numbers. */
    public List<RecordEntity> load(RecordTypeDescriptor type, Collection<Long> ids) {
        return read(type, ids).stream().filter(entity -> !entity.deleted()).toList();
    }

    /** Names of colleagues by number, also of those who are gone: what they did remains theirs. */
    public Map<Long, String> names(Collection<Long> users) {
        Map<Long, String> names = new HashMap<>();
        read(types.named("users"), new TreeSet<>(users)).forEach(user -> names.put(user.getId(), user.title()));
        return names;
    }

    private List<RecordEntity> read(RecordTypeDescriptor type, Collection<Long> ids) {
        Map<Long, RecordEntity> found = new HashMap<>();
        List<Long> all = new ArrayList<>(ids);
        for (int from = 0; from < all.size(); from += 200) {
            List<Long> some = all.subList(from, Math.min(from + 200, all.size()));
            entities.createQuery("select r from " + type.from() + "r.id in :ids", type.entity())
                    .setParameter("ids", some)
                    .getResultList()
                    .forEach(entity -> found.put(entity.getId(), entity));
        }
        return all.stream().distinct().map(found::get).filter(e -> e != null).toList();
    }

    /** All values of the entity by field name. */
    public static Map<String, Object> values(RecordTypeDescriptor type, RecordEntity entity) {
        Map<String, Object> values = new LinkedHashMap<>();
        type.builtInFields().forEach((name, field) -> {
            Object value = field.get(entity);
            if (value != null) {
                values.put(name, value);
            }
        });
        // by what the record holds, not by what it could hold: a type may have hundreds of custom fields
        entity.getCustom().keySet().forEach(key -> {
            FieldDescriptor field = type.customFields().get(key);
            Object value = field == null ? null : field.get(entity);
            if (field != null && value != null) {
                values.put(field.name(), value);
            }
        });
        return values;
    }

    /** What these fields hold, null for nothing; the whole list for the primary entry of one. */
    public static Map<String, @Nullable Object> values(
            RecordTypeDescriptor type, RecordEntity entity, Set<String> fields) {
        Map<String, Object> all = values(type, entity);
        Map<String, @Nullable Object> asked = new HashMap<>();
        for (String name : fields) {
            FieldDescriptor field = type.fields().get(name);
            String list = field == null ? "" : field.view().primaryOf();
            String held = list.isEmpty() ? name : list;
            asked.put(held, all.get(held));
        }
        return asked;
    }

    /** The values that rights look at. */
    public static Map<String, Object> rightValues(RecordTypeDescriptor type, RecordEntity entity) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", new RecordRef(type.name(), entity.getId()));
        if (entity instanceof OwnedRecord owned) {
            if (owned.getOwnerId() != null) {
                values.put(OwnedRecord.OWNER, new RecordRef("users", owned.getOwnerId()));
            }
            if (owned.getTeamId() != null) {
                values.put(OwnedRecord.TEAM, new RecordRef("teams", owned.getTeamId()));
            }
        }
        return values;
    }

    /** True if the entity lies within the right. */
    public static boolean within(Filter right, RecordTypeDescriptor type, RecordEntity entity) {
        return Evaluation.holds(right, rightValues(type, entity));
    }

    public RecordView view(RecordTypeDescriptor type, RecordEntity entity) {
        return views(type, List.of(entity)).get(0);
    }

    /**
     * The same, and which inputs are missing where formulas have no value: for that the records they look at are read.
     */
    public RecordView explained(RecordTypeDescriptor type, RecordEntity entity) {
        return views(type, List.of(entity), new Empties(type, types.calculations(), inputs))
                .get(0);
    }

    /**
     * Shows of entities that the caller may see the fields that the caller may read; titles of referenced records are
     * read in one go.
     */
    public List<RecordView> views(RecordTypeDescriptor type, List<? extends RecordEntity> records) {
        return views(type, records, new Empties(type, types.calculations(), null));
    }

    private List<RecordView> views(RecordTypeDescriptor type, List<? extends RecordEntity> records, Empties empties) {
        Filter writable = access.writable(type.name());
        Filter deletable = access.deletable(type.name());
        RecordTypeDescriptor seen = seenTypes.of(type);
        List<Map<String, Object>> values =
                records.stream().map(entity -> values(seen, entity)).toList();
        List<List<RecordRef>> references =
                values.stream().map(RecordViews::references).toList();
        Map<String, String> titles = titles(references);
        List<RecordView> views = new ArrayList<>(records.size());
        for (int i = 0; i < records.size(); i++) {
            RecordEntity entity = records.get(i);
            Map<String, String> own = new HashMap<>();
            references.get(i).forEach(ref -> {
                String title = titles.get(ref.key());
                if (title != null) {
                    own.put(ref.key(), title);
                }
            });
            views.add(new RecordView(
                    new RecordRef(type.name(), entity.getId()),
                    entity.getVersion(),
                    entity.title(),
                    values.get(i),
                    empties.of(seen, entity),
                    own,
                    within(writable, type, entity),
                    within(deletable, type, entity)));
        }
        return views;
    }

    private Map<String, String> titles(List<List<RecordRef>> references) {
        Map<String, Set<Long>> wanted = new HashMap<>();
        references.forEach(record -> record.forEach(
                ref -> wanted.computeIfAbsent(ref.type(), t -> new TreeSet<>()).add(ref.id())));
        Map<String, String> titles = new HashMap<>();
        wanted.forEach((name, ids) -> types.find(name).ifPresent(type -> {
            Filter readable = access.readable(name);
            // Who did something, and for which team, is still told when they are gone.
            boolean people = type.traits().rights() == RecordType.Preset.ADMINISTERED;
            for (RecordEntity entity : people ? read(type, ids) : load(type, ids)) {
                if (within(readable, type, entity)) {
                    titles.put(name + "/" + entity.getId(), entity.title());
                }
            }
        }));
        return titles;
    }

    /** Most values are texts, and to ask a text whether it is a list costs more than all else here. */
    private static List<RecordRef> references(Map<String, Object> values) {
        List<RecordRef> refs = new ArrayList<>();
        for (Object value : values.values()) {
            if (value instanceof RecordRef ref) {
                refs.add(ref);
            } else if (!(value instanceof String)
                    && value instanceof List<?> list
                    && !list.isEmpty()
                    && list.get(0) instanceof RecordRef) {
                list.forEach(ref -> refs.add((RecordRef) ref));
            }
        }
        return refs;
    }

    /** The entity if it is there, not deleted, and the caller may see it; else null. */
    public @Nullable RecordEntity visible(RecordTypeDescriptor type, long id) {
        RecordEntity entity = type.find(entities, id, LockModeType.NONE);
        return entity != null && !entity.deleted() && within(access.readable(type.name()), type, entity)
                ? entity
                : null;
    }

    /** The line below the title: values of the subtitle fields. */
    public static String subtitle(RecordTypeDescriptor type, Map<String, Object> values) {
        List<String> parts = new ArrayList<>();
        type.view().fieldsFor(Use.SUBTITLE).forEach(field -> {
            Object value = values.get(field.name());
            if (value instanceof String text) {
                parts.add(text);
            }
        });
        return String.join(" · ", parts);
    }
}
