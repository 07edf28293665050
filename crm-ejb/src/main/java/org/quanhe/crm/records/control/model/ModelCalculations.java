package org.quanhe.crm.records.control.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.control.formula.FormulaText;
import org.quanhe.crm.records.metadata.FieldModel;
import org.quanhe.crm.records.metadata.Model;
import org.quanhe.crm.records.metadata.RollUpModel;
import org.quanhe.crm.records.metadata.TypeModel;

/** Which formulas and roll-ups of a model name a field, and the same model with another name in them. */
public final class ModelCalculations {
    private final Model model;
    private final Model before;
    private final String type;
    private final String field;
    private final BiFunction<String, String, Optional<String>> builtInTargets;

    /**
     * @param before the model with the names that formulas and roll-ups still use: the field may have another in the
     *     model already
     * @param builtInTargets where a reference field that came with the application points to, by type and field
     */
    ModelCalculations(
            Model model,
            Model before,
            String type,
            String field,
            BiFunction<String, String, Optional<String>> builtInTargets) {
        this.model = model;
        this.before = before;
        this.type = type;
        this.field = field;
        this.builtInTargets = builtInTargets;
    }

    /** True if the field is the same in both, as far as values that are made from it go. */
    public static boolean same(Model before, Model after, String type, String field) {
        return essence(before, type, field).equals(essence(after, type, field));
    }

    private static List<Object> essence(Model model, String type, String name) {
        TypeModel shaped = model.type(type);
        FieldModel field =
                shaped == null || name.isEmpty() ? null : shaped.named(name).orElse(null);
        if (shaped == null || field == null) {
            return List.of();
        }
        return new ArrayList<>(Arrays.asList(
                shaped.retired(),
                field.key(),
                field.kind(),
                field.retired(),
                field.target(),
                field.formula(),
                Objects.requireNonNullElse(field.rollUp(), "")));
    }

    /** Where it is named, as {@code customers.cooling}; hidden fields do not count. */
    List<String> uses() {
        List<String> uses = new ArrayList<>();
        model.types().values().forEach(at -> at.fields().values().forEach(one -> {
            boolean itself = at.name().equals(type) && one.name().equals(field);
            if (!itself && !one.retired() && !renamed(at, one, field + "_").equals(one)) {
                uses.add(at.name() + "." + one.name());
            }
        }));
        return uses;
    }

    /** The model with the new name wherever the old one means the field. */
    Model renamed(String fresh) {
        Model changed = model;
        for (TypeModel at : model.types().values()) {
            TypeModel shaped = at;
            for (FieldModel one : at.fields().values()) {
                shaped = shaped.with(renamed(at, one, fresh));
            }
            changed = changed.with(shaped);
        }
        return changed;
    }

    private FieldModel renamed(TypeModel at, FieldModel one, String fresh) {
        if (!one.calculated()) {
            return one;
        }
        String formula =
                FormulaText.renamed(one.formula(), field, fresh, (relation, name) -> reached(at.name(), relation)
                        .equals(type));
        // a relation that is renamed stands before the point: there it is a name of the record itself
        return one.withCalculation(formula, renamed(at, one.rollUp(), fresh));
    }

    private @Nullable RollUpModel renamed(TypeModel at, @Nullable RollUpModel rollUp, String fresh) {
        if (rollUp == null || !rollUp.type().equals(type)) {
            return rollUp;
        }
        return new RollUpModel(
                rollUp.type(),
                rollUp.field().equals(field) ? fresh : rollUp.field(),
                rollUp.function(),
                rollUp.of().equals(field) ? fresh : rollUp.of(),
                FormulaText.renamed(rollUp.filter(), field, fresh, (relation, name) -> relation.isEmpty()));
    }

    /** The type behind those references, the type itself behind none; empty where they lead nowhere. */
    private String reached(String from, String relation) {
        String at = from;
        for (String step : relation.isEmpty() ? new String[0] : relation.split("\\.")) {
            at = target(at, step);
        }
        return at;
    }

    private String target(String from, String relation) {
        return Optional.ofNullable(before.type(from))
                .flatMap(shaped -> shaped.named(relation))
                .map(FieldModel::target)
                .or(() -> builtInTargets.apply(from, relation))
                .orElse("");
    }
}
