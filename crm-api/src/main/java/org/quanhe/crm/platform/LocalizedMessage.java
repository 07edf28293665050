package org.quanhe.crm.platform;

import java.util.List;

/**
 * A text still to be told in the reader's language.
 *
 * @param key stable key of {@link Texts}
 * @param args values for the placeholders {@code {0}}, {@code {1}}; an argument that is itself a LocalizedMessage is
 *     told in the same language
 */
public record LocalizedMessage(String key, List<Object> args) {
    public LocalizedMessage {
        args = List.copyOf(args);
    }

    public static LocalizedMessage of(String key, Object... args) {
        return new LocalizedMessage(key, List.of(args));
    }

    /** The text in that language. */
    public String in(Language language) {
        return Texts.in(language).text(this);
    }
}
