package org.quanhe.crm.records.control.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.quanhe.crm.identity.Role;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.metadata.FieldModel;
import org.quanhe.crm.records.metadata.LayoutModel;
import org.quanhe.crm.records.metadata.SectionModel;
import org.quanhe.crm.records.metadata.TypeModel;

/** Whether the layouts of a type can be: every field is there, and stands once. */
final class FormCheck {
    private static final int MOST_SECTIONS = 60;

    private final TypeModel type;
    private final Set<String> names;
    private final List<Violation> violations = new ArrayList<>();

    private FormCheck(TypeModel type, Set<String> names) {
        this.type = type;
        this.names = names;
    }

    /** @param names of all fields of the type, retired ones included: a field that comes back finds its place */
    static List<Violation> violations(TypeModel type, Set<String> names) {
        FormCheck check = new FormCheck(type, names);
        type.layouts().values().forEach(check::layout);
        type.conditions().keySet().forEach(field -> {
            if (!names.contains(field)) {
                check.wrong(type.name() + ".conditions", "records.metadata.error.noField", field, type.name());
            }
        });
        return check.violations;
    }

    private void layout(LayoutModel layout) {
        String path = type.name() + ".layouts" + (layout.role().isEmpty() ? "" : "." + layout.role());
        boolean role = Arrays.stream(Role.values()).anyMatch(one -> one.code().equals(layout.role()));
        if (!layout.role().isEmpty() && !role) {
            wrong(path + ".role", "records.metadata.error.noRole", layout.role());
        }
        if (layout.sections().size() > MOST_SECTIONS) {
            wrong(path + ".sections", "records.error.tooMany", layout.sections().size(), MOST_SECTIONS);
        }
        Set<String> placed = new HashSet<>();
        for (String field : layout.fields()) {
            if (!names.contains(field)) {
                wrong(path, "records.metadata.error.noField", field, type.name());
            } else if (!placed.add(field)) {
                wrong(path, "records.metadata.error.placedTwice", field);
            }
        }
        for (SectionModel section : layout.sections()) {
            if (section.columns() < 1) {
                wrong(path + ".columns", "records.metadata.error.columns");
            }
            if (section.tab() && section.labels().isEmpty()) {
                wrong(path + ".tab", "records.metadata.error.tabName");
            }
        }
        layout.hidden().stream()
                .filter(this::demanded)
                .forEach(field -> wrong(path + ".hidden", "records.metadata.error.hidesRequired", field));
    }

    /** Whoever fills the form in could never save it. */
    private boolean demanded(String name) {
        FieldModel field = type.named(name).orElse(null);
        return field != null && !field.retired() && field.uses().contains(Use.REQUIRED) && field.defaultValue() == null;
    }

    private void wrong(String path, String key, Object... args) {
        violations.add(new Violation(path, LocalizedMessage.of(key, args)));
    }
}
