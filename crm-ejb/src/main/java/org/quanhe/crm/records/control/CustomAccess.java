package org.quanhe.crm.records.control;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
    @Override
    public @Nullable Object get(RecordEntity entity) {
        Object stored = entity.getCustom().get(key);
        return stored == null ? null : type.restored(view, stored);
    }

    @Override
    public void set(RecordEntity entity, @Nullable Object value) {
        Map<String, Object> changed = new HashMap<>(entity.getCustom());
        if (value == null) {
            changed.remove(key);
        } else {
            changed.put(key, type.stored(value));
        }
        entity.setCustom(changed);
    }
}
