package org.quanhe.crm.records.spi;

import java.util.Set;

/**
 * Which fields of a record type somebody may read and write. The primary entries of a contact list go with their list.
 *
 * @param hidden fields that do not exist for the reader
 * @param locked fields that are read, but not written
 */
public record FieldScope(Set<String> hidden, Set<String> locked) {
    /** Every field is read and written. */
    public static final FieldScope ALL = new FieldScope(Set.of(), Set.of());

    public boolean readable(String field) {
        return !hidden.contains(field);
    }

    public boolean writable(String field) {
        return !hidden.contains(field) && !locked.contains(field);
    }
}
