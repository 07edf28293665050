package org.quanhe.crm.records.metadata;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A record type as administrators shape it.
 *
 * @param name plural name, as in REST paths
 * @param builtIn it came with the application: only its fields stand here
 * @param labels its name for many, by language tag
 * @param singular its name for one, by language tag
 * @param icon primeicons class
 * @param menu place in the main menu, 0 for none
 * @param rights where rights of the roles begin: {@code owned} (scopes by owner and team), {@code shared} (everybody
 *     with a role reads, managers write) or {@code administered} (everybody with a role reads)
 * @param retired it is hidden; its records stay
 * @param fields by key, in the order of the form
 * @param layouts of the form, by role; none where fields stand as they come
 * @param conditions by name of the field that they are about
 */
public record TypeModel(
        String name,
        boolean builtIn,
        Map<String, String> labels,
        Map<String, String> singular,
        String icon,
        int menu,
        String rights,
        boolean retired,
        Map<String, FieldModel> fields,
        Map<String, LayoutModel> layouts,
        Map<String, ConditionModel> conditions) {

    public TypeModel {
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        singular = Collections.unmodifiableMap(new LinkedHashMap<>(singular));
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        layouts = Collections.unmodifiableMap(new TreeMap<>(layouts));
        conditions = Collections.unmodifiableMap(new TreeMap<>(conditions));
    }

    /** A type that came with the application and has no custom field yet. */
    public static TypeModel builtIn(String name) {
        return new TypeModel(name, true, Map.of(), Map.of(), "", 0, "owned", false, Map.of(), Map.of(), Map.of());
    }

    /** The field of that name, retired or not. */
    public Optional<FieldModel> named(String field) {
        return fields.values().stream().filter(f -> f.name().equals(field)).findFirst();
    }

    /** The same type with this field in the place of the one of its key, or at the end. */
    public TypeModel with(FieldModel field) {
        Map<String, FieldModel> changed = new LinkedHashMap<>(fields);
        changed.put(field.key(), field);
        return withFields(changed);
    }

    public TypeModel withFields(Map<String, FieldModel> all) {
        return new TypeModel(name, builtIn, labels, singular, icon, menu, rights, retired, all, layouts, conditions);
    }

    public TypeModel withRetired(boolean hidden) {
        return new TypeModel(name, builtIn, labels, singular, icon, menu, rights, hidden, fields, layouts, conditions);
    }

    /** The same type with the form of a role laid out so. */
    public TypeModel with(LayoutModel layout) {
        Map<String, LayoutModel> changed = new LinkedHashMap<>(layouts);
        changed.put(layout.role(), layout);
        return withForm(changed, conditions);
    }

    /** The same type without a layout for that role. */
    public TypeModel withoutLayout(String role) {
        Map<String, LayoutModel> changed = new LinkedHashMap<>(layouts);
        changed.remove(role);
        return withForm(changed, conditions);
    }

    /** The same type with these conditions on their field; blank ones take away what was there. */
    public TypeModel with(ConditionModel condition) {
        Map<String, ConditionModel> changed = new LinkedHashMap<>(conditions);
        if (condition.blank()) {
            changed.remove(condition.field());
        } else {
            changed.put(condition.field(), condition);
        }
        return withForm(layouts, changed);
    }

    public TypeModel withForm(Map<String, LayoutModel> otherLayouts, Map<String, ConditionModel> otherConditions) {
        return new TypeModel(
                name, builtIn, labels, singular, icon, menu, rights, retired, fields, otherLayouts, otherConditions);
    }
}
