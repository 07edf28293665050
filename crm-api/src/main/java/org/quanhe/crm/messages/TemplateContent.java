package org.quanhe.crm.messages;

import java.util.Map;
import org.quanhe.crm.platform.Language;

/**
 * A message template as its author writes it.
 *
 * @param code stable name by which automations know it, {@code welcome}; it stays when the template gets another name
 * @param name what people call it
 * @param kind what it is for
 * @param type record type whose values it merges
 * @param fallback the language that is sent where the recipient's has no text; it has one
 * @param texts what it says; languages without a text are absent
 * @param purpose purpose of {@code privacy} that its readers must agree to; empty for what needs no consent, such as an
 *     answer to a request
 */
public record TemplateContent(
        String code,
        String name,
        MessageKind kind,
        String type,
        Language fallback,
        Map<Language, TemplateText> texts,
        String purpose) {
    public TemplateContent {
        texts = Map.copyOf(texts);
    }

    /** The language in which somebody who reads that one is written to. */
    public Language spokenTo(Language reader) {
        return texts.containsKey(reader) ? reader : fallback;
    }
}
