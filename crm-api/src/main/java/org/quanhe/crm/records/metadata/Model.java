package org.quanhe.crm.records.metadata;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that administrators added to the record types that come with the application. Models never change; every change
 * makes a new one.
 *
 * @param types by name; a built-in type stands here as soon as it has a custom field
 */
public record Model(Map<String, TypeModel> types) {
    /** Nothing added yet. */
    public static final Model EMPTY = new Model(Map.of());

    public Model {
        types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
    }

    public @Nullable TypeModel type(String name) {
        return types.get(name);
    }

    /** The same model with this type in the place of the one of its name, or at the end. */
    public Model with(TypeModel type) {
        Map<String, TypeModel> changed = new LinkedHashMap<>(types);
        changed.put(type.name(), type);
        return new Model(changed);
    }
}
