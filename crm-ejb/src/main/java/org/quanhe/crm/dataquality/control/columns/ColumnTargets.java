package org.quanhe.crm.dataquality.control.columns;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.RecordTypeView;

/** The places of one record type to which columns can go. */
public final class ColumnTargets {
    private static final Set<String> NAME_PARTS = Set.of("given", "middle", "family");
    private final RecordTypeView type;

    public ColumnTargets(RecordTypeView type) {
        this.type = type;
    }

    /** The target of that name, if the type has it and people may write it. */
    Optional<ColumnTarget> find(String name) {
        int dot = name.indexOf('.');
        String part = dot < 0 ? "" : name.substring(dot + 1);
        return type.find(dot < 0 ? name : name.substring(0, dot))
                .filter(field -> !field.readOnly())
                .filter(field -> part.isEmpty() || hasPart(field, part))
                .map(field -> new ColumnTarget(field, part));
    }

    private boolean hasPart(FieldView field, String part) {
        return field.kind().contactList() && field.choices().contains(part)
                || field.name().equals("name") && field.is(FieldView.Use.TITLE) && NAME_PARTS.contains(part);
    }

    /** Names of all fields, for people who wrote a wrong one. */
    List<String> names() {
        return type.fields().stream()
                .filter(field -> !field.readOnly())
                .map(FieldView::name)
                .toList();
    }

    List<FieldView> fields() {
        return type.fields().stream().filter(field -> !field.readOnly()).toList();
    }

    FieldView title() {
        return type.titleField();
    }
}
