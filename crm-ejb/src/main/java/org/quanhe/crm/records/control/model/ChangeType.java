package org.quanhe.crm.records.control.model;

import jakarta.enterprise.context.ApplicationScoped;
import org.quanhe.crm.records.metadata.Model;
import org.quanhe.crm.records.metadata.TypeModel;

/**
 * Other properties of a custom type: {@code {"op": "changeType", "name": "installations", "set": {"icon": "pi-box"}}}.
 */
@ApplicationScoped
class ChangeType implements ModelChange {
    @Override
    public String op() {
        return "changeType";
    }

    @Override
    public Model apply(Model model, Part change) {
        return ChangedTypes.type(model, change, type -> {
            Part set = change.part("set");
            TypeModel changed = ModelJson.type(set, type);
            if (!changed.name().equals(type.name()) || changed.builtIn()) {
                set.wrong("name", "records.metadata.error.typeName");
                return type;
            }
            return changed;
        });
    }
}
