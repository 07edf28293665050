package org.quanhe.crm.search.lucene;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.search.analysis.LegalForms;
import org.quanhe.crm.search.analysis.Phones;
import org.quanhe.crm.search.analysis.Pinyin;
import org.quanhe.crm.search.analysis.Places;
import org.quanhe.crm.search.analysis.SinoVietnamese;
import org.quanhe.crm.search.analysis.Word;
import org.quanhe.crm.search.analysis.Words;

/** The terms of one document for the search box. All beginnings and tails are made here, once, not at every query. */
final class SearchTerms {
    /** Longer beginnings of words of a title are looked up as a range of whole words. */
    static final int LONGEST_TITLE_PREFIX = 8;

    /** The same for other fields, which have many more words: from here on a range has few of them. */
    static final int LONGEST_OTHER_PREFIX = 4;

    /** The same for short texts. */
    static final int LONGEST_SHORT_PREFIX = 3;

    /** Longer beginnings of numbers are found as inner parts. */
    static final int LONGEST_PHONE_PREFIX = 6;

    /** Shorter tails of mail names are not found. */
    static final int SHORTEST_MAIL_TAIL = 4;

    private static final String GLUE = "'’ʼ`-.";
    private static final int MOST_OF_A_WHOLE = 16;
    private static final int MOST_JOINED = 3;
    private static final int LONGEST_SYLLABLE = 7;
    private static final int MOST_WORDS = 5_000;
    private static final int LONGEST_WORD = 64;
    private static final int LONGEST_KEY = 200;

    private final Document document;
    private final Set<String> otherWords = new LinkedHashSet<>();
    private final Set<String> otherPairs = new LinkedHashSet<>();
    private final Set<String> otherWholes = new LinkedHashSet<>();
    private final Set<String> shortWords = new LinkedHashSet<>();
    private final Set<String> keys = new LinkedHashSet<>();
    private final Set<String> phoneTails = new LinkedHashSet<>();
    private final Set<String> phonePrefixes = new LinkedHashSet<>();
    private final Set<String> mails = new LinkedHashSet<>();
    private final Set<String> mailWords = new LinkedHashSet<>();
    private final Set<String> joined = new LinkedHashSet<>();
    private final Set<String> forms = new LinkedHashSet<>();
    private final Set<String> shortCounts = new LinkedHashSet<>();

    SearchTerms(Document document) {
        this.document = document;
    }

    void title(String title) {
        List<Word> words = Words.of(title, MOST_WORDS);
        Set<String> wholes = Wholes.terms(words);
        Set<String> exact = new LinkedHashSet<>();
        Set<String> prefixes = new LinkedHashSet<>();
        Set<String> pinyin = new LinkedHashSet<>();
        Set<String> sino = new LinkedHashSet<>();
        SinoVietnamese.pinyin(words).forEach(form -> sino.add(Fields.SOUND + form));
        List<Word> named = LegalForms.without(words);
        Iterator<Boolean> isForm = LegalForms.among(words).iterator();
        for (Word word : words) {
            if (isForm.next()) {
                forms.add(word.folded());
            } else if (word.cjk()) {
                CjkGrams.of(word.folded()).forEach(gram -> document.add(TermField.counted(Fields.TITLE_WORD, gram)));
                for (String form : Pinyin.forms(word.folded())) {
                    beginnings(form, LONGEST_TITLE_PREFIX, pinyin);
                    pinyin.add(form);
                }
                if (words.size() == 1) {
                    wholes.addAll(Pinyin.wholes(word.folded()));
                    wholes.add(Wholes.START + Pinyin.family(word.folded()));
                    wholes.add(Wholes.START + Pinyin.spokenFamily(word.folded()));
                    sino.addAll(SinoVietnamese.spoken(word.folded()));
                }
                for (char character : LegalForms.without(word.folded()).toCharArray()) {
                    sino.addAll(SinoVietnamese.readings(character));
                }
            } else {
                document.add(TermField.counted(Fields.TITLE_WORD, cut(word.folded())));
                exact.add(cut(word.exact()));
                beginnings(word.folded(), LONGEST_TITLE_PREFIX, prefixes);
            }
        }
        for (String word : glued(title, words)) {
            document.add(TermField.counted(Fields.TITLE_WORD, word));
            beginnings(word, LONGEST_TITLE_PREFIX, prefixes);
        }
        addAll(Fields.TITLE, wholes);
        addAll(Fields.TITLE_PAIR, WordPairs.words(named));
        addAll(Fields.TITLE_INITIALS, WordPairs.initials(named));
        addAll(Fields.TITLE_INITIALS, WordPairs.counts(named));
        addAll(Fields.TITLE_EXACT, exact);
        addAll(Fields.TITLE_PREFIX, prefixes);
        addAll(Fields.TITLE_PINYIN, pinyin);
        addAll(Fields.TITLE_SINO, sino);
    }

    /** A text of a field that is looked in. */
    void searched(FieldKind kind, String text) {
        switch (kind) {
            case PHONE, PHONES -> phone(text);
            case EMAIL, EMAILS -> mail(text);
            case ADDRESSES -> {
                List<Word> words = other(text);
                joined(text, words);
                Places.in(words).forEach(named -> named.place().names().forEach(this::place));
            }
            case TEXT -> {
                List<Word> words = other(text);
                if (words.size() <= MOST_OF_A_WHOLE) {
                    otherWholes.addAll(Wholes.terms(words));
                    List<Word> named = LegalForms.without(words);
                    named.stream().filter(word -> !word.cjk()).forEach(word -> shortWords.add(cut(word.folded())));
                    shortCounts.addAll(WordPairs.counts(named));
                }
            }
            default -> other(text);
        }
    }

