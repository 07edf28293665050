package org.quanhe.crm.records.control.model;

import jakarta.enterprise.context.ApplicationScoped;
import org.quanhe.crm.records.metadata.Model;
import org.quanhe.crm.records.metadata.TypeModel;

/**
 * Lays the form of a type out, for a role or for everybody: {@code {"op": "setLayout", "type": "customers", "layout":
 * {"role": "sales", "sections": [{"labels": {"en": "Contact"}, "fields": ["name", "phones"]}]}}}.
 */
@ApplicationScoped
class SetLayout implements ModelChange {
    @Override
    public String op() {
        return "setLayout";
    }

    @Override
    public Model apply(Model model, Part change) {
        TypeModel type = ChangedTypes.typeOf(model, change);
        return model.with(type.with(FormJson.layout(change.part("layout"))));
    }
}
