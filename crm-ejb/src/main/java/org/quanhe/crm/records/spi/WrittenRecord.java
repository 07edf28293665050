package org.quanhe.crm.records.spi;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.RecordRef;

/**
 * A record that was written in the current transaction.
 *
 * @param ref its address
 * @param title its name
 * @param action {@code created}, {@code changed}, {@code deleted}, {@code restored}, or {@code recalculated} where only
 *     calculated values are others because other records were written
 * @param before its values before, empty where it was created
 * @param after its values after
 */
public record WrittenRecord(
        RecordRef ref, String title, String action, Map<String, Object> before, Map<String, Object> after) {
    /** True if the field has another value than before. */
    public boolean changed(String field) {
        return !Objects.equals(before.get(field), after.get(field));
    }

    public @Nullable Object was(String field) {
        return before.get(field);
    }

    public @Nullable Object is(String field) {
        return after.get(field);
    }
}
