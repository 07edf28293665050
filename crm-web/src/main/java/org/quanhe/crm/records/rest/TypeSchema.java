package org.quanhe.crm.records.rest;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Arrays;
import org.quanhe.crm.platform.Texts;
import org.quanhe.crm.records.EmptyBecause;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.FieldView.Use;
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
        if (type.fields().stream().anyMatch(field -> field.is(Use.CUSTOM) && field.readOnly())) {
            properties.add(
                    RecordJson.EMPTY,
                    FieldSchema.type("object")
                            .add("readOnly", true)
                            .add("description", "why calculated fields have no value, by field; absent without any")
                            .add("additionalProperties", FieldSchema.ref("EmptyBecause")));
        }
        return FieldSchema.type("object")
                .add("title", texts.text(type.name() + ".type.one"))
                .add("properties", properties)
                .add("required", required)
                .build();
    }

    /** Why a field of a record has no value. */
    static JsonObjectBuilder emptyBecause() {
        JsonArrayBuilder reasons = Json.createArrayBuilder();
        Arrays.stream(EmptyBecause.Reason.values())
                .map(EmptyBecause.Reason::code)
                .forEach(reasons::add);
        return FieldSchema.type("object")
                .add(
                        "description",
                        "amounts of several currencies make no figure: they are neither added nor compared; of one record"
                                + " also which inputs of a formula are empty")
                .add(
                        "properties",
                        Json.createObjectBuilder()
                                .add("reason", FieldSchema.type("string").add("enum", reasons))
                                .add(
                                        "currencies",
                                        FieldSchema.type("array")
                                                .add("description", "ISO 4217 codes in alphabetical order")
                                                .add("items", FieldSchema.type("string")))
                                .add(
                                        "inputs",
                                        FieldSchema.type("array")
                                                .add("description", "the empty inputs that the reader may know of")
                                                .add("items", emptyInput())));
    }

    private static JsonObjectBuilder emptyInput() {
        return FieldSchema.type("object")
                .add(
                        "properties",
                        Json.createObjectBuilder()
                                .add("field", FieldSchema.type("string"))
                                .add(
                                        "record",
                                        FieldSchema.type("object")
                                                .add("description", "whose field it is; absent for the record itself")
                                                .add(
                                                        "properties",
                                                        Json.createObjectBuilder()
                                                                .add("type", FieldSchema.type("string"))
                                                                .add("id", FieldSchema.type("integer"))
                                                                .add("title", FieldSchema.type("string")))));
    }
}
