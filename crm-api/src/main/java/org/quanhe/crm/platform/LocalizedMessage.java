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
    /** Key of messages whose arguments are the text itself, one for each language. */
    static final String NAMED = "";

    public LocalizedMessage {
        args = List.copyOf(args);
    }

    public static LocalizedMessage of(String key, Object... args) {
        return new LocalizedMessage(key, List.of(args));
    }

    /** A name that was given in each language, in the order of {@link Language}; it is told as it stands. */
    public static LocalizedMessage named(List<String> byLanguage) {
        if (byLanguage.size() != Language.values().length) {
            throw new IllegalArgumentException("a name in each language is wanted, found " + byLanguage);
        }
        return new LocalizedMessage(NAMED, List.copyOf(byLanguage));
    }

    /** The text in that language. */
    public String in(Language language) {
        return Texts.in(language).text(this);
    }
}
