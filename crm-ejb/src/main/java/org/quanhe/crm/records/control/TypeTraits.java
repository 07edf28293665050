package org.quanhe.crm.records.control;

import org.quanhe.crm.records.entity.RecordType;

/**
 * What a record type is beside its fields; the annotation says it of a built-in type, published metadata of a custom
 * one.
 *
 * @param name plural name, as in REST paths
 * @param icon primeicons class
 * @param menu place in the main menu, 0 for none
 * @param rights rights of the roles until an administrator sets others
 * @param sort field lists are ordered by, {@code -} before it for descending; the title if empty
 */
public record TypeTraits(String name, String icon, int menu, RecordType.Preset rights, String sort) {
    static TypeTraits of(RecordType annotation) {
        return new TypeTraits(
                annotation.name(), annotation.icon(), annotation.menu(), annotation.rights(), annotation.sort());
    }
}
