package org.quanhe.crm.dataquality.control.columns;

import org.quanhe.crm.records.FieldView;

/**
 * Where a column goes.
 *
 * @param field the field
 * @param part type of an entry of a contact list ({@code phones.mobile}), part of a name ({@code name.family}), or
 *     empty
 */
record ColumnTarget(FieldView field, String part) {
    @Override
    public String toString() {
        return part.isEmpty() ? field.name() : field.name() + '.' + part;
    }
}
