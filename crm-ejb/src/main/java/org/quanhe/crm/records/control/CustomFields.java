package org.quanhe.crm.records.control;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldRules;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.metadata.ChoiceModel;
import org.quanhe.crm.records.metadata.FieldModel;
import org.quanhe.crm.records.metadata.Model;
import org.quanhe.crm.records.metadata.TypeModel;
import org.quanhe.crm.records.spi.FieldType;

/** Makes fields of record types out of the published model. */
final class CustomFields {
    private static final int USUAL_LENGTH = 300;
    private static final int LONG_LENGTH = 20_000;

    private final FieldTypes fieldTypes;

    CustomFields(FieldTypes fieldTypes) {
        this.fieldTypes = fieldTypes;
    }

    /**
     * The fields that are not retired, by key.
     *
     * @param taken names that a field of the application itself has: a custom field of the same name, from before an
     *     upgrade, is served as {@code name_own}
     */
    Map<String, FieldDescriptor> of(TypeModel type, Set<String> taken) {
        Map<String, FieldDescriptor> fields = new LinkedHashMap<>();
        type.fields().forEach((key, field) -> {
            if (!field.retired()) {
                String name = taken.contains(field.name()) ? field.name() + "_own" : field.name();
                FieldView view = view(type.name(), name, field);
                fields.put(key, new FieldDescriptor(view, new CustomAccess(key, view, fieldTypes.of(view))));
            }
        });
        return fields;
    }

    /** The field as callers will see it; rules that cannot be read are left out, the check of the model tells them. */
    FieldView view(String type, String name, FieldModel field) {
        FieldView plain = new FieldView(
                name,
                field.kind(),
                type + "." + field.name(),
                field.choices().stream()
                        .filter(choice -> !choice.retired())
                        .map(ChoiceModel::code)
                        .toList(),
                field.target(),
                "",
                length(field),
                uses(field));
        FieldRules rules = new FieldRules(
                read(plain, field.min()), read(plain, field.max()), field.pattern(), read(plain, field.defaultValue()));
        return new FieldView(
                plain.name(),
                plain.kind(),
                plain.labelKey(),
                plain.choices(),
                plain.target(),
                plain.primaryOf(),
                plain.maxLength(),
                plain.uses(),
                rules.equals(FieldRules.NONE) ? FieldRules.NONE : rules);
    }

    /** Refuses limits and beginnings that are no values of their field. */
    void check(Model model) {
        List<Violation> violations = new ArrayList<>();
        model.types().values().forEach(type -> type.fields().values().forEach(field -> {
            FieldView view = view(type.name(), field.name(), field);
            String path = type.name() + "." + field.name();
            readable(view, path + ".min", field.min(), violations);
            readable(view, path + ".max", field.max(), violations);
            readable(view, path + ".default", field.defaultValue(), violations);
            FieldRules rules = view.rules();
            if (rules.min() != null && rules.max() != null) {
                sameCurrency(path + ".max", rules.max(), rules.min(), violations);
            }
            if (rules.min() != null && rules.max() != null && RuleCheck.compare(rules.min(), rules.max()) > 0) {
                violations.add(new Violation(
                        path + ".max",
                        LocalizedMessage.of("records.metadata.error.maxBelowMin", field.max(), field.min())));
            }
        }));
        if (!violations.isEmpty()) {
            throw CrmException.invalid(violations);
        }
    }

    private static void sameCurrency(String path, Object max, Object min, List<Violation> violations) {
        try {
            RuleCheck.sameCurrency(max, min);
        } catch (FieldType.Unreadable different) {
            violations.add(new Violation(path, different.text()));
        }
    }

    private void readable(FieldView field, String path, @Nullable Object raw, List<Violation> violations) {
        if (raw == null || raw.equals("")) {
            return;
        }
        boolean limit = !path.endsWith(".default");
        if (limit && !field.kind().ordered()) {
            violations.add(new Violation(path, LocalizedMessage.of("records.metadata.error.noOrder")));
            return;
        }
        try {
            if (limit) {
                fieldTypes.of(field).read(field, raw);
            } else {
                fieldTypes.read(field, raw);
            }
        } catch (FieldType.Unreadable unreadable) {
            violations.add(new Violation(path, unreadable.text()));
        }
    }

    private static int length(FieldModel field) {
        int most = field.kind() == FieldKind.LONG_TEXT ? LONG_LENGTH : USUAL_LENGTH;
        return field.maxLength() == 0 ? most : Math.min(most, field.maxLength());
    }

    private static Set<Use> uses(FieldModel field) {
        Set<Use> uses = EnumSet.of(Use.CUSTOM);
        uses.addAll(field.uses());
        if (!field.kind().many() && field.kind() != FieldKind.LONG_TEXT) {
            uses.add(Use.SORTABLE);
        }
        if (field.calculated()) {
            uses.add(Use.READ_ONLY);
        }
        return uses;
    }

    private @Nullable Object read(FieldView field, @Nullable Object raw) {
        if (raw == null || raw.equals("")) {
            return null;
        }
        try {
            return fieldTypes.of(field).read(field, raw);
        } catch (FieldType.Unreadable told) {
            return null;
        }
    }
}
