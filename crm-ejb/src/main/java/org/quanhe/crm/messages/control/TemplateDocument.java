package org.quanhe.crm.messages.control;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.quanhe.crm.messages.MessageKind;
import org.quanhe.crm.messages.TemplateContent;
import org.quanhe.crm.messages.TemplateText;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.control.model.Part;

/**
 * A template as a document, without its code: {@code {"name", "kind", "type", "fallback", "purpose", "texts": {"vi":
 * …}}}.
 */
public final class TemplateDocument {
    private TemplateDocument() {}

    public static Map<String, Object> of(TemplateContent content) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", content.name());
        document.put("kind", content.kind().code());
        document.put("type", content.type());
        document.put("fallback", content.fallback().tag());
        if (!content.purpose().isEmpty()) {
            document.put("purpose", content.purpose());
        }
        Map<String, Object> texts = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            TemplateText text = content.texts().get(language);
            if (text != null) {
                Map<String, Object> said = new LinkedHashMap<>();
                if (!text.subject().isEmpty()) {
                    said.put("subject", text.subject());
                }
                said.put("body", text.body());
                texts.put(language.tag(), said);
            }
        }
        document.put("texts", texts);
        return document;
    }

    /**
     * Reads a document.
     *
     * @throws CrmException INVALID, naming every place that cannot be read
     */
    public static TemplateContent read(String code, Map<String, Object> document) {
        List<Violation> violations = new ArrayList<>();
        Part part = new Part("", document, violations);
        String name = part.text("name", "");
        String type = part.text("type", "");
        MessageKind kind = part.oneOf("kind", MessageKind.class, MessageKind.MAIL);
        Optional<Language> fallback = language(part.text("fallback", ""));
        if (fallback.isEmpty()) {
            part.wrong("fallback", "messages.error.noLanguage", part.text("fallback", ""));
        }
        Map<Language, TemplateText> texts = new EnumMap<>(Language.class);
        if (part.raw("texts") instanceof Map<?, ?> byTag) {
            byTag.forEach((tag, value) -> {
                Optional<Language> language = language(tag.toString());
                if (language.isPresent() && value instanceof Map<?, ?> text) {
                    texts.put(language.get(), new TemplateText(text(text, "subject"), text(text, "body")));
                } else {
                    String told = tag.toString().length() > 20 ? tag.toString().substring(0, 20) : tag.toString();
                    part.wrong("texts." + told, "messages.error.noLanguage", told);
                }
            });
        }
        String purpose = part.text("purpose", "");
        part.end();
        if (kind == null || !violations.isEmpty()) {
            throw CrmException.invalid(violations);
        }
        return new TemplateContent(code, name, kind, type, fallback.orElse(Language.EN), texts, purpose);
    }

    private static String text(Map<?, ?> map, String name) {
        return map.get(name) instanceof String text ? text.replace("\r\n", "\n").strip() : "";
    }

    private static Optional<Language> language(String tag) {
        return Stream.of(Language.values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }

    /** The name in every language. */
    static LocalizedMessage called(String name) {
        return LocalizedMessage.named(
                Stream.of(Language.values()).map(language -> name).toList());
    }
}
