package org.quanhe.crm.records.control.model;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.metadata.ChoiceModel;
import org.quanhe.crm.records.metadata.FieldModel;
import org.quanhe.crm.records.metadata.Model;
import org.quanhe.crm.records.metadata.RollUpModel;
import org.quanhe.crm.records.metadata.RollUpModel.Function;
import org.quanhe.crm.records.metadata.TypeModel;

/** Models as documents: what the database keeps, what is exported, and what changes are written in. */
public final class ModelJson {
    static final int LONGEST_LABEL = 100;
    private static final int LONGEST_HELP = 500;

    /** Uses that stand in a document as a property of their own. */
    private static final Map<String, Use> FLAGS = flags();

    private ModelJson() {}

    private static Map<String, Use> flags() {
        Map<String, Use> flags = new LinkedHashMap<>();
        flags.put("required", Use.REQUIRED);
        flags.put("unique", Use.UNIQUE);
        flags.put("sensitive", Use.SENSITIVE);
        flags.put("searchable", Use.SEARCHED);
        flags.put("facet", Use.FACET);
        flags.put("list", Use.LIST);
        flags.put("quick", Use.QUICK);
        return flags;
    }

    public static String write(Model model) {
        List<Object> types = new ArrayList<>();
        model.types().values().forEach(type -> types.add(written(type)));
        return JsonText.write(Map.of("types", types));
    }

    /** Reads a document; throws INVALID, naming every place that is wrong. */
    public static Model read(String document) {
        List<Violation> violations = new ArrayList<>();
        Model model = read(new Part("", JsonText.read(document), violations));
        if (!violations.isEmpty()) {
            throw CrmException.invalid(violations);
        }
        return model;
    }

    /** Reads the types of a document; what is wrong is told to it. */
    public static Model read(Part document) {
        Map<String, TypeModel> types = new LinkedHashMap<>();
        document.parts("types").forEach(part -> {
            TypeModel type = type(part, null);
            if (types.put(type.name(), type) != null) {
                part.wrong("name", "records.metadata.error.typeExists", type.name());
            }
        });
        return new Model(types);
    }

    /** A type as documents have it. */
    public static Map<String, Object> written(TypeModel type) {
        Map<String, Object> to = new LinkedHashMap<>();
        to.put("name", type.name());
        if (type.builtIn()) {
            to.put("builtIn", true);
        } else {
            to.put("labels", type.labels());
            to.put("singular", type.singular());
            to.put("icon", type.icon());
            to.put("menu", type.menu());
            to.put("rights", type.rights());
            if (type.retired()) {
                to.put("retired", true);
            }
        }
        List<Object> fields = new ArrayList<>();
        type.fields().values().forEach(field -> fields.add(written(field)));
        to.put("fields", fields);
        FormJson.write(to, type);
        return to;
    }

