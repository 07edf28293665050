package org.quanhe.crm.messages.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.quanhe.crm.messages.MessageKind;
import org.quanhe.crm.messages.TemplateContent;
import org.quanhe.crm.messages.TemplateText;
import org.quanhe.crm.platform.Language;

/** What the form of a template holds. */
final class TemplateForm {
    private TemplateForm() {}

    /** The form of a new template. */
    static TemplateContent fresh(String type, Language language) {
        return new TemplateContent("", "", MessageKind.MAIL, type, language, Map.of(), "");
    }

    /** The form as it was sent; a language with neither subject nor text is not written. */
    static TemplateContent read(HttpServletRequest request) {
        MessageKind kind = MessageKind.ofCode(parameter(request, "kind")).orElse(MessageKind.MAIL);
        Map<Language, TemplateText> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            TemplateText text = new TemplateText(
                    kind.hasSubject() ? parameter(request, "subject." + language.tag()) : "",
                    parameter(request, "body." + language.tag()));
            if (!text.isBlank()) {
                texts.put(language, text);
            }
        }
        return new TemplateContent(
                parameter(request, "code"),
                parameter(request, "name"),
                kind,
                parameter(request, "type"),
                Language.ofTag(parameter(request, "fallback")),
                texts,
                kind == MessageKind.NOTIFICATION ? "" : parameter(request, "purpose"));
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "")
                .replace("\r\n", "\n")
                .strip();
    }
}
