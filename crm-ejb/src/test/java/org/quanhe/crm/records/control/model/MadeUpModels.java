package org.quanhe.crm.records.control.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.metadata.ChoiceModel;
import org.quanhe.crm.records.metadata.ConditionModel;
import org.quanhe.crm.records.metadata.FieldModel;
import org.quanhe.crm.records.metadata.LayoutModel;
import org.quanhe.crm.records.metadata.Model;
import org.quanhe.crm.records.metadata.SectionModel;
import org.quanhe.crm.records.metadata.TypeModel;

/** Random models of few types and keys, so that two of them have much in common. */
public final class MadeUpModels {
    private static final List<String> KEYS = List.of("area", "floor", "code", "since", "level", "who");
    private static final ModelChanges CHANGES = new ModelChanges(List.of(
            new AddField(),
            new ChangeField((type, field) -> Optional.empty()),
            new MoveField(),
            new RetireField(),
            new ReviveField(),
            new AddType(),
            new ChangeType(),
            new RetireType(),
            new ReviveType(),
            new SetLayout(),
            new RemoveLayout(),
            new SetCondition()));

    private MadeUpModels() {}

    /** The model after these changes. */
    public static Model changed(Model model, List<?> changes) {
        return changes.isEmpty() ? model : CHANGES.apply(model, changes);
    }

    /** The same in every respect, also in the order of fields, which equality of maps does not see. */
    public static String told(Model model) {
        StringBuilder told = new StringBuilder();
        for (String name : new TreeSet<>(model.types().keySet())) {
            told.append(ModelJson.written(model.types().get(name))).append('\n');
        }
        return told.toString();
    }

    /** Models without built-in types that have no field of their own: those say nothing. */
    public static Arbitrary<Model> models() {
        return Arbitraries.of("customers", "products", "visits", "zones")
                .set()
                .ofMaxSize(4)
                .flatMap(names -> Combinators.combine(
                                names.stream().map(MadeUpModels::type).toList())
                        .as(types -> types.stream()
                                .filter(type ->
                                        !type.builtIn() || !type.fields().isEmpty())
                                .reduce(Model.EMPTY, Model::with, (one, other) -> other)));
    }

    private static Arbitrary<TypeModel> type(String name) {
        boolean builtIn = name.equals("customers") || name.equals("products");
        return Combinators.combine(
                        field().list().ofMaxSize(KEYS.size()),
                        texts(),
                        Arbitraries.of("pi-box", "pi-car"),
                        Arbitraries.integers().between(0, 900),
                        Arbitraries.of("owned", "shared", "administered"),
                        Arbitraries.of(false, false, true),
                        Arbitraries.longs())
                .as((fields, labels, icon, menu, rights, retired, seed) -> {
                    TypeModel bare = builtIn
                            ? TypeModel.builtIn(name)
                            : new TypeModel(
                                    name, false, labels, Map.of(), icon, menu, rights, retired, Map.of(), Map.of(),
                                    Map.of());
                    Random random = new Random(seed);
                    return laidOut(bare.withFields(keyed(fields, random)), random);
                });
    }

    /** Now and then with layouts and conditions over its own fields. */
    private static TypeModel laidOut(TypeModel type, Random random) {
        TypeModel laidOut = type;
        List<String> names = new ArrayList<>(
                type.fields().values().stream().map(FieldModel::name).toList());
        for (String role : List.of("", "sales")) {
            if (random.nextBoolean() && !names.isEmpty()) {
                Collections.shuffle(names, random);
                int cut = random.nextInt(names.size() + 1);
                SectionModel section = new SectionModel(
                        Map.of("vi", "Mục"),
                        random.nextBoolean(),
                        1 + random.nextInt(3),
                        random.nextBoolean(),
                        names.subList(0, cut));
                laidOut = laidOut.with(
                        new LayoutModel(role, List.of(section), new LinkedHashSet<>(names.subList(cut, names.size()))));
            }
        }
        for (String name : names) {
            if (random.nextInt(3) == 0) {
                String other = names.get(random.nextInt(names.size()));
                laidOut = laidOut.with(new ConditionModel(
                        name, "has(" + other + ")", random.nextBoolean() ? "!has(" + other + ")" : "", ""));
            }
        }
        return laidOut;
    }

