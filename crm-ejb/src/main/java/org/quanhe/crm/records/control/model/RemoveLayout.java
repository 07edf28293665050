package org.quanhe.crm.records.control.model;

import jakarta.enterprise.context.ApplicationScoped;
import org.quanhe.crm.records.metadata.Model;
import org.quanhe.crm.records.metadata.TypeModel;

/**
 * Takes the layout of a role away, which then sees the form as everybody does; without {@code role} that of everybody:
 * {@code {"op": "removeLayout", "type": "customers", "role": "sales"}}.
 */
@ApplicationScoped
class RemoveLayout implements ModelChange {
    @Override
    public String op() {
        return "removeLayout";
    }

    @Override
    public Model apply(Model model, Part change) {
        TypeModel type = ChangedTypes.typeOf(model, change);
        String role = change.text("role", "");
        if (!type.layouts().containsKey(role)) {
            change.wrong("role", "records.metadata.error.noLayout", type.name());
            return model;
        }
        return model.with(type.withoutLayout(role));
    }
}