    /** Names of places are written together as well: Hà Nội is Hanoi. */
    private void joined(String text, List<Word> words) {
        for (int from = 0; from < words.size(); from++) {
            StringBuilder one = new StringBuilder();
            int to = from;
            while (to < words.size()
                    && to - from < MOST_JOINED
                    && syllable(words.get(to))
                    && (to == from
                            || isBlank(
                                    text, words.get(to - 1).end(), words.get(to).start()))) {
                one.append(words.get(to).folded());
                if (to > from) {
                    joined.add(one.toString());
                }
                to++;
            }
        }
    }

    /** A name that the place in an address has as well. */
    private void place(String name) {
        List<Word> words = Words.of(name);
        if (words.get(0).cjk()) {
            otherWords.addAll(CjkGrams.of(name));
        } else if (words.size() == 1) {
            joined.add(name);
        } else {
            words.forEach(word -> otherWords.add(word.folded()));
            otherPairs.addAll(WordPairs.words(words));
            joined.add(name.replace(" ", ""));
        }
    }

    private static boolean isBlank(String text, int from, int to) {
        return to == from + 1 && Character.isWhitespace(text.charAt(from));
    }

    private static boolean syllable(Word word) {
        return !word.cjk()
                && word.folded().length() <= LONGEST_SYLLABLE
                && !Character.isDigit(word.folded().charAt(0));
    }

    private List<Word> other(String text) {
        List<Word> words = Words.of(text, MOST_WORDS);
        otherPairs.addAll(WordPairs.words(LegalForms.without(words)));
        otherWords.addAll(glued(text, words));
        Iterator<Boolean> isForm = LegalForms.among(words).iterator();
        for (Word word : words) {
            if (isForm.next()) {
                forms.add(word.folded());
            } else if (word.cjk()) {
                otherWords.addAll(CjkGrams.of(word.folded()));
            } else {
                otherWords.add(cut(word.folded()));
            }
        }
        return words;
    }

    void phone(String phone) {
        for (String form : Phones.forms(phone)) {
            keys.add(form);
            for (int from = 0; from + Phones.FEWEST_DIGITS <= form.length(); from++) {
                phoneTails.add(form.substring(from));
            }
            for (int to = Phones.FEWEST_DIGITS; to <= Math.min(form.length(), LONGEST_PHONE_PREFIX); to++) {
                phonePrefixes.add(form.substring(0, to));
            }
        }
    }

    void mail(String address) {
        String mail = address.strip().toLowerCase(Locale.ROOT);
        // not among the other words: nearly every address has words of its own, and ranges of words would grow long
        Words.of(mail).forEach(word -> mailWords.add(cut(word.folded())));
        key(mail);
        int sign = mail.indexOf('@');
        String name = cut(sign < 0 ? mail : mail.substring(0, sign));
        for (int from = 0; from + SHORTEST_MAIL_TAIL <= name.length(); from++) {
            mails.add(name.substring(from));
        }
        if (sign >= 0) {
            mails.add(cut(mail));
            mails.add(cut(mail.substring(sign)));
        }
    }

    void key(String key) {
        if (!key.isBlank() && key.length() <= LONGEST_KEY) {
            keys.add(key.strip().toLowerCase(Locale.ROOT));
        }
    }

    /** Adds what was gathered to the document. */
    void close() {
        Set<String> prefixes = new LinkedHashSet<>();
        for (String word : otherWords) {
            document.add(TermField.of(Fields.OTHER_WORD, word));
            if (!Character.isIdeographic(word.codePointAt(0))) {
                beginnings(word, LONGEST_OTHER_PREFIX, prefixes);
            }
        }
        addAll(Fields.OTHER_PREFIX, prefixes);
        addAll(Fields.OTHER_PAIR, otherPairs);
        addAll(Fields.OTHER_WHOLE, otherWholes);
        Set<String> shortPrefixes = new LinkedHashSet<>();
        shortWords.forEach(word -> beginnings(word, LONGEST_SHORT_PREFIX, shortPrefixes));
        addAll(Fields.SHORT_WORD, shortWords);
        addAll(Fields.SHORT_PREFIX, shortPrefixes);
        addAll(Fields.SHORT_PREFIX, shortCounts);
        addAll(Fields.KEYS, keys);
        addAll(Fields.PHONE_TAIL, phoneTails);
        addAll(Fields.PHONE_PREFIX, phonePrefixes);
        addAll(Fields.MAIL, mails);
        addAll(Fields.MAIL_WORD, mailWords);
        addAll(Fields.OTHER_JOINED, joined);
        addAll(Fields.OTHER_FORM, forms);
    }

    private void addAll(String field, Set<String> terms) {
        terms.forEach(term -> document.add(TermField.of(field, term)));
    }

    /** Words with nothing but a sign between, as one: O'Connor is oconnor as well. */
    private static Set<String> glued(String text, List<Word> words) {
        Set<String> glued = new LinkedHashSet<>();
        for (int i = 0; i + 1 < words.size(); i++) {
            Word left = words.get(i);
            Word right = words.get(i + 1);
            boolean sign = right.start() == left.end() + 1 && GLUE.indexOf(text.charAt(left.end())) >= 0;
            if (sign && !left.cjk() && !right.cjk() && !left.digits() && !right.digits()) {
                glued.add(cut(left.folded() + right.folded()));
            }
        }
        return glued;
    }

    private static void beginnings(String word, int longest, Set<String> into) {
        for (int to = 1; to <= Math.min(word.length(), longest); to++) {
            into.add(word.substring(0, to));
        }
    }

    private static String cut(String word) {
        return word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word;
    }
}
