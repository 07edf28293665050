package org.quanhe.crm.records.control;

import java.lang.reflect.Method;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.entity.Field;
import org.quanhe.crm.records.entity.RecordEntity;

/** Reads the fields of a record type off its entity's annotations. */
final class EntityFields {
    private static final List<String> INHERITED =
            List.of("owner", "team", "externalId", "createdAt", "createdBy", "updatedAt", "updatedBy");

    private final String type;
    private final Map<String, FieldDescriptor> fields = new LinkedHashMap<>();

    private EntityFields(String type) {
        this.type = type;
    }

    /** The fields by name, those of the entity before those that it inherits. */
    static Map<String, FieldDescriptor> of(Class<? extends RecordEntity> entity, String type) {
        EntityFields found = new EntityFields(type);
        for (Class<?> c = entity; c != Object.class; c = c.getSuperclass()) {
            for (java.lang.reflect.Field attribute : c.getDeclaredFields()) {
                Field field = attribute.getAnnotation(Field.class);
                if (field != null) {
                    found.add(field, attribute);
                }
            }
        }
        return Collections.unmodifiableMap(found.fields);
    }

    private void add(Field field, java.lang.reflect.Field attribute) {
        String name = field.name().isEmpty() ? attribute.getName() : field.name();
        Set<Use> uses = EnumSet.noneOf(Use.class);
        Collections.addAll(uses, field.uses());
        boolean readOnly = uses.contains(Use.READ_ONLY);
        AttributeAccess access = new AttributeAccess(
                field.kind(),
                field.target(),
                attribute.getName(),
                accessor("get", attribute),
                readOnly ? null : accessor("set", attribute),
                List.class.isAssignableFrom(attribute.getType()));
        put(view(name, field.kind(), field, "", uses), access);
        // The primary entry is what lists show, people sort by and files carry: the list itself stays for the form.
        boolean addresses = field.kind() == FieldKind.ADDRESSES;
        String first = field.choices().length == 0 ? "" : field.choices()[0];
        if (!field.primary().isEmpty()) {
            FieldKind kind =
                    switch (field.kind()) {
                        case PHONES -> FieldKind.PHONE;
                        case EMAILS -> FieldKind.EMAIL;
                        case LINKS -> FieldKind.URL;
                        default -> FieldKind.TEXT;
                    };
            put(
                    view(field.primary(), kind, field, name, primaryUses(uses)),
                    new PrimaryEntry(access, first, addresses, false));
        }
        if (!field.primaryCity().isEmpty()) {
            Set<Use> city = EnumSet.of(Use.LIST, Use.FACET, Use.SORTABLE, Use.SUBTITLE);
            put(
                    view(field.primaryCity(), FieldKind.TEXT, field, name, city),
                    new PrimaryEntry(access, first, addresses, true));
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

    private void put(FieldView view, FieldAccess access) {
        fields.put(view.name(), new FieldDescriptor(view, access));
    }

    private FieldView view(String name, FieldKind kind, Field field, String primaryOf, Set<Use> uses) {
        int max = field.max() > 0 ? field.max() : kind == FieldKind.LONG_TEXT ? 20_000 : 300;
        return new FieldView(
                name,
                kind,
                (INHERITED.contains(name) ? "records" : type) + "." + name,
                List.of(field.choices()),
                field.target(),
                primaryOf,
                max,
                uses);
    }

    private static Method accessor(String prefix, java.lang.reflect.Field attribute) {
        String name = prefix
                + Character.toUpperCase(attribute.getName().charAt(0))
                + attribute.getName().substring(1);
        for (Method method : attribute.getDeclaringClass().getMethods()) {
            if (method.getName().equals(name) && method.getParameterCount() == (prefix.equals("set") ? 1 : 0)) {
                return method;
            }
        }
        throw new IllegalStateException(attribute.getDeclaringClass().getSimpleName() + " wants a public " + name);
    }
}
