package org.quanhe.crm.records;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.RecordRef;

/**
 * One record as the caller may see it.
 *
 * @param ref its address
 * @param version rises with every change; the ETag of REST
 * @param title the name under which it is shown
 * @param values by field name, Java types as in {@link FieldKind}; fields without a value are absent
 * @param empties why calculated fields have no value, by field name; absent where there is nothing to tell
 * @param referenceTitles titles of the records that reference fields point to, by {@link RecordRef#key()}; absent where
 *     the caller may not see the record
 * @param mayChange the caller may change this record
 * @param mayDelete the caller may delete this record
 */
public record RecordView(
        RecordRef ref,
        long version,
        String title,
        Map<String, Object> values,
        Map<String, EmptyBecause> empties,
        Map<String, String> referenceTitles,
        boolean mayChange,
        boolean mayDelete) {

    public @Nullable Object value(String field) {
        return values.get(field);
    }
}
