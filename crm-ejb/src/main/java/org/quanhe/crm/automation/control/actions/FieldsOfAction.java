package org.quanhe.crm.automation.control.actions;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.automation.spi.Arguments;
import org.quanhe.crm.automation.spi.Step;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.control.FieldTypes;
import org.quanhe.crm.records.spi.FieldType;

/** The {@code fields} of an action: values by name, texts with {@code {{field}}} filled from the record. */
final class FieldsOfAction {
    private FieldsOfAction() {}

    /** @param made true if the record is made by the action, false if it is there already */
    static void check(Arguments step, RecordTypeView type, FieldTypes fieldTypes, boolean made) {
        Map<String, Object> fields = step.object("fields");
        if (fields.isEmpty()) {
            step.wrong("fields", "records.error.required");
        }
        fields.forEach((name, value) -> {
            FieldView field = type.find(name).orElse(null);
            String place = "fields." + name;
            if (field == null) {
                step.wrong(place, "automation.error.noField", name, LocalizedMessage.of(type.name() + ".type"));
            } else if (made ? field.readOnly() : field.settled()) {
                step.wrong(place, "records.error.readOnly");
            } else if (value != null && !value.toString().contains("{{")) {
                try {
                    fieldTypes.read(field, value);
                } catch (FieldType.Unreadable wrong) {
                    step.wrong(place, wrong.text().key(), wrong.text().args().toArray());
                }
            }
        });
    }

    static Map<String, @Nullable Object> merged(Arguments step, Step run) {
        Map<String, @Nullable Object> merged = new LinkedHashMap<>();
        step.object("fields")
                .forEach((name, value) -> merged.put(name, value instanceof String text ? run.merged(text) : value));
        return merged;
    }

    static String told(Map<String, ?> values) {
        String told = values.toString();
        return told.length() > 200 ? told.substring(0, 200) + "…" : told.substring(1, told.length() - 1);
    }
}
