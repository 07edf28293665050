package org.quanhe.crm.records.metadata;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

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
        Map<String, FieldModel> fields) {

    public TypeModel {
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        singular = Collections.unmodifiableMap(new LinkedHashMap<>(singular));
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** A type that came with the application and has no custom field yet. */
    public static TypeModel builtIn(String name) {
        return new TypeModel(name, true, Map.of(), Map.of(), "", 0, "owned", false, Map.of());
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
        return new TypeModel(name, builtIn, labels, singular, icon, menu, rights, retired, all);
    }

    public TypeModel withRetired(boolean hidden) {
        return new TypeModel(name, builtIn, labels, singular, icon, menu, rights, hidden, fields);
    }
}
