package org.quanhe.crm.search.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.quanhe.crm.search.analysis.LegalForms;
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
    private static final Pattern SIGN = Pattern.compile("@|[\\p{Alnum}][._-][\\p{Alnum}]");

    /**
     * Something typed between blanks.
     *
     * @param mail in lower case if it holds a sign as addresses have them, else empty
     * @param words its words
     * @param form true if it is a legal form of companies, or part of one
     * @param optional true if a record is meant as well that has none of it
     */
    record Part(String mail, List<Word> words, boolean form, boolean optional) {}

    static TypedText of(String typed) {
        String text = (typed.length() > MOST_CHARS ? typed.substring(0, MOST_CHARS) : typed).strip();
        List<Part> parts = new ArrayList<>();
        List<Word> all = new ArrayList<>();
        for (String piece : text.split("[\\s\u00a0\u3000]+")) {
            List<Word> words = Words.of(piece, MOST_WORDS - all.size());
            if (!words.isEmpty()) {
                parts.add(new Part(
                        SIGN.matcher(piece).find() ? piece.toLowerCase(Locale.ROOT) : "", words, false, false));
                all.addAll(words);
            }
            if (all.size() >= MOST_WORDS) {
                break;
            }
        }
        return new TypedText(
                text.isEmpty(),
                marked(parts, LegalForms.recognised(all)),
                Phones.looksLikeOne(text) ? Phones.digits(text) : "",
                text.toLowerCase(Locale.ROOT),
                Wholes.of(all));
    }

    /** Who types the legal form of a company means the one that is written with another as well. */
    private static List<Part> marked(List<Part> parts, List<Boolean> form) {
        List<Part> marked = new ArrayList<>();
        int at = 0;
        for (Part part : parts) {
            int end = at + part.words().size();
            boolean all = !form.subList(at, end).contains(false);
            marked.add(new Part(part.mail(), part.words(), all, all && form.contains(false)));
            at = end;
        }
        return marked;
    }

    /** The parts with two neighbours in one, for each two: some write together what others write apart. */
    List<List<Part>> joined() {
        List<List<Part>> all = new ArrayList<>();
        for (int i = 0; i + 1 < parts.size(); i++) {
            List<Word> left = parts.get(i).words();
            List<Word> right = parts.get(i + 1).words();
            if (left.size() == 1
                    && right.size() == 1
                    && !left.get(0).cjk()
                    && !right.get(0).cjk()) {
                List<Part> joined = new ArrayList<>(parts);
                joined.remove(i);
                joined.set(i, new Part("", List.of(left.get(0).with(right.get(0))), false, false));
                all.add(joined);
            }
        }
        return all;
    }

    /** The words that a record must have. */
    List<Word> needed() {
        return parts.stream()
                .filter(part -> !part.optional())
                .flatMap(part -> part.words().stream())
                .toList();
    }

    List<Word> words() {
        return parts.stream().flatMap(part -> part.words().stream()).toList();
    }
}
