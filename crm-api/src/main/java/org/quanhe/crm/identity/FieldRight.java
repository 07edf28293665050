package org.quanhe.crm.identity;

/**
 * What a role may do with a field in the records that it may read or write. Somebody with several roles has the widest
 * right of those that reach records of the type at all.
 *
 * @param role role
 * @param type record type
 * @param field field name; the list stands for its primary entries too
 * @param read the field exists for the role
 * @param write the role may change it; never without {@code read}
 */
public record FieldRight(Role role, String type, String field, boolean read, boolean write) {
    /** True where nothing is taken away. */
    public boolean whole() {
        return read && write;
    }
}
