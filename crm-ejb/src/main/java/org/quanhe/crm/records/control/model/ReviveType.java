package org.quanhe.crm.records.control.model;

import jakarta.enterprise.context.ApplicationScoped;
import org.quanhe.crm.records.metadata.Model;

/** Shows a retired type again, with the records it had. */
@ApplicationScoped
class ReviveType implements ModelChange {
    @Override
    public String op() {
        return "reviveType";
    }

    @Override
    public Model apply(Model model, Part change) {
        return ChangedTypes.type(model, change, type -> type.withRetired(false));
    }
}
