package org.quanhe.crm.search.bench;

import java.util.Set;

/** When words that were typed are those of a text. Each typed word takes a word of the text for itself. */
final class Rules {
    private Rules() {}

    /** Every typed word is a word of the text, in any order. */
    static boolean allWords(String[] typed, String[] text) {
        return fit(typed, text, 0, 0, 0, 0);
    }

    /** Every typed word is the beginning of a word of the text, in any order. */
    static boolean allBeginnings(String[] typed, String[] text) {
        return fit(typed, text, 0, 0, typed.length, 0);
    }

    /** Whole words, but for the last typed one, which is a beginning. */
    static boolean lastBeginning(String[] typed, String[] text) {
        return fit(typed, text, 0, 0, typed.length, typed.length - 1);
    }

    /** Every typed word is a word of the text, but for one at most that is a slip away from it. */
    static boolean oneSlip(String[] typed, String[] text) {
        if (allWords(typed, text)) {
            return true;
        }
        for (int slipped = 0; slipped < typed.length; slipped++) {
            for (String meant : text) {
                if (Slip.apart(typed[slipped], meant)) {
                    String[] mended = typed.clone();
                    mended[slipped] = meant;
                    if (allWords(mended, text)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Every typed word is in one of the sets; Chinese may be part of a word. */
    @SafeVarargs
    static boolean everyWordIn(String[] typed, Set<String>... texts) {
        for (String word : typed) {
            boolean found = false;
            for (Set<String> text : texts) {
                found |= text.contains(word) || Character.isIdeographic(word.charAt(0)) && inside(word, text);
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    private static boolean inside(String word, Set<String> text) {
        return text.stream().anyMatch(w -> w.contains(word));
    }

    /** Typed words from {@code firstBeginning} on need only begin; the bits of {@code taken} are words of the text. */
    private static boolean fit(String[] typed, String[] text, int at, int taken, int length, int firstBeginning) {
        if (at == typed.length) {
            return true;
        }
        boolean beginning = length > 0 && at >= firstBeginning;
        for (int i = 0; i < text.length; i++) {
            if ((taken & 1 << i) == 0
                    && (beginning ? text[i].startsWith(typed[at]) : text[i].equals(typed[at]))
                    && fit(typed, text, at + 1, taken | 1 << i, length, firstBeginning)) {
                return true;
            }
        }
        return false;
    }
}
