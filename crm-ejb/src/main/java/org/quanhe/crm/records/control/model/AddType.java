package org.quanhe.crm.records.control.model;

import jakarta.enterprise.context.ApplicationScoped;
import org.quanhe.crm.records.metadata.Model;
import org.quanhe.crm.records.metadata.TypeModel;

/** A new record type: {@code {"op": "addType", "type": {"name": "installations", "labels": {…}, "fields": […]}}}. */
@ApplicationScoped
class AddType implements ModelChange {
    @Override
    public String op() {
        return "addType";
    }

    @Override
    public Model apply(Model model, Part change) {
        Part part = change.part("type");
        TypeModel type = ModelJson.type(part, null);
        if (model.type(type.name()) != null) {
            part.wrong("name", "records.metadata.error.typeExists", type.name());
            return model;
        }
        return model.with(type);
    }
}
