package org.quanhe.crm.search.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Vietnamese readings of Chinese characters, and back, for family names and common given names: 阮氏英 is Nguyễn Thị Anh.
 * The table is ours: libraries that have one are made for dictionaries and read characters that no name has.
 */
public final class SinoVietnamese {
    /** Of a syllable that several characters have, so many are taken. */
    private static final int MOST_CHARACTERS = 2;

    private static final int MOST_FORMS = 12;

    /** Names of persons; longer titles are no names. */
    private static final int MOST_SYLLABLES = 4;

    private static final Map<Character, Set<String>> READINGS = new HashMap<>();
    private static final Map<String, String> BY_EXACT = new HashMap<>();
    private static final Map<String, String> BY_FOLDED = new HashMap<>();

    static {
        for (String line : Tables.lines("/org/quanhe/crm/search/analysis/sino-vietnamese.txt")) {
            int tab = line.indexOf('\t');
            if (tab > 0 && line.charAt(0) != '#') {
                String reading = line.substring(0, tab);
                String characters = line.substring(tab + 1);
                BY_EXACT.merge(Letters.exact(reading), characters, String::concat);
                BY_FOLDED.merge(Letters.folded(reading), characters, String::concat);
                for (char character : characters.toCharArray()) {
                    READINGS.computeIfAbsent(character, c -> new LinkedHashSet<>())
                            .add(Letters.folded(reading));
                }
            }
        }
    }

    private SinoVietnamese() {}

    /** Readings of a simplified character without accents; none if the table has none. */
    public static Set<String> readings(char character) {
        return READINGS.getOrDefault(character, Set.of());
    }

    /**
     * How the characters of a Vietnamese name sound in Chinese, as one types them: Nguyễn Thị Anh gives ruanshiying and
     * rsy. Written with accents a syllable means other characters than without. None if a word is not in the table.
     */
    public static Set<String> pinyin(List<Word> words) {
        if (words.size() < 2 || words.size() > MOST_SYLLABLES) {
            return Set.of();
        }
        List<String> spoken = List.of("");
        List<String> initials = List.of("");
        for (Word word : words) {
            Set<String> sounds = word.cjk() ? Set.of() : sounds(word);
            spoken = longer(spoken, sounds, 0);
            initials = longer(initials, sounds, 1);
        }
        Set<String> forms = new LinkedHashSet<>(spoken);
        forms.addAll(initials);
        return forms;
    }

    /** A name in characters as it is spoken in Vietnamese, with blanks: 阮氏英 gives nguyen thi anh. */
    public static Set<String> spoken(String characters) {
        if (characters.length() < 2 || characters.length() > MOST_SYLLABLES) {
            return Set.of();
        }
        Set<String> all = Set.of("");
        for (char character : characters.toCharArray()) {
            Set<String> longer = new LinkedHashSet<>();
            for (String before : all) {
                for (String reading : readings(character)) {
                    if (longer.size() < MOST_FORMS) {
                        longer.add(before.isEmpty() ? reading : before + " " + reading);
                    }
                }
            }
            all = longer;
        }
        return all;
    }

    private static Set<String> sounds(Word word) {
        String characters = BY_EXACT.getOrDefault(word.exact(), BY_FOLDED.getOrDefault(word.folded(), ""));
        Set<String> sounds = new LinkedHashSet<>();
        for (int i = 0; i < Math.min(characters.length(), MOST_CHARACTERS); i++) {
            String[] readings = Pinyin.readings(characters.charAt(i));
            if (readings.length > 0) {
                sounds.add(readings[0]);
            }
        }
        return sounds;
    }

    /** @param letters of each sound, 0 for all */
    private static List<String> longer(List<String> before, Set<String> sounds, int letters) {
        Set<String> all = new LinkedHashSet<>();
        for (String one : before) {
            for (String sound : sounds) {
                if (all.size() < MOST_FORMS) {
                    all.add(one + (letters == 0 ? sound : sound.substring(0, letters)));
                }
            }
        }
        return new ArrayList<>(all);
    }
}
