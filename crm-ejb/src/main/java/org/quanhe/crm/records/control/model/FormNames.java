package org.quanhe.crm.records.control.model;

import java.util.LinkedHashMap;
import java.util.Map;
import org.quanhe.crm.records.control.formula.FormulaText;
import org.quanhe.crm.records.metadata.ConditionModel;
import org.quanhe.crm.records.metadata.LayoutModel;
import org.quanhe.crm.records.metadata.TypeModel;

/** The form of a type under another name of a field: layouts and conditions mean the field, not its name. */
final class FormNames {
    private FormNames() {}

    static TypeModel renamed(TypeModel type, String name, String fresh) {
        Map<String, LayoutModel> layouts = new LinkedHashMap<>();
        type.layouts().forEach((role, layout) -> layouts.put(role, layout.renamed(name, fresh)));
        Map<String, ConditionModel> conditions = new LinkedHashMap<>();
        type.conditions().values().forEach(one -> {
            ConditionModel other = new ConditionModel(
                    one.field().equals(name) ? fresh : one.field(),
                    text(one.show(), name, fresh),
                    text(one.require(), name, fresh),
                    text(one.lock(), name, fresh));
            conditions.put(other.field(), other);
        });
        return type.withForm(layouts, conditions);
    }

    private static String text(String condition, String name, String fresh) {
        return FormulaText.renamed(condition, name, fresh, (relation, field) -> relation.isEmpty());
    }
}
