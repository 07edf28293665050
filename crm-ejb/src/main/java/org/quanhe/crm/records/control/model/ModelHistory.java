package org.quanhe.crm.records.control.model;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.metadata.FieldModel;
import org.quanhe.crm.records.metadata.Model;
import org.quanhe.crm.records.metadata.TypeModel;

/** What later models owe earlier ones. */
public final class ModelHistory {
    private ModelHistory() {}

    /**
     * An earlier model as it can be published again: what came later is retired, not forgotten, so that its values can
     * come back and its key never means something else.
     */
    public static Model restored(Model earlier, Model current) {
        Map<String, TypeModel> types = new LinkedHashMap<>(earlier.types());
        current.types().forEach((name, type) -> {
            TypeModel old = earlier.type(name);
            Map<String, FieldModel> fields = new LinkedHashMap<>(old == null ? Map.of() : old.fields());
            type.fields().forEach((key, field) -> fields.putIfAbsent(key, field.withRetired(true)));
            TypeModel kept = old == null ? type.withRetired(!type.builtIn()) : old;
            types.put(name, kept.withFields(fields));
        });
        return new Model(types);
    }

    /** True if records may hold values that the index has not seen in this shape. */
    public static boolean reshapes(Model before, Model after) {
        return after.types().values().stream().anyMatch(type -> {
            TypeModel was = before.type(type.name());
            return was != null
                    && (was.retired() && !type.retired()
                            || type.fields().values().stream()
                                    .anyMatch(field -> reshaped(was.fields().get(field.key()), field)));
        });
    }

    private static boolean reshaped(@Nullable FieldModel was, FieldModel is) {
        return was != null
                && !is.retired()
                && (was.retired()
                        || was.kind() != is.kind()
                        || !was.name().equals(is.name())
                        || !was.uses().equals(is.uses()));
    }
}
