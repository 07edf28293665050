package org.quanhe.crm.records.control.model;

import jakarta.enterprise.context.ApplicationScoped;
import org.quanhe.crm.records.metadata.Model;

/** Hides a field; its values stay: {@code {"op": "retireField", "type": "customers", "name": "area"}}. */
@ApplicationScoped
class RetireField implements ModelChange {
    @Override
    public String op() {
        return "retireField";
    }

    @Override
    public Model apply(Model model, Part change) {
        return ChangedTypes.field(model, change, field -> field.withRetired(true));
    }
}
