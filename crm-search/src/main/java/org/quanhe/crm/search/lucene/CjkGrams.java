package org.quanhe.crm.search.lucene;

import java.util.LinkedHashSet;
import java.util.Set;

/** Characters and pairs of characters of a run of Chinese, so that every part of it is found. */
final class CjkGrams {
    private CjkGrams() {}

    /** For the index: 陈小明 gives 陈, 陈小, 小, 小明, 明. */
    static Set<String> of(String run) {
        int[] characters = run.codePoints().toArray();
        Set<String> grams = new LinkedHashSet<>();
        for (int i = 0; i < characters.length; i++) {
            grams.add(Character.toString(characters[i]));
            if (i + 1 < characters.length) {
                grams.add(pair(characters, i));
            }
        }
        return grams;
    }

    /** For a query: pairs, or the one character. */
    static Set<String> wanted(String run) {
        int[] characters = run.codePoints().toArray();
        Set<String> grams = new LinkedHashSet<>();
        for (int i = 0; i + 1 < characters.length; i++) {
            grams.add(pair(characters, i));
        }
        return grams.isEmpty() ? Set.of(run) : grams;
    }

    private static String pair(int[] characters, int at) {
        return new String(characters, at, 2);
    }
}
