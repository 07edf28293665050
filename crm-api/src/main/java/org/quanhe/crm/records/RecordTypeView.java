package org.quanhe.crm.records;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A record type as the caller sees it: only fields and verbs that the caller has rights to.
 *
 * @param name plural name, as in REST paths; its label is {@code <name>.type} (plural) and {@code <name>.type.one}
 * @param icon primeicons class, {@code pi-users}
 * @param fields in the order of the form
 * @param defaultSort name of the field lists are ordered by, with a leading {@code -} for descending
 * @param mayCreate the caller may create records of the type
 * @param mayDelete the caller may delete some record of the type
 * @param inMenu has an entry in the main menu
 */
public record RecordTypeView(
        String name,
        String icon,
        List<FieldView> fields,
        String defaultSort,
        boolean mayCreate,
        boolean mayDelete,
        boolean inMenu) {

    public RecordTypeView {
        fields = FieldList.of(fields);
    }

    /** The field of that name, if the type has it. */
    public Optional<FieldView> find(String field) {
        return Optional.ofNullable(((FieldList) fields).named(field));
    }

    /** The field of that name; throws {@link NoSuchElementException} if there is none. */
    public FieldView field(String field) {
        return find(field).orElseThrow(() -> new NoSuchElementException(name + " has no field " + field));
    }

    public List<FieldView> fieldsFor(FieldView.Use use) {
        return ((FieldList) fields).usedFor(use);
    }

    /** The field that names a record of the type. */
    public FieldView titleField() {
        return fieldsFor(FieldView.Use.TITLE).get(0);
    }
}
