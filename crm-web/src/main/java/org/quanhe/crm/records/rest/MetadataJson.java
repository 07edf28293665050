package org.quanhe.crm.records.rest;

import jakarta.json.stream.JsonGenerator;
import java.util.List;
import java.util.Locale;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.Texts;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.RecordTypeView;

/** Types, fields and relations as the caller may use them, with a JSON Schema of each type. */
final class MetadataJson {
    private final List<RecordTypeView> types;
    private final long version;
    private final Language language;
    private final Texts texts;

    MetadataJson(List<RecordTypeView> types, long version, Language language) {
        this.types = types;
        this.version = version;
        this.language = language;
        this.texts = Texts.in(language);
    }

    /** Changes with the metadata, the language and the caller's rights. */
    String tag() {
        return "\"" + version + "-" + language.tag() + "-" + Integer.toHexString(types.hashCode()) + "\"";
    }

    void write(JsonGenerator json) {
        json.writeStartObject()
                .write("version", version)
                .write("language", language.tag())
                .writeStartArray("types");
        types.forEach(type -> type(json, type));
        json.writeEnd().writeEnd();
    }

    private void type(JsonGenerator json, RecordTypeView type) {
        json.writeStartObject()
                .write("name", type.name())
                .write("label", texts.text(type.name() + ".type"))
                .write("labelOne", texts.text(type.name() + ".type.one"))
                .write("icon", type.icon())
                .write("defaultSort", type.defaultSort())
                .write("mayCreate", type.mayCreate())
                .write("mayDelete", type.mayDelete());
        json.writeStartArray("fields");
        type.fields().forEach(field -> field(json, field));
        json.writeEnd();
        json.writeStartArray("relations");
        types.forEach(other -> other.fields().stream()
                .filter(field -> field.target().equals(type.name()))
                .forEach(field -> json.writeStartObject()
                        .write("type", other.name())
                        .write("field", field.name())
                        .write("many", field.kind().many())
                        .writeEnd()));
        json.writeEnd();
        json.write("schema", TypeSchema.of(type, texts)).writeEnd();
    }

    private void field(JsonGenerator json, FieldView field) {
        json.writeStartObject()
                .write("name", field.name())
                .write("kind", code(field.kind()))
                .write("label", texts.text(field.labelKey()));
        texts.find(field.labelKey() + ".help").ifPresent(help -> json.write("help", help));
        if (!field.target().isEmpty()) {
            json.write("target", field.target());
        }
        if (!field.primaryOf().isEmpty()) {
            json.write("primaryOf", field.primaryOf());
        }
        if (!field.choices().isEmpty()) {
            json.writeStartArray("choices");
            field.choices().forEach(code -> json.writeStartObject()
                    .write("code", code)
                    .write("label", texts.find(field.labelKey() + "." + code).orElse(code))
                    .writeEnd());
            json.writeEnd();
        }
        json.writeStartArray("uses");
        for (Use use : Use.values()) {
            if (field.is(use)) {
                json.write(code(use));
            }
        }
        json.writeEnd().writeEnd();
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
