package org.quanhe.crm.records;

import java.util.List;

/**
 * A list as somebody keeps it.
 *
 * @param id number, 0 for one not saved yet
 * @param type record type
 * @param name as its owner calls it
 * @param filter text of the condition, in the grammar of {@link FilterText}
 * @param sort order, as in {@link ListQuery#sort()}
 * @param columns field names, empty for the type's own
 * @param shared seen by everybody who may read the type
 * @param own the caller made it and may change it
 */
public record SavedView(
        long id,
        String type,
        String name,
        String filter,
        String sort,
        List<String> columns,
        boolean shared,
        boolean own) {}
