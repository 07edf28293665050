package org.quanhe.crm.records.rest;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import org.quanhe.crm.platform.Texts;
import org.quanhe.crm.records.FieldRules;
import org.quanhe.crm.records.FieldView;

/** JSON Schema of a field. */
final class FieldSchema {
    private FieldSchema() {}

    static JsonObject of(FieldView field, Texts texts) {
        JsonObjectBuilder schema = byKind(field).add("title", texts.text(field.labelKey()));
        if (field.readOnly()) {
            schema.add("readOnly", true);
        }
        texts.find(field.labelKey() + ".help").ifPresent(help -> schema.add("description", help));
        if (!field.primaryOf().isEmpty()) {
            schema.add("description", "primary entry of " + field.primaryOf());
        }
        FieldRules rules = field.rules();
        if (rules.min() instanceof BigDecimal min) {
            schema.add("minimum", min);
        }
        if (rules.max() instanceof BigDecimal max) {
            schema.add("maximum", max);
        }
        if (!rules.pattern().isEmpty()) {
            schema.add("pattern", "^(?:" + rules.pattern() + ")$");
        }
        return schema.build();
    }

    private static JsonObjectBuilder byKind(FieldView field) {
        return switch (field.kind()) {
            case NUMBER -> type("number");
            case MONEY -> ref("Money");
            case YES_NO -> type("boolean");
            case DATE -> type("string").add("format", "date");
            case DATE_TIME -> type("string").add("format", "date-time");
            case CHOICE -> codes(type("string"), field);
            case CHOICES ->
                type("array").add("items", field.choices().isEmpty() ? type("string") : codes(type("string"), field));
            case REFERENCE -> ref("Reference");
            case REFERENCES -> type("array").add("items", ref("Reference"));
            case PHONES, EMAILS, LINKS -> type("array").add("items", ref("ContactPoint"));
            case ADDRESSES -> type("array").add("items", ref("PostalAddress"));
            default -> type("string").add("maxLength", field.maxLength());
        };
    }

    static JsonObjectBuilder type(String name) {
        return Json.createObjectBuilder().add("type", name);
    }

    static JsonObjectBuilder ref(String schema) {
        return Json.createObjectBuilder().add("$ref", "#/components/schemas/" + schema);
    }

    private static JsonObjectBuilder codes(JsonObjectBuilder schema, FieldView field) {
        return schema.add("enum", Json.createArrayBuilder(field.choices()));
    }
}
