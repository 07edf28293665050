package org.quanhe.crm.search.bench;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * When two spellings count as the same. Written apart from the engine's analysis on purpose: labels must not depend on
 * what they judge.
 */
final class Fold {
    /** Grave, acute, tilde, hook above, dot below. */
    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

    private static final String STROKES = "đðøłħŧı";
    private static final String BARE = "ddolhti";

    private Fold() {}

    /** Lower case without accents and width, đ as d, ß as ss, Chinese in simplified characters. */
    static String text(String text) {
        String apart = apart(text);
        StringBuilder folded = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            int stroke = STROKES.indexOf(c);
            if (stroke >= 0) {
                folded.append(BARE.charAt(stroke));
            } else if (c == 'ß') {
                folded.append("ss");
            } else if (c == 'æ') {
                folded.append("ae");
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                folded.append(c);
            }
        }
        return Vocabulary.simplified(folded.toString());
    }

    /** The folded words of a text; a run of Chinese is one word. */
    static String[] words(String text) {
        List<String> words = split(text(text), false);
        return words.toArray(String[]::new);
    }

    /** Its words in lower case with all accents; where in a word the tone mark stands makes no difference. */
    static String[] exact(String text) {
        List<String> words = new ArrayList<>();
        for (String word : split(apart(text), true)) {
            StringBuilder letters = new StringBuilder();
            StringBuilder tones = new StringBuilder();
            for (int i = 0; i < word.length(); i++) {
                (TONES.indexOf(word.charAt(i)) < 0 ? letters : tones).append(word.charAt(i));
            }
            words.add(letters.append(tones).toString());
        }
        return words.toArray(String[]::new);
    }

    /** Letters a to z and digits alone, for addresses of mail. */
    static String plain(String text) {
        return text(text).replaceAll("[^a-z0-9]", "");
    }

    static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }

    static boolean cjk(String text) {
        return text.chars().anyMatch(Character::isIdeographic);
    }

    private static String apart(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    }

    private static List<String> split(String text, boolean marks) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && inside(text.charAt(i), marks);
            boolean turns = inside
                    && start >= 0
                    && Character.isIdeographic(text.charAt(i)) != Character.isIdeographic(text.charAt(i - 1));
            if (start >= 0 && (!inside || turns)) {
                words.add(text.substring(start, i));
                start = -1;
            }
            if (inside && start < 0) {
                start = i;
            }
        }
        return words;
    }

    private static boolean inside(char c, boolean marks) {
        return Character.isLetterOrDigit(c) || marks && Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
