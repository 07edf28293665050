package org.quanhe.crm.records.control;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.metamodel.EntityType;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.entity.CustomRecord;
import org.quanhe.crm.records.entity.OwnedRecord;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.entity.RecordType;
import org.quanhe.crm.records.spi.ChoiceSource.Choice;
import org.quanhe.crm.records.spi.FieldScope;

/**
 * A record type: its entity, the fields that the entity has, and those that administrators added. Descriptors never
 * change; published metadata brings new ones.
 */
public final class RecordTypeDescriptor {
    private final Class<? extends RecordEntity> entity;
    private final String entityName;
    private final TypeTraits traits;
    private final Map<String, FieldDescriptor> builtIn;
    private final Map<String, FieldDescriptor> custom;
    private final Map<String, FieldDescriptor> fields;
    private final Map<String, String> keys = new HashMap<>();
    private final RecordTypeView view;

    private RecordTypeDescriptor(
            Class<? extends RecordEntity> entity,
            String entityName,
            TypeTraits traits,
            Map<String, FieldDescriptor> builtIn,
            Map<String, FieldDescriptor> custom) {
        this.entity = entity;
        this.entityName = entityName;
        this.traits = traits;
        this.builtIn = builtIn;
        this.custom = custom;
        Map<String, FieldDescriptor> all = new LinkedHashMap<>(builtIn);
        custom.forEach((key, field) -> {
            all.put(field.name(), field);
            keys.put(field.name(), key);
        });
        this.fields = Collections.unmodifiableMap(all);
        boolean sorted = all.containsKey(traits.sort().replaceFirst("^-", ""));
        String sort = sorted ? traits.sort() : title().name();
        this.view = new RecordTypeView(
                traits.name(),
                traits.icon(),
                fields.values().stream().map(FieldDescriptor::view).toList(),
                sort,
                true,
                true,
                traits.menu() > 0);
    }

    /** A built-in type, read off its entity. */
    static RecordTypeDescriptor of(EntityType<?> mapped) {
        Class<? extends RecordEntity> entity = mapped.getJavaType().asSubclass(RecordEntity.class);
        TypeTraits traits = TypeTraits.of(entity.getAnnotation(RecordType.class));
        return new RecordTypeDescriptor(
                entity, mapped.getName(), traits, EntityFields.of(entity, traits.name()), Map.of());
    }

    /** A type that an administrator made: rows of one table. */
    static RecordTypeDescriptor custom(TypeTraits traits) {
        return new RecordTypeDescriptor(
                CustomRecord.class,
                CustomRecord.class.getSimpleName(),
                traits,
                EntityFields.of(CustomRecord.class, traits.name()),
                Map.of());
    }

    /** The same type with these custom fields, by the key under which records keep their values. */
    RecordTypeDescriptor with(Map<String, FieldDescriptor> byKey) {
        return new RecordTypeDescriptor(entity, entityName, traits, builtIn, Collections.unmodifiableMap(byKey));
    }

    /** The same type with those choices, by field as {@code customers.lifecycleStage}. */
    RecordTypeDescriptor choosing(Map<String, List<Choice>> byField) {
        Map<String, FieldDescriptor> changed = new LinkedHashMap<>(builtIn);
        changed.replaceAll((name, field) -> {
            List<Choice> choices = byField.get(name() + "." + name);
            return choices == null ? field : field.offering(ChosenFields.offered(choices));
        });
        return new RecordTypeDescriptor(entity, entityName, traits, Collections.unmodifiableMap(changed), custom);
    }

    /** The same type with the fields that may be read; those that may not be written are read-only. */
    public RecordTypeDescriptor within(FieldScope scope) {
        return new RecordTypeDescriptor(entity, entityName, traits, within(scope, builtIn), within(scope, custom));
    }

    private static Map<String, FieldDescriptor> within(FieldScope scope, Map<String, FieldDescriptor> fields) {
        Map<String, FieldDescriptor> seen = new LinkedHashMap<>();
        fields.forEach((key, field) -> {
            if (scope.readable(field.name())) {
                seen.put(key, scope.writable(field.name()) ? field : field.locked());
            }
        });
        return Collections.unmodifiableMap(seen);
    }

    public String name() {
        return traits.name();
    }

    public TypeTraits traits() {
        return traits;
    }

    public Class<? extends RecordEntity> entity() {
        return entity;
    }

    /** True for a type that came with the application. */
    public boolean isBuiltIn() {
        return entity != CustomRecord.class;
    }

    /** The beginning of a JPQL condition on records of this type, {@code r}: conditions follow behind it. */
    public String from() {
        return from("r");
    }

    /** The same for records that are called otherwise. */
    String from(String alias) {
        String all = entityName + " " + alias + " where ";
        return isBuiltIn() ? all : all + alias + ".recordType = '" + traits.name() + "' and ";
    }

    public boolean owned() {
        return OwnedRecord.class.isAssignableFrom(entity);
    }

    /** All fields by name. */
    public Map<String, FieldDescriptor> fields() {
        return fields;
    }

    /** Fields that the entity has, by name. */
    public Map<String, FieldDescriptor> builtInFields() {
        return builtIn;
    }

    /** Fields that administrators added, by the key under which records keep their values. */
    public Map<String, FieldDescriptor> customFields() {
        return custom;
    }

    /** Under which key records keep the values of a custom field of that name; empty for a built-in one. */
    public Optional<String> customKey(String field) {
        return Optional.ofNullable(keys.get(field));
    }

    /** The type with all its fields, whoever asks. */
    public RecordTypeView view() {
        return view;
    }

    public FieldDescriptor title() {
        return builtIn.values().stream()
                .filter(field -> field.view().is(Use.TITLE))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(entity.getSimpleName() + " has no field with Use.TITLE"));
    }

    /** The record of that number, deleted or not; null if there is none of this type. */
    public @Nullable RecordEntity find(EntityManager entities, long id, LockModeType lock) {
        RecordEntity found = entities.find(entity, id, lock);
        return found != null && holds(found) ? found : null;
    }

    /** True if the entity is a record of this type. */
    public boolean holds(RecordEntity record) {
        return entity.isInstance(record)
                && (isBuiltIn() || ((CustomRecord) record).getRecordType().equals(traits.name()));
    }

    /** A new, empty entity. */
    public RecordEntity instance() {
        if (!isBuiltIn()) {
            return new CustomRecord(traits.name());
        }
        try {
            var constructor = entity.getDeclaredConstructor();
            constructor.trySetAccessible();
            return constructor.newInstance();
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(entity + " wants a constructor without arguments", broken);
        }
    }
}
