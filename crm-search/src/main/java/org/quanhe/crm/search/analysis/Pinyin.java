package org.quanhe.crm.search.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Readings of Chinese characters without tones, from pinyin4j's table. */
public final class Pinyin {
    /** Names are short; of longer runs only the beginning is read as one. */
    private static final int MOST_CHARACTERS = 8;

    private static final int MOST_READINGS = 12;
    static final int LONGEST_NAME = 4;

    /** Family names of two characters, simplified. */
    private static final Set<String> FAMILIES_OF_TWO = Set.of(
            "欧阳", "司马", "上官", "诸葛", "东方", "夏侯", "皇甫", "尉迟", "公孙", "令狐", "慕容", "宇文", "长孙", "司徒", "司空", "端木", "南宫", "西门",
            "独孤", "轩辕", "百里", "东郭", "澹台", "公冶", "钟离", "淳于", "单于", "申屠", "仲孙", "太叔", "赫连", "闻人", "濮阳", "呼延");

    private static final String[] NONE = {};
    private static final String[][] READINGS = table();

    /** As a family name and in a given name, by character. */
    private static final Map<Character, String[]> IN_NAMES = inNames();

    private Pinyin() {}

    /** The family name of a name in characters. */
    public static String family(String characters) {
        boolean two = characters.length() > 2 && FAMILIES_OF_TWO.contains(characters.substring(0, 2));
        return characters.substring(0, Math.min(two ? 2 : 1, characters.length()));
    }

    /** The family name of a name in characters, as it is usually read. */
    public static String spokenFamily(String characters) {
        return String.join("", usual(family(characters)));
    }

    /** All readings of a character; none if it has none. */
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
            add(forms, syllables, families(characters, syllables.size()));
        }
        return forms;
    }

    /** The whole name as it is usually read, and its initials, in either order of family and given name. */
    public static Set<String> wholes(String characters) {
        Set<String> wholes = new LinkedHashSet<>();
        for (List<String> order : orders(characters)) {
            wholes.add(String.join("", order));
            wholes.add(initials(order));
        }
        return wholes;
    }

    /** The whole name as it is usually read, in either order of family and given name; none of a single character. */
    public static Set<String> names(String characters) {
        Set<String> names = new LinkedHashSet<>();
        orders(characters).forEach(order -> names.add(String.join("", order)));
        return names;
    }

    private static List<List<String>> orders(String characters) {
        List<List<String>> orders = new ArrayList<>();
        List<String> syllables = usual(characters);
        if (syllables.size() >= 2) {
            orders.add(syllables);
            families(characters, syllables.size()).forEach(family -> orders.add(turned(syllables, family)));
        }
        return orders;
    }

    /** The first letter of the usual reading of each character. */
    public static List<String> initials(String characters) {
        return usual(characters).stream()
                .map(syllable -> syllable.substring(0, 1))
                .toList();
    }

    /** How the characters are read as a name: 曾 is zeng and not ceng, 单 is shan before a given name and dan in one. */
    private static List<String> usual(String characters) {
        List<String> syllables = new ArrayList<>();
        for (int i = 0; i < characters.length() && syllables.size() < MOST_CHARACTERS; i++) {
            char c = characters.charAt(i);
            String[] inNames = IN_NAMES.get(c);
            if (inNames != null) {
                syllables.add(inNames[i == 0 ? 0 : 1]);
            } else if (readings(c).length > 0) {
                syllables.add(readings(c)[0]);
            }
        }
        return syllables;
    }

    private static List<String> turned(List<String> syllables, int family) {
        List<String> turned = new ArrayList<>(syllables.subList(family, syllables.size()));
        turned.addAll(syllables.subList(0, family));
        return turned;
    }

    private static void add(Set<String> forms, List<String> syllables, List<Integer> families) {
        int count = syllables.size();
        if (count < 2) {
            return;
        }
        forms.add(String.join("", syllables));
        forms.add(initials(syllables));
        // people type the given name first as well, or alone
        for (int family : families) {
            List<String> turned = turned(syllables, family);
            forms.add(String.join("", syllables.subList(family, count)));
            forms.add(String.join("", turned));
            forms.add(initials(turned));
        }
    }

    /** How many syllables the family name may have; none of what is no name of a person. */
    private static List<Integer> families(String characters, int syllables) {
        if (syllables < 2 || syllables > LONGEST_NAME) {
            return List.of();
        }
        boolean two = syllables > 2 && FAMILIES_OF_TWO.contains(characters.substring(0, 2));
        if (two) {
            return List.of(2);
        }
        return syllables == LONGEST_NAME ? List.of(1, 2) : List.of(1);
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

    private static Map<Character, String[]> inNames() {
        Map<Character, String[]> readings = new HashMap<>();
        for (String line : Tables.lines("/org/quanhe/crm/search/analysis/name-readings.txt")) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split("\t");
                readings.put(parts[0].charAt(0), new String[] {parts[1], parts[2]});
            }
        }
        return readings;
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
