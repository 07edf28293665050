package org.quanhe.crm.search.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.quanhe.crm.search.analysis.Phones;
import org.quanhe.crm.search.analysis.Word;
import org.quanhe.crm.search.analysis.Words;

/**
 * What somebody typed, recognised.
 *
 * @param blank nothing was typed
 * @param parts its parts between blanks
 * @param phone its digits if all of it is written like a phone number, else empty
 * @param key all of it in lower case, as keys are held
 * @param whole its folded words, as whole titles are held
 */
record TypedText(boolean blank, List<Part> parts, String phone, String key, String whole) {
    /** Nobody types more; what is pasted is cut here. */
    private static final int MOST_CHARS = 300;

    private static final int MOST_WORDS = 12;

    /**
     * Something typed between blanks.
     *
     * @param mail in lower case if it holds an at sign, else empty
     * @param words its words
     */
    record Part(String mail, List<Word> words) {}

    static TypedText of(String typed) {
        String text = (typed.length() > MOST_CHARS ? typed.substring(0, MOST_CHARS) : typed).strip();
        List<Part> parts = new ArrayList<>();
        List<Word> all = new ArrayList<>();
        for (String piece : text.split("[\\s\u00a0\u3000]+")) {
            List<Word> words = Words.of(piece, MOST_WORDS - all.size());
            if (!words.isEmpty()) {
                parts.add(new Part(piece.indexOf('@') >= 0 ? piece.toLowerCase(Locale.ROOT) : "", words));
                all.addAll(words);
            }
            if (all.size() >= MOST_WORDS) {
                break;
            }
        }
        return new TypedText(
                text.isEmpty(),
                parts,
                Phones.looksLikeOne(text) ? Phones.digits(text) : "",
                text.toLowerCase(Locale.ROOT),
                SearchTerms.whole(all));
    }

    List<Word> words() {
        return parts.stream().flatMap(part -> part.words().stream()).toList();
    }
}
