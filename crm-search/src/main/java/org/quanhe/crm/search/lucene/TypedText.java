package org.quanhe.crm.search.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.search.analysis.LegalForms;
import org.quanhe.crm.search.analysis.Phones;
import org.quanhe.crm.search.analysis.Places;
import org.quanhe.crm.search.analysis.Salutations;
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

    /** "Mr.Wright" is typed without a blank as well. */
    private static final Pattern TITLE_BEFORE_NAME = Pattern.compile("(?iu)^(mr|mrs|ms|dr)\\.(?=\\p{L})");

    /** Whether a record must have what was typed. */
    enum Need {
        /** It must. */
        MUST,
        /** It must if enough records have it: it may be what somebody is called, or the word before a street. */
        SHOULD,
        /** A record is meant as well that has none of it. */
        MAY
    }

    /**
     * Something typed between blanks.
     *
     * @param mail in lower case if it holds a sign as addresses have them, else empty
     * @param words its words
     * @param form true if it is a legal form of companies, or part of one
     * @param need whether a record must have it
     * @param called whom it calls, if it is characters with a form of address: 王 for 王先生
     */
    record Part(
            String mail,
            List<Word> words,
            boolean form,
            Need need,
            @Nullable Word called) {
        boolean optional() {
            return need == Need.MAY;
        }

        private Part with(Need other) {
            return new Part(mail, words, form, other, called);
        }

        private boolean inCharacters() {
            return words.size() == 1 && words.get(0).cjk();
        }

        /** With whom a nickname calls, which may be a name as well. */
        private Part familiar() {
            return called != null || !inCharacters()
                    ? this
                    : new Part(
                            mail,
                            words,
                            form,
                            need,
                            Salutations.familiar(words.get(0)).orElse(null));
        }

        /** Its words, or whom they call. */
        private List<Word> meant() {
            return called == null ? words : List.of(called);
        }
    }

    static TypedText of(String typed) {
        String text = (typed.length() > MOST_CHARS ? typed.substring(0, MOST_CHARS) : typed).strip();
        List<Part> parts = new ArrayList<>();
        List<Word> all = new ArrayList<>();
        String apart = TITLE_BEFORE_NAME.matcher(text).replaceFirst("$1 ");
        for (String piece : apart.split("[\\s\u00a0\u3000]+")) {
            List<Word> words = Words.of(piece, MOST_WORDS - all.size());
            if (!words.isEmpty()) {
                String mail = SIGN.matcher(piece).find() ? piece.toLowerCase(Locale.ROOT) : "";
                parts.add(new Part(mail, words, false, Need.MUST, called(words)));
                all.addAll(words);
            }
            if (all.size() >= MOST_WORDS) {
                break;
            }
        }
        return new TypedText(
                text.isEmpty(),
                marked(parts, all),
                Phones.looksLikeOne(text) ? Phones.digits(text) : "",
                text.toLowerCase(Locale.ROOT),
                Wholes.of(all));
    }

    private static @Nullable Word called(List<Word> words) {
        return words.size() == 1 && words.get(0).cjk()
                ? Salutations.named(words.get(0)).orElse(null)
                : null;
    }

    /** What is no name need not be there, as far as anything else was typed. */
    private static List<Part> marked(List<Part> parts, List<Word> all) {
        List<Boolean> form = LegalForms.recognised(all);
        List<Part> marked = new ArrayList<>();
        int at = 0;
        for (Part part : parts) {
            int end = at + part.words().size();
            boolean isForm = !form.subList(at, end).contains(false);
            Need need = isForm ? Need.MAY : end - at == 1 ? need(all, at) : Need.MUST;
            marked.add(new Part(part.mail(), part.words(), isForm, need, part.called()));
            at = end;
        }
        return somethingNeeded(marked);
    }

    /** A form of address alone may be a name after all, and a legal form alone is all there is. */
    private static List<Part> somethingNeeded(List<Part> parts) {
        List<Predicate<Part>> weakest = List.of(
                part -> part.need() == Need.MUST,
                part -> part.need() == Need.SHOULD,
                part -> !part.form(),
                part -> true);
        Predicate<Part> needed = weakest.stream()
                .filter(one -> parts.stream().anyMatch(one))
                .findFirst()
                .orElse(part -> true);
        return parts.stream()
                .map(part -> needed.test(part) ? part.with(Need.MUST) : part)
                .toList();
    }

    private static Need need(List<Word> all, int at) {
        if (Salutations.surely(all, at)) {
            return Need.MAY;
        }
        return Salutations.perhaps(all, at) || Places.spared(all, at) ? Need.SHOULD : Need.MUST;
    }

    /** The same, where too little was found: what may be a form of address, or the word before a street, is spared. */
    TypedText spared() {
        List<Part> spared = parts.stream()
                .map(part -> part.need() == Need.SHOULD ? part.with(Need.MAY) : part.familiar())
                .toList();
        return spared.equals(parts) ? this : new TypedText(blank, spared, phone, key, whole);
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
                joined.set(i, new Part("", List.of(left.get(0).with(right.get(0))), false, Need.MUST, null));
                all.add(joined);
            }
        }
        return all;
    }

    /** The words that a record must have, of forms of address whom they call. */
    List<Word> needed() {
        return words(part -> !part.optional());
    }

    /** The words without forms of address and such; legal forms stay. */
    List<Word> named() {
        return words(part -> !part.optional() || part.form());
    }

    private List<Word> words(Predicate<Part> wanted) {
        return parts.stream()
                .filter(wanted)
                .flatMap(part -> part.meant().stream())
                .toList();
    }

    /** Everything that was typed. */
    List<Word> words() {
        return parts.stream().flatMap(part -> part.words().stream()).toList();
    }
}