    static Map<String, Object> written(FieldModel field) {
        Map<String, Object> to = new LinkedHashMap<>();
        to.put("name", field.name());
        if (!field.key().equals(field.name())) {
            to.put("key", field.key());
        }
        to.put("kind", Part.code(field.kind()));
        to.put("labels", field.labels());
        put(to, "help", field.help(), field.help().isEmpty());
        List<Object> choices = new ArrayList<>();
        field.choices().forEach(choice -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("code", choice.code());
            one.put("labels", choice.labels());
            put(one, "retired", true, !choice.retired());
            choices.add(one);
        });
        put(to, "choices", choices, choices.isEmpty());
        put(to, "target", field.target(), field.target().isEmpty());
        put(to, "min", field.min(), field.min().isEmpty());
        put(to, "max", field.max(), field.max().isEmpty());
        put(to, "maxLength", field.maxLength(), field.maxLength() == 0);
        put(to, "pattern", field.pattern(), field.pattern().isEmpty());
        Object beginning = field.defaultValue();
        if (beginning != null) {
            to.put("default", beginning);
        }
        FLAGS.forEach((name, use) -> put(to, name, true, !field.uses().contains(use)));
        put(to, "formula", field.formula(), field.formula().isEmpty());
        RollUpModel rollUp = field.rollUp();
        if (rollUp != null) {
            to.put("rollup", written(rollUp));
        }
        put(to, "retired", true, !field.retired());
        return to;
    }

    private static Map<String, Object> written(RollUpModel rollUp) {
        Map<String, Object> to = new LinkedHashMap<>();
        to.put("type", rollUp.type());
        to.put("field", rollUp.field());
        to.put("function", Part.code(rollUp.function()));
        put(to, "of", rollUp.of(), rollUp.of().isEmpty());
        put(to, "filter", rollUp.filter(), rollUp.filter().isEmpty());
        return to;
    }

    private static void put(Map<String, Object> to, String name, Object value, boolean absent) {
        if (!absent) {
            to.put(name, value);
        }
    }

    /** Reads a type; what is not said is as in {@code base}, or the usual. */
    static TypeModel type(Part part, @Nullable TypeModel base) {
        String name = part.text("name", base == null ? "" : base.name());
        boolean builtIn = part.flag("builtIn", base != null && base.builtIn());
        Map<String, FieldModel> fields = new LinkedHashMap<>(base == null ? Map.of() : base.fields());
        part.parts("fields").forEach(one -> {
            FieldModel field = field(one, null);
            if (fields.put(field.key(), field) != null) {
                one.wrong("name", "records.metadata.error.fieldExists", field.name());
            }
        });
        TypeModel read = new TypeModel(
                name,
                builtIn,
                part.texts("labels", base == null ? Map.of() : base.labels(), LONGEST_LABEL),
                part.texts("singular", base == null ? Map.of() : base.singular(), LONGEST_LABEL),
                part.text("icon", base == null ? "pi-file" : base.icon()),
                part.number("menu", base == null ? 500 : base.menu(), 10_000),
                part.text("rights", base == null ? "owned" : base.rights()),
                part.flag("retired", base != null && base.retired()),
                fields,
                FormJson.layouts(part, base == null ? Map.of() : base.layouts()),
                FormJson.conditions(part, base == null ? Map.of() : base.conditions()));
        part.end();
        return read;
    }

    /** Reads a field; what is not said is as in {@code base}, or the usual. */
    static FieldModel field(Part part, @Nullable FieldModel base) {
        String name = part.text("name", base == null ? "" : base.name());
        String key = base == null ? part.text("key", name) : base.key();
        FieldKind usual = base == null ? FieldKind.TEXT : base.kind();
        FieldKind kind = part.oneOf("kind", FieldKind.class, usual);
        Set<Use> uses = EnumSet.noneOf(Use.class);
        FLAGS.forEach((flag, use) -> {
            boolean before = base != null && base.uses().contains(use);
            if (part.flag(flag, before)) {
                uses.add(use);
            }
        });
        List<ChoiceModel> choices = new ArrayList<>();
        part.parts("choices").forEach(one -> {
            choices.add(new ChoiceModel(
                    one.text("code", ""), one.texts("labels", Map.of(), LONGEST_LABEL), one.flag("retired", false)));
            one.end();
        });
        FieldModel read = new FieldModel(
                key,
                name,
                kind == null ? usual : kind,
                part.texts("labels", base == null ? Map.of() : base.labels(), LONGEST_LABEL),
                part.texts("help", base == null ? Map.of() : base.help(), LONGEST_HELP),
                part.has("choices") || base == null ? choices : base.choices(),
                part.text("target", base == null ? "" : base.target()),
                part.text("min", base == null ? "" : base.min()),
                part.text("max", base == null ? "" : base.max()),
                part.number("maxLength", base == null ? 0 : base.maxLength(), 20_000),
                part.text("pattern", base == null ? "" : base.pattern()),
                part.has("default") || base == null ? emptied(part.raw("default")) : base.defaultValue(),
                uses,
                part.text("formula", base == null ? "" : base.formula()),
                part.has("rollup") || base == null ? rollUp(part) : base.rollUp(),
                part.flag("retired", base != null && base.retired()));
        part.end();
        return read;
    }

    /** An empty text takes a roll-up away. */
    private static @Nullable RollUpModel rollUp(Part part) {
        if (part.raw("rollup") == null || "".equals(part.raw("rollup"))) {
            return null;
        }
        Part rollUp = part.part("rollup");
        Function function = rollUp.oneOf("function", Function.class, Function.COUNT);
        RollUpModel read = new RollUpModel(
                rollUp.text("type", ""),
                rollUp.text("field", ""),
                function == null ? Function.COUNT : function,
                rollUp.text("of", ""),
                rollUp.text("filter", ""));
        rollUp.end();
        return read;
    }

    /** An empty text takes a default away. */
    private static @Nullable Object emptied(@Nullable Object value) {
        return "".equals(value) ? null : value;
    }
}
