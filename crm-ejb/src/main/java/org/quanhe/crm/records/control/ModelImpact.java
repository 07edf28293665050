package org.quanhe.crm.records.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.entity.UniqueValue;
import org.quanhe.crm.records.metadata.Difference.Line;
import org.quanhe.crm.records.metadata.FieldModel;
import org.quanhe.crm.records.metadata.Model;
import org.quanhe.crm.records.metadata.TypeModel;
import org.quanhe.crm.records.spi.FieldType;

/** What a model would mean for the records that are there. */
@ApplicationScoped
public class ModelImpact {
    private static final int CHUNK = 1_000;
    private static final int EXAMPLES = 10;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private RecordTypes types;

    @Inject
    private FieldTypes fieldTypes;

    @Inject
    private UniqueValues uniqueValues;

    /** Values that would not fit, with examples of where they stand. */
    public List<Line> warnings(Model before, Model after) {
        List<Line> warnings = new ArrayList<>();
        Map<String, RecordTypeDescriptor> shaped = types.shaped(after);
        eachChanged(before, after, (type, field) -> {
            RecordTypeDescriptor descriptor = shaped.get(type.name());
            FieldDescriptor now =
                    descriptor == null ? null : descriptor.customFields().get(field.key());
            if (now != null && fitsLess(known(before, type, field), field)) {
                Misfits misfits = misfits(descriptor, now, field.key());
                if (misfits.count > 0) {
                    warnings.add(new Line(
                            type.name(),
                            field.name(),
                            LocalizedMessage.of(
                                    "records.metadata.warning.misfits",
                                    field.name(),
                                    misfits.count,
                                    misfits.all,
                                    LocalizedMessage.of("records.list", String.join("; ", misfits.examples)))));
                }
            }
        });
        return warnings;
    }

    /** A change that may leave values behind. */
    private static boolean fitsLess(@Nullable FieldModel was, FieldModel is) {
        return was != null
                && !is.retired()
                && !is.calculated()
                && (was.kind() != is.kind()
                        || !was.min().equals(is.min())
                        || !was.max().equals(is.max())
                        || !was.pattern().equals(is.pattern())
                        || was.maxLength() != is.maxLength()
                        || !was.choices().equals(is.choices()));
    }

    private Misfits misfits(RecordTypeDescriptor type, FieldDescriptor field, String key) {
        Misfits found = new Misfits();
        eachHolder(type, key, entity -> {
            found.all++;
            Object stored = entity.getCustom().get(key);
            try {
                fieldTypes.read(field.view(), stored);
            } catch (FieldType.Unreadable misfit) {
                found.count++;
                if (found.examples.size() < EXAMPLES) {
                    found.examples.add(entity.title() + ": " + stored);
                }
            }
        });
        return found;
    }

    /** Values that do not fit a field. */
    private static final class Misfits {
        private int all;
        private int count;
        private final List<String> examples = new ArrayList<>();
    }

    /**
     * Claims the values of fields that become unique, and forgets those of fields that need not be unique any more.
     *
     * @throws CrmException INVALID, listing doubles
     */
    public void claimUnique(Model before, Model after) {
        eachChanged(before, after, (type, field) -> {
            FieldModel was = known(before, type, field);
            if (unique(was) && !(unique(field) && was.kind() == field.kind())) {
                uniqueValues.forget(type.name(), field.key());
            }
        });
        List<Violation> doubles = doubles(before, after, uniqueValues::add);
        if (!doubles.isEmpty()) {
            throw CrmException.invalid(doubles);
        }
    }

    /** Values that stand twice where a field would become unique; nothing is claimed. */
    public List<Violation> doubles(Model before, Model after) {
        return doubles(before, after, (key, record) -> {});
    }

    /** The same as lines of a difference. */
    public List<Line> doubleLines(Model before, Model after) {
        return doubles(before, after).stream()
                .map(twice -> {
                    String[] place = twice.field().split("\\.", 2);
                    return new Line(place[0], place[1], twice.message());
                })
                .toList();
    }

    private List<Violation> doubles(Model before, Model after, BiConsumer<UniqueValue.Key, Long> claim) {
        Map<String, RecordTypeDescriptor> shaped = types.shaped(after);
        List<Violation> doubles = new ArrayList<>();
        eachChanged(before, after, (type, field) -> {
            FieldModel was = known(before, type, field);
            boolean becomes = unique(field) && was != null && !(unique(was) && was.kind() == field.kind());
            RecordTypeDescriptor descriptor = shaped.get(type.name());
            FieldDescriptor now =
                    descriptor == null ? null : descriptor.customFields().get(field.key());
            if (becomes && now != null) {
                doubles.addAll(doubles(descriptor, now, field.key(), claim));
            }
        });
        return doubles;
    }

    private static boolean unique(@Nullable FieldModel field) {
        return field != null && !field.retired() && field.uses().contains(Use.UNIQUE);
    }

    private List<Violation> doubles(
            RecordTypeDescriptor type,
            FieldDescriptor field,
            String fieldKey,
            BiConsumer<UniqueValue.Key, Long> claim) {
        List<Violation> doubles = new ArrayList<>();
        Map<UniqueValue.Key, String> seen = new HashMap<>();
        eachHolder(type, fieldKey, entity -> {
            UniqueValue.Key key = uniqueValues.key(type, field, entity);
            String first = key == null ? null : seen.putIfAbsent(key, entity.title());
            if (first != null) {
                if (doubles.size() < EXAMPLES) {
                    doubles.add(new Violation(
                            type.name() + "." + field.name(),
                            LocalizedMessage.of(
                                    "records.metadata.error.doubles",
                                    first,
                                    entity.title(),
                                    fieldTypes.text(field.view(), field.get(entity)))));
                }
            } else if (key != null) {
                claim.accept(key, entity.getId());
            }
        });
        return doubles;
    }

    private static @Nullable FieldModel known(Model before, TypeModel type, FieldModel field) {
        TypeModel was = before.type(type.name());
        return was == null ? null : was.fields().get(field.key());
    }

    private static void eachChanged(Model before, Model after, BiConsumer<TypeModel, FieldModel> work) {
        after.types().values().forEach(type -> type.fields().values().forEach(field -> {
            if (!field.equals(known(before, type, field))) {
                work.accept(type, field);
            }
        }));
    }

    /** Work on one record. */
    private interface Work {
        void on(RecordEntity entity);
    }

    /** Every record of the type that has a value under the key; none stays in memory. */
    private void eachHolder(RecordTypeDescriptor type, String key, Work work) {
        long behind = 0;
        List<? extends RecordEntity> chunk;
        do {
            chunk = entities.createQuery(
                            "select r from " + type.from()
                                    + "r.id > :behind and r.deletedAt is null and r.custom is not null order by r.id",
                            type.entity())
                    .setHint("eclipselink.read-only", true)
                    .setParameter("behind", behind)
                    .setMaxResults(CHUNK)
                    .getResultList();
            for (RecordEntity entity : chunk) {
                behind = entity.getId();
                if (entity.getCustom().get(key) != null) {
                    work.on(entity);
                }
            }
        } while (chunk.size() == CHUNK);
    }
}
