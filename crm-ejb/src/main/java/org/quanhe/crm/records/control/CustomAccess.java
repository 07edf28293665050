package org.quanhe.crm.records.control;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.EmptyBecause;
import org.quanhe.crm.records.EmptyBecause.Reason;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.spi.FieldType;

/**
 * A value among the custom values of a record.
 *
 * @param key under which it stands there
 * @param view the field
 * @param type reads and writes its kind
 */
record CustomAccess(String key, FieldView view, FieldType type) implements FieldAccess {
    /** Before the key, where why there is no value stands: no key of a field begins so. */
    private static final String WHY = "~why.";

    @Override
    public @Nullable Object get(RecordEntity entity) {
        Object stored = entity.getCustom().get(key);
        return stored == null ? null : type.restored(view, stored);
    }

    @Override
    public void set(RecordEntity entity, @Nullable Object value) {
        put(entity, value, null);
    }

    /** Writes the value or why there is none. */
    void put(RecordEntity entity, @Nullable Object value, @Nullable EmptyBecause why) {
        Map<String, Object> changed = new HashMap<>(entity.getCustom());
        changed.remove(WHY + key);
        if (value != null) {
            changed.put(key, type.stored(value));
        } else {
            changed.remove(key);
            if (why != null) {
                changed.put(WHY + key, (why.reason().code() + " " + String.join(" ", why.currencies())).strip());
            }
        }
        entity.setCustom(changed);
    }

    /** Why there is no value; null where nothing is to tell. */
    @Nullable
    EmptyBecause why(RecordEntity entity) {
        String[] told = entity.getCustom().get(WHY + key) instanceof String text ? text.split(" ") : new String[0];
        return Arrays.stream(Reason.values())
                .filter(reason -> told.length > 0 && reason.code().equals(told[0]))
                .map(reason -> new EmptyBecause(reason, List.of(told).subList(1, told.length)))
                .findFirst()
                .orElse(null);
    }
}
