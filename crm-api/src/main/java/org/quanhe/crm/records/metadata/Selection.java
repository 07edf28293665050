package org.quanhe.crm.records.metadata;

import java.util.Map;
import java.util.Set;

/**
 * What goes into a file.
 *
 * @param types names of record types
 * @param things keys of other things by their kind
 */
public record Selection(Set<String> types, Map<String, Set<String>> things) {
    /** All that administrators shaped. */
    public static final Selection ALL = new Selection(Set.of(), Map.of());

    public Selection {
        types = Set.copyOf(types);
        things = Map.copyOf(things);
    }

    public static Selection ofTypes(Set<String> types) {
        return new Selection(types, Map.of());
    }

    /** Nothing is named. */
    public boolean all() {
        return types.isEmpty() && things.values().stream().allMatch(Set::isEmpty);
    }
}
