package org.quanhe.crm.records.control.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.metadata.FieldModel;
import org.quanhe.crm.records.metadata.Model;
import org.quanhe.crm.records.metadata.TypeModel;

/**
 * Other properties of a field: {@code {"op": "changeField", "type": "customers", "name": "area", "set": {"required":
 * true}}}. A field that formulas use gets another name together with them: {@code "renameUses": true}.
 */
@ApplicationScoped
class ChangeField implements ModelChange {
    private final BiFunction<String, String, Optional<String>> builtInTargets;

    @Inject
    ChangeField(RecordTypes types) {
        this(types::builtInTarget);
    }

    /** @param builtInTargets where a reference field that came with the application points to, by type and field */
    ChangeField(BiFunction<String, String, Optional<String>> builtInTargets) {
        this.builtInTargets = builtInTargets;
    }

    protected ChangeField() {
        // for the proxy
        this((type, field) -> Optional.empty());
    }

    @Override
    public String op() {
        return "changeField";
    }

    @Override
    public Model apply(Model model, Part change) {
        boolean uses = change.flag("renameUses", false);
        String type = change.text("type", "");
        String name = change.text("name", "");
        Part set = change.part("set");
        Model changed = ChangedTypes.field(model, change, field -> {
            FieldModel other = ModelJson.field(set, field);
            if (other.calculated() && !field.calculated()) {
                set.wrong(other.rollUp() == null ? "formula" : "rollup", "records.formula.error.typedValues");
            }
            return other;
        });
        String fresh = set.text("name", name);
        TypeModel shaped = changed.type(type);
        if (fresh.equals(name) || shaped == null) {
            return changed;
        }
        changed = changed.with(FormNames.renamed(shaped, name, fresh));
        ModelCalculations named = new ModelCalculations(changed, model, type, name, builtInTargets);
        List<String> where = named.uses();
        if (!where.isEmpty() && !uses) {
            set.wrong(
                    "name",
                    "records.formula.error.renamed",
                    name,
                    LocalizedMessage.of("records.list", String.join(", ", where)));
        }
        return uses ? named.renamed(fresh) : changed;
    }
}
