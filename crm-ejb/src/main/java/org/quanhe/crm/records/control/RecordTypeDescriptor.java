package org.quanhe.crm.records.control;

import jakarta.persistence.metamodel.EntityType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.entity.Field;
import org.quanhe.crm.records.entity.OwnedRecord;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.entity.RecordType;

/** A built-in record type, read off its entity. */
public final class RecordTypeDescriptor {
    private final Class<? extends RecordEntity> entity;
    private final String entityName;
    private final RecordType annotation;
    private final Map<String, FieldDescriptor> fields = new LinkedHashMap<>();
    private final RecordTypeView view;

    RecordTypeDescriptor(EntityType<?> mapped) {
        this.entity = mapped.getJavaType().asSubclass(RecordEntity.class);
        this.entityName = mapped.getName();
        this.annotation = entity.getAnnotation(RecordType.class);
        List<Class<?>> line = new ArrayList<>();
        for (Class<?> c = entity; c != Object.class; c = c.getSuperclass()) {
            line.add(c);
        }
        for (Class<?> c : line) {
            for (java.lang.reflect.Field attribute : c.getDeclaredFields()) {
                Field field = attribute.getAnnotation(Field.class);
                if (field != null) {
                    add(field, attribute);
                }
            }
        }
        String sort = annotation.sort().isEmpty() ? title().name() : annotation.sort();
        this.view = new RecordTypeView(
                annotation.name(),
                annotation.icon(),
                fields.values().stream().map(FieldDescriptor::view).toList(),
                sort,
                true,
                true,
                annotation.menu() > 0);
    }

    private void add(Field field, java.lang.reflect.Field attribute) {
        String name = field.name().isEmpty() ? attribute.getName() : field.name();
        Method getter = accessor("get", attribute);
        Method setter = List.of(field.uses()).contains(Use.READ_ONLY) ? null : accessor("set", attribute);
        boolean many = List.class.isAssignableFrom(attribute.getType());
        Set<Use> uses = EnumSet.noneOf(Use.class);
        Collections.addAll(uses, field.uses());
        put(view(name, field.kind(), field, "", uses), attribute, getter, setter, many);
        // The primary entry is what lists show, people sort by and files carry: the list itself stays for the form.
        if (!field.primary().isEmpty()) {
            FieldKind kind =
                    switch (field.kind()) {
                        case PHONES -> FieldKind.PHONE;
                        case EMAILS -> FieldKind.EMAIL;
                        case LINKS -> FieldKind.URL;
                        default -> FieldKind.TEXT;
                    };
            put(view(field.primary(), kind, field, name, primaryUses(uses)), attribute, getter, setter, many);
        }
        if (!field.primaryCity().isEmpty()) {
            Set<Use> city = EnumSet.of(Use.LIST, Use.FACET, Use.SORTABLE, Use.SUBTITLE);
            put(view(field.primaryCity(), FieldKind.TEXT, field, name, city), attribute, getter, setter, many);
        }
        if (!field.primary().isEmpty()) {
            fields.get(name).view().uses().remove(Use.LIST);
            fields.get(name).view().uses().remove(Use.SUBTITLE);
        }
    }

    private static Set<Use> primaryUses(Set<Use> ofList) {
        Set<Use> uses = EnumSet.noneOf(Use.class);
        uses.addAll(ofList);
        uses.remove(Use.SEARCHED);
        uses.remove(Use.QUICK);
        return uses;
    }

    private void put(
            FieldView view, java.lang.reflect.Field attribute, Method getter, @Nullable Method setter, boolean many) {
        fields.put(view.name(), new FieldDescriptor(view, attribute.getName(), getter, setter, many));
    }

    private FieldView view(String name, FieldKind kind, Field field, String primaryOf, Set<Use> uses) {
        boolean inherited = List.of("owner", "team", "externalId", "createdAt", "createdBy", "updatedAt", "updatedBy")
                .contains(name);
        int max = field.max() > 0 ? field.max() : kind == FieldKind.LONG_TEXT ? 20_000 : 300;
        return new FieldView(
                name,
                kind,
                (inherited ? "records" : annotationName()) + "." + name,
                List.of(field.choices()),
                field.target(),
                primaryOf,
                max,
                uses);
    }

    private String annotationName() {
        return annotation.name();
    }

    private Method accessor(String prefix, java.lang.reflect.Field attribute) {
        String name = prefix
                + Character.toUpperCase(attribute.getName().charAt(0))
                + attribute.getName().substring(1);
        for (Method method : attribute.getDeclaringClass().getMethods()) {
            if (method.getName().equals(name) && method.getParameterCount() == (prefix.equals("set") ? 1 : 0)) {
                return method;
            }
        }
        throw new IllegalStateException(entity.getSimpleName() + " wants a public " + name);
    }

    public String name() {
        return annotation.name();
    }

    public RecordType annotation() {
        return annotation;
    }

    public Class<? extends RecordEntity> entity() {
        return entity;
    }

    /** Name of the entity in JPQL. */
    public String entityName() {
        return entityName;
    }

    public boolean owned() {
        return OwnedRecord.class.isAssignableFrom(entity);
    }

    public Map<String, FieldDescriptor> fields() {
        return fields;
    }

    /** The type with all its fields, whoever asks. */
    public RecordTypeView view() {
        return view;
    }

    public FieldDescriptor title() {
        return fields.values().stream()
                .filter(field -> field.view().is(Use.TITLE))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(entity.getSimpleName() + " has no field with Use.TITLE"));
    }

    /** A new, empty entity. */
    public RecordEntity instance() {
        try {
            var constructor = entity.getDeclaredConstructor();
            constructor.trySetAccessible();
            return constructor.newInstance();
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(entity + " wants a constructor without arguments", broken);
        }
    }
}
