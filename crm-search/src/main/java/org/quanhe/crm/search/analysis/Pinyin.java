package org.quanhe.crm.search.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Readings of Chinese characters without tones, from pinyin4j's table. */
public final class Pinyin {
    /** Names are short; of longer runs only the beginning is read as one. */
    private static final int MOST_CHARACTERS = 8;

    private static final int MOST_READINGS = 12;

    private static final String[] NONE = {};
    private static final String[][] READINGS = table();

    private Pinyin() {}

    /** All readings of a character, the usual one first; none if it has none. */
    static String[] readings(char character) {
        String @Nullable [] readings = READINGS[character];
        return readings == null ? NONE : readings;
    }

    /**
     * What somebody may type for a name in characters: 张卫 gives zhang, wei, zhangwei, weizhang, zw, wz. Characters with
     * several readings give several forms.
     */
    public static Set<String> forms(String characters) {
        Set<String> forms = new LinkedHashSet<>();
        for (char c : characters.toCharArray()) {
            forms.addAll(List.of(readings(c)));
        }
        List<List<String>> spoken = spoken(characters);
        for (List<String> syllables : spoken) {
            add(forms, syllables);
        }
        return forms;
    }

    /** The whole name as one types it, in either order of family and given name, and its initials. */
    public static Set<String> wholes(String characters) {
        Set<String> wholes = new LinkedHashSet<>();
        for (List<String> syllables : spoken(characters)) {
            int count = syllables.size();
            if (count >= 2) {
                wholes.add(String.join("", syllables));
                wholes.add(initials(syllables));
                for (int family = 1; count <= 4 && family <= Math.min(2, count - 1); family++) {
                    wholes.add(String.join("", turned(syllables, family)));
                }
            }
        }
        return wholes;
    }

    /** The first letter of the usual reading of each character. */
    public static List<String> initials(String characters) {
        List<String> letters = new ArrayList<>();
        for (char c : characters.toCharArray()) {
            if (readings(c).length > 0) {
                letters.add(readings(c)[0].substring(0, 1));
            }
        }
        return letters;
    }

    private static List<String> turned(List<String> syllables, int family) {
        List<String> turned = new ArrayList<>(syllables.subList(family, syllables.size()));
        turned.addAll(syllables.subList(0, family));
        return turned;
    }

    private static void add(Set<String> forms, List<String> syllables) {
        int count = syllables.size();
        if (count < 2) {
            return;
        }
        forms.add(String.join("", syllables));
        forms.add(initials(syllables));
        if (count > 4) {
            return;
        }
        // family names have one character or two; people type the given name first as well, or alone
        for (int family = 1; family <= Math.min(2, count - 1); family++) {
            List<String> turned = turned(syllables, family);
            forms.add(String.join("", syllables.subList(family, count)));
            forms.add(String.join("", turned));
            forms.add(initials(turned));
        }
    }

    private static String initials(List<String> syllables) {
        StringBuilder initials = new StringBuilder(syllables.size());
        syllables.forEach(syllable -> initials.append(syllable.charAt(0)));
        return initials.toString();
    }

    private static List<List<String>> spoken(String characters) {
        List<List<String>> all = new ArrayList<>(List.of(List.of()));
        int read = 0;
        for (char c : characters.toCharArray()) {
            String[] readings = readings(c);
            if (readings.length == 0 || ++read > MOST_CHARACTERS) {
                continue;
            }
            List<List<String>> longer = new ArrayList<>();
            for (String reading : readings) {
                for (List<String> before : all) {
                    if (longer.size() < MOST_READINGS) {
                        List<String> one = new ArrayList<>(before);
                        one.add(reading);
                        longer.add(one);
                    }
                }
            }
            all = longer;
        }
        return all;
    }

    private static String[][] table() {
        String[][] table = new String[Character.MAX_VALUE + 1][];
        for (String line : Tables.lines("/pinyindb/unicode_to_hanyu_pinyin.txt")) {
            // "4E01 (ding1,zheng1)"
            int open = line.indexOf('(');
            int close = line.indexOf(')');
            int code = open < 1
                    ? Integer.MAX_VALUE
                    : Integer.parseInt(line.substring(0, open).strip(), 16);
            if (code > Character.MAX_VALUE || close < open || line.contains("none")) {
                continue;
            }
            Set<String> readings = new LinkedHashSet<>();
            for (String reading : line.substring(open + 1, close).split(",")) {
                readings.add(reading.replaceAll("[0-9]", "").replace("u:", "v").intern());
            }
            table[code] = readings.toArray(NONE);
        }
        return table;
    }
}
