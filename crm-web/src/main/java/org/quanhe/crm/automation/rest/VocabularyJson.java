package org.quanhe.crm.automation.rest;

import jakarta.json.stream.JsonGenerator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.automation.Automations;
import org.quanhe.crm.automation.Parameter;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.Texts;

/** What automations are made of, as REST tells it. */
final class VocabularyJson {
    private final JsonGenerator json;
    private final Texts texts;

    private VocabularyJson(JsonGenerator json, Texts texts) {
        this.json = json;
        this.texts = texts;
    }

    static void write(JsonGenerator json, Automations.Vocabulary words, Language spoken) {
        VocabularyJson writer = new VocabularyJson(json, Texts.in(spoken));
        json.writeStartObject();
        writer.words("triggers", words.triggers());
        writer.words("actions", words.actions());
        json.writeEnd();
    }

    private void words(String name, List<Automations.Word> words) {
        json.writeStartArray(name);
        for (Automations.Word word : words) {
            json.writeStartObject().write("code", word.code()).write("label", texts.text(word.labelKey()));
            parameters("parameters", word.parameters(), word.texts());
            json.writeEnd();
        }
        json.writeEnd();
    }

    private void parameters(String name, List<Parameter> parameters, String keys) {
        json.writeStartArray(name);
        parameters.forEach(parameter -> parameter(parameter, parameters, keys));
        json.writeEnd();
    }

    private void parameter(Parameter parameter, List<Parameter> all, String keys) {
        String key = keys + "." + parameter.name();
        json.writeStartObject()
                .write("name", parameter.name())
                .write("kind", code(parameter.kind().name()))
                .write("label", texts.text(key))
                .write("required", parameter.required());
        texts.find(key + ".help").ifPresent(help -> json.write("help", help));
        unlessEmpty("default", parameter.otherwise());
        unlessEmpty("target", parameter.target());
        number("min", parameter.min());
        number("max", parameter.max());
        if (!parameter.choices().isEmpty()) {
            json.writeStartArray("choices");
            parameter.choices().forEach(code -> json.writeStartObject()
                    .write("code", code)
                    .write("label", texts.text(key + "." + code))
                    .writeEnd());
            json.writeEnd();
        }
        only(parameter.only(), all);
        if (!parameter.parts().isEmpty()) {
            parameters("parts", parameter.parts(), keys);
        }
        json.writeEnd();
    }

    private static String code(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Kinds of fields are told as everywhere else. */
    private void only(Parameter.@Nullable Only only, List<Parameter> all) {
        if (only != null) {
            boolean kinds = all.stream()
                    .anyMatch(other -> other.name().equals(only.when())
                            && (other.kind() == Parameter.Kind.FIELD || other.kind() == Parameter.Kind.MOMENT));
            json.writeStartObject("only").write("when", only.when()).writeStartArray("among");
            only.among().forEach(value -> json.write(kinds ? code(value) : value));
            json.writeEnd().writeEnd();
        }
    }

    private void unlessEmpty(String name, String value) {
        if (!value.isEmpty()) {
            json.write(name, value);
        }
    }

    private void number(String name, @Nullable BigDecimal value) {
        if (value != null) {
            json.write(name, value);
        }
    }
}
