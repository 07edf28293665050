package org.quanhe.crm.messages;

/**
 * What a template says in one language, as its author writes it: {@code {{name}}} for a value of the record,
 * {@code {{owner.email}}} for one of the record that it points to, {@code {{#if city == "Huế"}}…{{else}}…{{/if}}} for a
 * part that is not for everybody; {@code {{#if birthday}}} asks whether there is a value at all.
 *
 * @param subject one line; empty where the kind has none
 * @param body plain text; an empty line begins a paragraph
 */
public record TemplateText(String subject, String body) {
    public boolean isBlank() {
        return subject.isBlank() && body.isBlank();
    }
}
