package org.quanhe.crm.records.rest;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.quanhe.crm.platform.Texts;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.RecordTypeView;

/** JSON Schema of a record type. */
final class TypeSchema {
    private TypeSchema() {}

    static JsonObject of(RecordTypeView type, Texts texts) {
        JsonObjectBuilder properties = Json.createObjectBuilder()
                .add("id", FieldSchema.type("integer").add("readOnly", true))
                .add("version", FieldSchema.type("integer").add("readOnly", true))
                .add("title", FieldSchema.type("string").add("readOnly", true));
        JsonArrayBuilder required = Json.createArrayBuilder();
        for (FieldView field : type.fields()) {
            properties.add(field.name(), FieldSchema.of(field, texts));
            if (field.required() && field.choices().isEmpty() && field.rules().beginning() == null) {
                required.add(field.name());
            }
        }
        return FieldSchema.type("object")
                .add("title", texts.text(type.name() + ".type.one"))
                .add("properties", properties)
                .add("required", required)
                .build();
    }
}
