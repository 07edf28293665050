package org.quanhe.crm.records.control.model;

import jakarta.enterprise.context.ApplicationScoped;
import org.quanhe.crm.records.metadata.Model;

/** Shows a retired field again, with the values it had. */
@ApplicationScoped
class ReviveField implements ModelChange {
    @Override
    public String op() {
        return "reviveField";
    }

    @Override
    public Model apply(Model model, Part change) {
        return ChangedTypes.field(model, change, field -> field.withRetired(false));
    }
}
