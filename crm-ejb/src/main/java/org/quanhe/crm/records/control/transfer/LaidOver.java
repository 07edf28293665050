package org.quanhe.crm.records.control.transfer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quanhe.crm.records.metadata.ConditionModel;
import org.quanhe.crm.records.metadata.FieldModel;
import org.quanhe.crm.records.metadata.LayoutModel;
import org.quanhe.crm.records.metadata.Model;
import org.quanhe.crm.records.metadata.TypeModel;

/** What a file makes of the model that is there: what it names is as it says, all else stays. */
public final class LaidOver {
    private LaidOver() {}

    public static Model of(Model current, Model file) {
        Model laid = current;
        for (TypeModel type : file.types().values()) {
            TypeModel known = current.type(type.name());
            laid = laid.with(known == null ? type : laid(known, type));
        }
        return laid;
    }

    private static TypeModel laid(TypeModel known, TypeModel file) {
        Map<String, LayoutModel> layouts = new LinkedHashMap<>(known.layouts());
        layouts.putAll(file.layouts());
        Map<String, ConditionModel> conditions = new LinkedHashMap<>(known.conditions());
        conditions.putAll(file.conditions());
        return file.withFields(fields(known.fields(), file.fields())).withForm(layouts, conditions);
    }

    /** In the order of the file; a field that it does not name stays behind the one that it stood behind. */
    private static Map<String, FieldModel> fields(Map<String, FieldModel> known, Map<String, FieldModel> file) {
        List<String> order = new ArrayList<>(file.keySet());
        int place = 0;
        for (String key : known.keySet()) {
            if (!file.containsKey(key)) {
                order.add(place, key);
            }
            place = order.indexOf(key) + 1;
        }
        Map<String, FieldModel> fields = new LinkedHashMap<>();
        order.forEach(key -> fields.put(key, file.containsKey(key) ? file.get(key) : known.get(key)));
        return fields;
    }
}
