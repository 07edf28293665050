package org.quanhe.crm.search.analysis;

import java.util.Map;
import java.util.stream.IntStream;

/** Chinese characters in simplified form, one for one, so that positions in the text stay. From opencc4j's table. */
final class Scripts {
    /** Characters of Taiwan and Hong Kong that the table keeps, because in some words they are others. */
    private static final Map<Character, Character> VARIANTS =
            Map.of('覆', '复', '著', '着', '乾', '干', '瞭', '了', '藉', '借', '衹', '只', '妳', '你');

    private static final char[] SIMPLIFIED = table();

    private Scripts() {}

    static String simplified(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = SIMPLIFIED[chars[i]];
        }
        return new String(chars);
    }

    private static char[] table() {
        char[] table = new char[Character.MAX_VALUE + 1];
        IntStream.rangeClosed(0, Character.MAX_VALUE).forEach(c -> table[c] = (char) c);
        Tables.lines("/data/dictionary/TSCharacters.txt").forEach(line -> {
            // "traditional TAB simplified [other simplified …]"; the first is the usual one
            String[] pair = line.split("[\t ]");
            if (pair.length > 1 && pair[0].length() == 1 && pair[1].length() == 1) {
                table[pair[0].charAt(0)] = pair[1].charAt(0);
            }
        });
        VARIANTS.forEach((variant, usual) -> table[variant] = usual);
        return table;
    }
}
