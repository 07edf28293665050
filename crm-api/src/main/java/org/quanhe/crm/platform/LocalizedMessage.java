package org.quanhe.crm.platform;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

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

    /** A text that somebody wrote: it is told as it stands, in each language. */
    public static LocalizedMessage verbatim(String text) {
        return named(Collections.nCopies(Language.values().length, text));
    }

    /** The text where it is the same in each language, as with {@link #verbatim}. */
    public Optional<String> asWritten() {
        return key.equals(NAMED) && Collections.frequency(args, args.get(0)) == args.size()
                ? Optional.of(args.get(0).toString())
                : Optional.empty();
    }

    /** The text in that language. */
    public String in(Language language) {
        return Texts.in(language).text(this);
    }
}
