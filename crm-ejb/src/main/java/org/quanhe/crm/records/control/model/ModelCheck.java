package org.quanhe.crm.records.control.model;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.metadata.ChoiceModel;
import org.quanhe.crm.records.metadata.FieldModel;
import org.quanhe.crm.records.metadata.Model;
import org.quanhe.crm.records.metadata.TypeModel;

/** Whether a model can be published, whatever the records say. */
public final class ModelCheck {
    /** Custom fields of one type, retired ones included. */
    public static final int MOST_FIELDS = 1_000;

    private static final int MOST_TYPES = 200;
    private static final int MOST_CHOICES = 500;
    private static final Pattern FIELD_NAME = Pattern.compile("[a-z][A-Za-z0-9_]{0,39}");
    private static final Pattern TYPE_NAME = Pattern.compile("[a-z][A-Za-z0-9]{1,39}");
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} _.-]{0,59}");
    private static final Pattern ICON = Pattern.compile("pi-[a-z0-9-]{1,40}");

    /** Words of the filter grammar, of records, and of {@code FieldView}'s own texts. */
    private static final Set<String> RESERVED_FIELDS =
            Set.of("id", "version", "title", "type", "me", "true", "false", "in", "has", "custom", "help");

    /** First parts of paths that are no record types. */
    private static final Set<String> RESERVED_TYPES = Set.of(
            "search",
            "sessions",
            "imports",
            "exports",
            "metadata",
            "automations",
            "processes",
            "templates",
            "notifications",
            "password",
            "passwords",
            "rights",
            "me",
            "openapi",
            "records",
            "platform",
            "ui",
            "type");

    private final Map<String, Set<String>> builtIn;
    private final Set<String> customFieldNames;
    private final List<Violation> violations = new ArrayList<>();

    private ModelCheck(Map<String, Set<String>> builtIn, Set<String> customFieldNames) {
        this.builtIn = builtIn;
        this.customFieldNames = customFieldNames;
    }

    /**
     * Refuses a model that cannot be, naming all that is wrong.
     *
     * @param builtIn names of fields by type, as they came with the application
     * @param ofCustomTypes names of fields that every custom type has from the beginning
     */
    public static void check(Model model, Map<String, Set<String>> builtIn, Set<String> ofCustomTypes) {
        ModelCheck check = new ModelCheck(builtIn, ofCustomTypes);
        if (model.types().size() > MOST_TYPES) {
            check.wrong("types", "records.error.tooMany", model.types().size(), MOST_TYPES);
        }
        model.types().forEach((name, type) -> check.type(model, type));
        if (!check.violations.isEmpty()) {
            throw CrmException.invalid(check.violations.subList(0, Math.min(100, check.violations.size())));
        }
    }

    private void type(Model model, TypeModel type) {
        String name = type.name();
        if (type.builtIn() != builtIn.containsKey(name)) {
            wrong(name, type.builtIn() ? "records.error.unknownType" : "records.metadata.error.typeExists", name);
            return;
        }
        if (!type.builtIn()) {
            if (!TYPE_NAME.matches(name)) {
                wrong(name, "records.metadata.error.typeNameShape", name);
            }
            if (RESERVED_TYPES.contains(name)) {
                wrong(name, "records.metadata.error.reserved", name);
            }
            if (type.labels().isEmpty()) {
                wrong(name + ".labels", "records.metadata.error.noLabel");
            }
            if (!ICON.matches(type.icon())) {
                wrong(name + ".icon", "records.metadata.error.icon", type.icon());
            }
            if (!List.of("owned", "shared", "administered").contains(type.rights())) {
                wrong(
                        name + ".rights",
                        "records.error.noChoice",
                        type.rights(),
                        LocalizedMessage.of("records.list", "owned, shared, administered"));
            }
        }
        if (type.fields().size() > MOST_FIELDS) {
            wrong(
                    name + ".fields",
                    "records.metadata.error.tooManyFields",
                    type.fields().size(),
                    MOST_FIELDS);
            return;
        }
        Set<String> taken = new HashSet<>(builtIn.getOrDefault(name, customFieldNames));
        for (FieldModel field : type.fields().values()) {
            String path = name + "." + field.name();
            if (!FIELD_NAME.matches(field.name())) {
                wrong(path, "records.metadata.error.fieldNameShape", field.name());
            } else if (RESERVED_FIELDS.contains(field.name()) || !taken.add(field.name())) {
                wrong(path, "records.metadata.error.fieldExists", field.name());
            }
            if (!FIELD_NAME.matches(field.key())) {
                wrong(path + ".key", "records.metadata.error.fieldNameShape", field.key());
            }
            field(model, path, field);
        }
        violations.addAll(FormCheck.violations(type, taken));
    }

    private void field(Model model, String path, FieldModel field) {
        if (field.labels().isEmpty()) {
            wrong(path + ".labels", "records.metadata.error.noLabel");
        }
        if (field.kind() == FieldKind.REFERENCE || field.kind() == FieldKind.REFERENCES) {
            TypeModel target = model.type(field.target());
            boolean custom = target != null && !target.builtIn() && (!target.retired() || field.retired());
            if (!custom && !builtIn.containsKey(field.target())) {
                wrong(path + ".target", "records.metadata.error.noTarget", field.target());
            }
        } else if (!field.target().isEmpty()) {
            wrong(path + ".target", "records.metadata.error.onlyReferences");
        }
        choices(path, field);
        calculated(path, field);
        if (!field.pattern().isEmpty()) {
            try {
                Pattern.compile(field.pattern());
            } catch (PatternSyntaxException broken) {
                wrong(
                        path + ".pattern",
                        "records.metadata.error.pattern",
                        broken.getDescription(),
                        broken.getPattern());
            }
        }
        if (field.uses().contains(Use.UNIQUE) && (field.kind().many() || field.kind() == FieldKind.LONG_TEXT)) {
            wrong(path + ".unique", "records.metadata.error.uniqueKind");
        }
        if (field.uses().contains(Use.FACET)
                && (field.kind() == FieldKind.LONG_TEXT
                        || field.kind() == FieldKind.MONEY
                        || field.kind().contactList())) {
            wrong(path + ".facet", "records.metadata.error.facetKind");
        }
    }

    /** A calculated value is what comes out: nothing can be demanded of it, and nothing can stand there before. */
    private void calculated(String path, FieldModel field) {
        if (!field.calculated()) {
            return;
        }
        if (!field.formula().isEmpty() && field.rollUp() != null) {
            wrong(path + ".rollup", "records.formula.error.both");
        }
        Map<String, Boolean> demanded = new LinkedHashMap<>();
        demanded.put("required", field.uses().contains(Use.REQUIRED));
        demanded.put("unique", field.uses().contains(Use.UNIQUE));
        demanded.put("default", field.defaultValue() != null);
        demanded.put("min", !field.min().isEmpty());
        demanded.put("max", !field.max().isEmpty());
        demanded.put("pattern", !field.pattern().isEmpty());
        demanded.forEach((property, said) -> {
            if (said) {
                wrong(path + "." + property, "records.formula.error.onlyTyped");
            }
        });
    }

    private void choices(String path, FieldModel field) {
        Set<String> codes = new HashSet<>();
        if (field.choices().size() > MOST_CHOICES) {
            wrong(path + ".choices", "records.error.tooMany", field.choices().size(), MOST_CHOICES);
        }
        for (ChoiceModel choice : field.choices()) {
            if (!CODE.matches(choice.code())) {
                wrong(path + ".choices", "records.metadata.error.code", choice.code());
            } else if (!codes.add(choice.code())) {
                wrong(path + ".choices", "records.metadata.error.codeTwice", choice.code());
            }
        }
        boolean offers = field.choices().stream().anyMatch(choice -> !choice.retired());
        boolean needs = field.kind() == FieldKind.CHOICE || field.kind().contactList();
        if (needs && !offers && !field.retired()) {
            wrong(path + ".choices", "records.metadata.error.noChoices");
        }
    }

    private void wrong(String path, String key, Object... args) {
        violations.add(new Violation(path, LocalizedMessage.of(key, args)));
    }
}
