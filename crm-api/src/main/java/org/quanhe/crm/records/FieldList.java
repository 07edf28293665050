package org.quanhe.crm.records;

import java.util.AbstractList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * Fields in order, found by name and by use at once: a type may have hundreds, and a page asks for each of its cells.
 */
final class FieldList extends AbstractList<FieldView> implements RandomAccess {
    private final List<FieldView> fields;
    private final Map<String, FieldView> byName = new HashMap<>();
    private final Map<FieldView.Use, List<FieldView>> byUse = new EnumMap<>(FieldView.Use.class);

    private FieldList(List<FieldView> fields) {
        this.fields = List.copyOf(fields);
        this.fields.forEach(field -> byName.put(field.name(), field));
        for (FieldView.Use use : FieldView.Use.values()) {
            byUse.put(use, this.fields.stream().filter(field -> field.is(use)).toList());
        }
    }

    static FieldList of(List<FieldView> fields) {
        return fields instanceof FieldList known ? known : new FieldList(fields);
    }

    @Nullable
    FieldView named(String name) {
        return byName.get(name);
    }

    List<FieldView> usedFor(FieldView.Use use) {
        return byUse.getOrDefault(use, List.of());
    }

    @Override
    public FieldView get(int index) {
        return fields.get(index);
    }

    @Override
    public int size() {
        return fields.size();
    }
}
