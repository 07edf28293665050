package org.quanhe.crm.messages.rest;

import jakarta.json.stream.JsonGenerator;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.messages.Message;
import org.quanhe.crm.messages.MessageKind;
import org.quanhe.crm.messages.TemplateContent;
import org.quanhe.crm.messages.TemplateText;
import org.quanhe.crm.messages.TemplateView;
import org.quanhe.crm.messages.TextParts;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;

/**
 * Templates as JSON: {@code {"code", "name", "kind", "type", "fallback", "purpose", "texts": {"vi": {"subject",
 * "body"}, …}}}.
 */
final class TemplateJson {
    private TemplateJson() {}

    /** Reads a template; throws INVALID naming what cannot be one. */
    static TemplateContent read(Map<String, @Nullable Object> body) {
        List<Violation> violations = new ArrayList<>();
        MessageKind kind = MessageKind.ofCode(text(body, "kind")).orElse(MessageKind.MAIL);
        if (MessageKind.ofCode(text(body, "kind")).isEmpty()) {
            String codes = String.join(
                    ", ", Stream.of(MessageKind.values()).map(MessageKind::code).toList());
            violations.add(new Violation(
                    "kind",
                    LocalizedMessage.of(
                            "records.error.noChoice", text(body, "kind"), LocalizedMessage.of("records.list", codes))));
        }
        Map<Language, TemplateText> texts = new EnumMap<>(Language.class);
        if (body.get("texts") instanceof Map<?, ?> byTag) {
            byTag.forEach((tag, value) -> {
                Optional<Language> language = language(tag.toString());
                if (language.isPresent() && value instanceof Map<?, ?> text) {
                    texts.put(language.get(), new TemplateText(text(text, "subject"), text(text, "body")));
                } else {
                    violations.add(new Violation(
                            "texts." + tag, LocalizedMessage.of("messages.error.noLanguage", tag.toString())));
                }
            });
        }
        Optional<Language> fallback = language(text(body, "fallback"));
        if (fallback.isEmpty()) {
            violations.add(new Violation(
                    "fallback", LocalizedMessage.of("messages.error.noLanguage", text(body, "fallback"))));
        }
        if (!violations.isEmpty()) {
            throw CrmException.invalid(violations);
        }
        return new TemplateContent(
                text(body, "code"),
                text(body, "name"),
                kind,
                text(body, "type"),
                fallback.orElse(Language.EN),
                texts,
                text(body, "purpose"));
    }

    /** The language of exactly that tag. */
    static Optional<Language> language(String tag) {
        return Stream.of(Language.values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }

    private static String text(Map<?, ?> map, String name) {
        return map.get(name) instanceof String text ? text.replace("\r\n", "\n").strip() : "";
    }

    static void write(JsonGenerator json, TemplateView template, Language spoken) {
        TemplateContent content = template.content();
        json.writeStartObject()
                .write("id", template.id())
                .write("version", template.version())
                .write("code", content.code())
                .write("name", content.name())
                .write("kind", content.kind().code())
                .write("type", content.type())
                .write("fallback", content.fallback().tag())
                .write("purpose", content.purpose())
                .write("author", template.author())
                .write("updatedAt", template.updatedAt().toString())
                .writeStartObject("texts");
        for (Language language : Language.values()) {
            TemplateText text = content.texts().get(language);
            if (text != null) {
                json.writeStartObject(language.tag())
                        .write("subject", text.subject())
                        .write("body", text.body())
                        .writeEnd();
            }
        }
        json.writeEnd().writeStartArray("faults");
        template.faults().forEach(fault -> json.writeStartObject()
                .write("field", fault.field())
                .write("message", fault.message().in(spoken))
                .writeEnd());
        json.writeEnd().writeEnd();
    }

    static void write(JsonGenerator json, Message message, MessageKind kind) {
        json.writeStartObject()
                .write("language", message.language().tag())
                .write("subject", message.subject())
                .write("body", message.body())
                .writeStartArray("empty");
        message.empty().forEach(json::write);
        json.writeEnd();
        if (kind == MessageKind.SHORT_TEXT) {
            json.write("parts", TextParts.of(message.body()).parts());
        }
        json.writeEnd();
    }
}
