package org.quanhe.crm.platform;

import java.io.Serializable;
import java.util.Objects;

/**
 * The address of one record: its type's name (plural, as in REST paths) and its number.
 *
 * @param type name of the record type, for example {@code customers}
 * @param id number of the record, unique over all types of one installation
 */
public record RecordRef(String type, long id) implements Serializable {
    public RecordRef {
        Objects.requireNonNull(type, "type");
    }

    /** The key under which search engines and caches hold the record, {@code customers/42}. */
    public String key() {
        return type + '/' + id;
    }

    /** Reads what {@link #key()} wrote; throws {@link IllegalArgumentException} on anything else. */
    public static RecordRef ofKey(String key) {
        int slash = key.lastIndexOf('/');
        if (slash < 1) {
            throw new IllegalArgumentException("not a record key: " + key);
        }
        return new RecordRef(key.substring(0, slash), Long.parseLong(key.substring(slash + 1)));
    }

    @Override
    public String toString() {
        return key();
    }
}
