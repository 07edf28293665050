package org.quanhe.crm.search.analysis;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Letters without case, accents, strokes and width; the letters of Europe and Vietnam from a table. */
final class Letters {
    private static final int TABLE = 0x2000;
    private static final Pattern DROPPED = Pattern.compile("[\\p{Mn}\\p{Me}\\p{Cf}]+");

    /** Letters that Unicode does not take apart. */
    private static final Map<Character, String> STROKES = Map.ofEntries(
            Map.entry('đ', "d"),
            Map.entry('ð', "d"),
            Map.entry('ø', "o"),
            Map.entry('ł', "l"),
            Map.entry('ħ', "h"),
            Map.entry('ŧ', "t"),
            Map.entry('ı', "i"),
            Map.entry('ß', "ss"),
            Map.entry('æ', "ae"),
            Map.entry('œ', "oe"),
            Map.entry('þ', "th"));

    /** Grave, acute, tilde, hook above, dot below. */
    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

    private static final String[] FOLDED = new String[TABLE];
    private static final String[] APART = new String[TABLE];

    static {
        for (char c = 0; c < TABLE; c++) {
            APART[c] = computeApart(Character.toString(c)).intern();
            FOLDED[c] = computeFolded(APART[c]).intern();
        }
    }

    private Letters() {}

    static String folded(String word) {
        StringBuilder folded = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c >= TABLE) {
                return computeFolded(computeApart(word));
            }
            folded.append(FOLDED[c]);
        }
        return folded.toString();
    }

    /** In lower case with accents, but tone marks at the end: hoà and hòa are one word. */
    static String exact(String word) {
        StringBuilder letters = new StringBuilder(word.length() + 2);
        StringBuilder tones = new StringBuilder(1);
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            String apart = c < TABLE ? APART[c] : Character.toString(c);
            for (int j = 0; j < apart.length(); j++) {
                char part = apart.charAt(j);
                (TONES.indexOf(part) < 0 ? letters : tones).append(part);
            }
        }
        return letters.append(tones).toString();
    }

    private static String computeApart(String text) {
        return Normalizer.normalize(
                Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
    }

    private static String computeFolded(String apart) {
        String bare = DROPPED.matcher(apart).replaceAll("");
        StringBuilder folded = new StringBuilder(bare.length());
        for (int i = 0; i < bare.length(); i++) {
            folded.append(STROKES.getOrDefault(bare.charAt(i), bare.substring(i, i + 1)));
        }
        return folded.toString();
    }
}
