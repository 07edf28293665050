package org.quanhe.crm.records.control.model;

import java.util.function.UnaryOperator;
import org.quanhe.crm.records.metadata.FieldModel;
import org.quanhe.crm.records.metadata.Model;
import org.quanhe.crm.records.metadata.TypeModel;

/** Finds what a change is about. */
final class ChangedTypes {
    private ChangedTypes() {}

    /** The type that a change of fields names; one that came with the application enters the model with it. */
    static TypeModel typeOf(Model model, Part change) {
        String name = change.text("type", "");
        TypeModel known = model.type(name);
        return known == null ? TypeModel.builtIn(name) : known;
    }

    /** Changes the field that is named. */
    static Model field(Model model, Part change, UnaryOperator<FieldModel> by) {
        TypeModel type = typeOf(model, change);
        String name = change.text("name", "");
        return type.named(name)
                .map(field -> model.with(type.with(by.apply(field))))
                .orElseGet(() -> {
                    change.wrong("name", "records.metadata.error.noField", name, type.name());
                    return model;
                });
    }

    /** Changes the custom type that is named. */
    static Model type(Model model, Part change, UnaryOperator<TypeModel> by) {
        String name = change.text("name", "");
        TypeModel type = model.type(name);
        if (type == null || type.builtIn()) {
            change.wrong("name", "records.metadata.error.noType", name);
            return model;
        }
        return model.with(by.apply(type));
    }
}
