package org.quanhe.crm.search.bench;

import java.text.Normalizer;

/** The two ways of placing a tone mark in Vietnamese: hoà, thuý in one, hòa, thúy in the other. */
final class TonePlace {
    private static final String[] LATER = {
        "oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"
    };
    private static final String[] EARLIER = {
        "òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"
    };

    private TonePlace() {}

    /** The same text with tone marks on the first vowel: hòa, thúy. */
    static String earlier(String text) {
        return moved(text, LATER, EARLIER);
    }

    /** The same text in the other way than it is in; unchanged if no word of it can be written in two. */
    static String other(String text) {
        String earlier = earlier(text);
        return earlier.equals(Normalizer.normalize(text, Normalizer.Form.NFC)) ? moved(text, EARLIER, LATER) : earlier;
    }

    private static String moved(String text, String[] from, String[] to) {
        StringBuilder moved = new StringBuilder();
        for (String word : Normalizer.normalize(text, Normalizer.Form.NFC).split("(?<= )")) {
            moved.append(movedWord(word, from, to));
        }
        return moved.toString();
    }

    /** Only in open syllables; the u of qu belongs to the consonant. */
    private static String movedWord(String word, String[] from, String[] to) {
        String bare = word.stripTrailing();
        for (int i = 0; i < from.length; i++) {
            if (bare.endsWith(from[i])
                    && !bare.toLowerCase(java.util.Locale.ROOT).startsWith("qu")) {
                return bare.substring(0, bare.length() - 2) + to[i] + word.substring(bare.length());
            }
        }
        return word;
    }
}
