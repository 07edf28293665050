package org.quanhe.crm.records.control.model;

import jakarta.enterprise.context.ApplicationScoped;
import org.quanhe.crm.records.metadata.Model;
import org.quanhe.crm.records.metadata.TypeModel;

/**
 * When a field is shown, demanded, closed: {@code {"op": "setCondition", "type": "customers", "condition": {"field":
 * "company", "show": "kind == \"person\""}}}; one that says nothing takes them away.
 */
@ApplicationScoped
class SetCondition implements ModelChange {
    @Override
    public String op() {
        return "setCondition";
    }

    @Override
    public Model apply(Model model, Part change) {
        TypeModel type = ChangedTypes.typeOf(model, change);
        return model.with(type.with(FormJson.condition(change.part("condition"))));
    }
}
