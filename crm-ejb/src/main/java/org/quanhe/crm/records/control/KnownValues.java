package org.quanhe.crm.records.control;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.control.formula.Formula;

/** The values of a record as a formula asks for them: each is read when it is asked for, and once. */
final class KnownValues extends AbstractMap<String, Object> {
    private final Set<String> names;
    private final Function<String, @Nullable Object> read;
    private final Map<Object, @Nullable Object> known = new HashMap<>();

    KnownValues(Set<String> names, Function<String, @Nullable Object> read) {
        this.names = names;
        this.read = read;
    }

    @Override
    public @Nullable Object get(Object name) {
        if (!names.contains(name)) {
            return null;
        }
        return known.computeIfAbsent(name, n -> Formula.entering(read.apply((String) n)));
    }

    @Override
    public boolean containsKey(Object name) {
        Object value = get(name);
        boolean nothing = value == null
                || value instanceof KnownValues other && other.names.isEmpty()
                || value instanceof List<?> list && list.isEmpty();
        return !nothing;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        Map<String, Object> all = new LinkedHashMap<>();
        names.forEach(name -> {
            Object value = get(name);
            if (value != null) {
                all.put(name, value);
            }
        });
        return all.entrySet();
    }
}