    /** Fields in any order, under any keys; now and then two have each other's names. */
    private static Map<String, FieldModel> keyed(List<FieldModel> fields, Random random) {
        List<String> keys = new ArrayList<>(KEYS);
        Collections.shuffle(keys, random);
        List<String> names = new ArrayList<>(keys.subList(0, fields.size()));
        if (random.nextInt(3) == 0) {
            Collections.shuffle(names, random);
        }
        Map<String, FieldModel> keyed = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            FieldModel one = fields.get(i);
            keyed.put(
                    keys.get(i),
                    new FieldModel(
                            keys.get(i),
                            names.get(i),
                            one.kind(),
                            one.labels(),
                            one.help(),
                            one.choices(),
                            one.target(),
                            one.min(),
                            one.max(),
                            one.maxLength(),
                            one.pattern(),
                            one.defaultValue(),
                            one.uses(),
                            one.formula(),
                            one.rollUp(),
                            one.retired()));
        }
        return keyed;
    }

    private static Arbitrary<FieldModel> field() {
        Arbitrary<Object> beginning =
                Arbitraries.of("", "Đà Nẵng", "张伟", true, false, 3, new BigDecimal("0.50"), 9_000);
        Arbitrary<List<ChoiceModel>> choices = Combinators.combine(
                        Arbitraries.of("a", "b", "hạng 1"), texts(), Arbitraries.of(true, false))
                .as(ChoiceModel::new)
                .list()
                .uniqueElements(ChoiceModel::code)
                .ofMaxSize(3);
        Arbitrary<FieldModel> head = Combinators.combine(
                        Arbitraries.of(FieldKind.values()), texts(), texts(), choices, beginning)
                .as((kind, labels, help, offered, value) -> new FieldModel(
                        "key",
                        "name",
                        kind,
                        labels,
                        help,
                        offered,
                        "",
                        "",
                        "",
                        0,
                        "",
                        asRead(value),
                        java.util.Set.of(),
                        "",
                        null,
                        false));
        return Combinators.combine(
                        head,
                        Arbitraries.of("", "customers", "visits"),
                        Arbitraries.of("", "0", "-1.5"),
                        Arbitraries.of("", "100"),
                        Arbitraries.of(0, 80),
                        Arbitraries.of("", "[A-Z]{2}\\d+"),
                        Arbitraries.of(Use.REQUIRED, Use.UNIQUE, Use.SEARCHED, Use.FACET, Use.LIST, Use.QUICK)
                                .set()
                                .ofMaxSize(3),
                        Arbitraries.of(false, false, true))
                .as((one, target, min, max, length, pattern, uses, retired) -> new FieldModel(
                        one.key(),
                        one.name(),
                        one.kind(),
                        one.labels(),
                        one.help(),
                        one.choices(),
                        target,
                        min,
                        max,
                        length,
                        pattern,
                        one.defaultValue(),
                        uses,
                        "",
                        null,
                        retired));
    }

    /** Documents know numbers as decimals, and no empty beginning. */
    private static Object asRead(Object value) {
        return value instanceof Integer number ? BigDecimal.valueOf(number) : "".equals(value) ? null : value;
    }

    private static Arbitrary<Map<String, String>> texts() {
        return Arbitraries.of("en", "vi", "zh-CN", "zh-TW").set().ofMaxSize(4).flatMap(tags -> Arbitraries.of(
                        "Area", "Diện tích", "面积", "a \"b\" \\ c\n{d}")
                .map(text -> {
                    Map<String, String> byTag = new LinkedHashMap<>();
                    new TreeSet<>(tags).forEach(tag -> byTag.put(tag, text));
                    return byTag;
                }));
    }

    /** One random change; it may be about something that is not there. */
    static Arbitrary<Map<String, Object>> changes() {
        Arbitrary<String> op = Arbitraries.of(
                "addField",
                "addField",
                "changeField",
                "moveField",
                "retireField",
                "reviveField",
                "addType",
                "changeType",
                "retireType",
                "reviveType");
        return Combinators.combine(
                        op,
                        Arbitraries.of("customers", "visits", "zones"),
                        Arbitraries.of(KEYS),
                        Arbitraries.of(KEYS),
                        field())
                .as(MadeUpModels::change);
    }

    private static Map<String, Object> change(String op, String type, String name, String other, FieldModel field) {
        Map<String, Object> document = ModelJson.written(field);
        document.remove("key");
        Map<String, Object> change = new LinkedHashMap<>(Map.of("op", op));
        switch (op) {
            case "addField" -> {
                document.put("name", name);
                change.put("type", type);
                change.put("field", document);
            }
            case "changeField" -> {
                document.put("name", other);
                change.putAll(Map.of("type", type, "name", name, "set", document));
            }
            case "moveField" -> change.putAll(Map.of("type", type, "name", name, "before", other));
            case "addType" -> change.put("type", Map.of("name", type, "labels", field.labels()));
            case "changeType" -> change.putAll(Map.of("name", type, "set", Map.of("labels", field.labels())));
            case "retireType", "reviveType" -> change.put("name", type);
            default -> change.putAll(Map.of("type", type, "name", name));
        }
        return change;
    }
}
