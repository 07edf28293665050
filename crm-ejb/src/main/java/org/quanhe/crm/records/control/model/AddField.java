package org.quanhe.crm.records.control.model;

import jakarta.enterprise.context.ApplicationScoped;
import org.quanhe.crm.records.metadata.FieldModel;
import org.quanhe.crm.records.metadata.Model;
import org.quanhe.crm.records.metadata.TypeModel;

/** A new field: {@code {"op": "addField", "type": "customers", "field": {"name": "area", "kind": "number", …}}}. */
@ApplicationScoped
class AddField implements ModelChange {
    @Override
    public String op() {
        return "addField";
    }

    @Override
    public Model apply(Model model, Part change) {
        TypeModel type = ChangedTypes.typeOf(model, change);
        Part part = change.part("field");
        FieldModel field = ModelJson.field(part, null);
        if (type.named(field.name()).isPresent() || type.fields().containsKey(field.key())) {
            part.wrong("name", "records.metadata.error.fieldExists", field.name());
            return model;
        }
        return model.with(type.with(field));
    }
}
