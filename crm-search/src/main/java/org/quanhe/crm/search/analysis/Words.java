package org.quanhe.crm.search.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits texts into words and folds them, the same way for index, query and highlighting.
 *
 * <p>Not Lucene's ICU chain: its folding data is bound to one version of ICU, its tokenizer reads dictionaries that
 * names do not need, and neither gives offsets in the original spelling below the word.
 */
public final class Words {
    private Words() {}

    /** All words of a text. */
    public static List<Word> of(String text) {
        return of(text, Integer.MAX_VALUE);
    }

    /** The first words of a text. */
    public static List<Word> of(String text, int most) {
        List<Word> words = new ArrayList<>();
        int at = 0;
        int length = text.length();
        while (at < length && words.size() < most) {
            int start = at;
            int c = text.codePointAt(at);
            if (cjk(c)) {
                at = endOfCjk(text, at);
                String simplified = Scripts.simplified(text.substring(start, at));
                words.add(new Word(simplified, simplified, start, at, true));
            } else if (Character.isLetterOrDigit(c)) {
                at = endOfWord(text, at);
                add(words, text, start, at);
            } else {
                at += Character.charCount(c);
            }
        }
        return words;
    }

    private static void add(List<Word> words, String text, int start, int end) {
        String raw = text.substring(start, end);
        if (ascii(raw)) {
            String lower = raw.toLowerCase(Locale.ROOT);
            words.add(new Word(lower, lower, start, end, false));
            return;
        }
        String folded = Letters.folded(raw);
        if (!folded.isEmpty()) {
            words.add(new Word(folded, Letters.exact(raw), start, end, false));
        }
    }

    /** Where in the text the first so many folded chars of a word end; marks stay with their letter. */
    public static int endOfPrefix(String text, Word word, int folded) {
        if (folded >= word.folded().length()) {
            return word.end();
        }
        StringBuilder before = new StringBuilder();
        int at = word.start();
        while (at < word.end() && (before.length() < folded || !Character.isLetterOrDigit(text.codePointAt(at)))) {
            int next = at + Character.charCount(text.codePointAt(at));
            before.append(Letters.folded(text.substring(at, next)));
            at = next;
        }
        return at;
    }

    /** True for characters that are written without blanks between words. */
    static boolean cjk(int c) {
        if (c < 0x2E80) {
            return false;
        }
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        };
    }

    private static int endOfCjk(String text, int from) {
        int at = from;
        while (at < text.length() && cjk(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private static int endOfWord(String text, int from) {
        int at = from;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (c < 128 ? !asciiLetterOrDigit(c) : !inside(c) || cjk(c)) {
                break;
            }
            at += Character.charCount(c);
        }
        return at;
    }

    private static boolean asciiLetterOrDigit(int c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z';
    }

    /** Marks and invisible format characters belong to the word they stand in. */
    private static boolean inside(int c) {
        return Character.isLetterOrDigit(c)
                || switch (Character.getType(c)) {
                    case Character.NON_SPACING_MARK,
                            Character.COMBINING_SPACING_MARK,
                            Character.ENCLOSING_MARK,
                            Character.FORMAT -> true;
                    default -> false;
                };
    }

    private static boolean ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }
}
