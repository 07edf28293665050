package org.quanhe.crm.records.control.model;

import jakarta.enterprise.context.ApplicationScoped;
import org.quanhe.crm.records.metadata.Model;

/** Hides a custom type; its records stay. */
@ApplicationScoped
class RetireType implements ModelChange {
    @Override
    public String op() {
        return "retireType";
    }

    @Override
    public Model apply(Model model, Part change) {
        return ChangedTypes.type(model, change, type -> type.withRetired(true));
    }
}
