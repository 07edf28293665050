package org.quanhe.crm.capture.control;

import com.ibm.icu.text.Transliterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * How names in Chinese characters are read. ICU's rules for names (Han-Latin/Names behind Traditional-Simplified) look
 * at a character alone and at whether a name begins with it, so each is asked of them once and remembered: over whole
 * texts they take some three hundred times as long, which was a fifth of an import.
 */
final class HanReading {
    /** Family names of two characters of which the rules read the first as nowhere else. */
    private static final Pattern TOGETHER = Pattern.compile("澹[台臺]|[万萬]俟");

    /** Any character that no rule looks at, read yī. */
    private static final String BEFORE = "一";

    private static final Map<Integer, String> AT_THE_BEGINNING = new ConcurrentHashMap<>();
    private static final Map<Integer, String> INSIDE = new ConcurrentHashMap<>();

    private HanReading() {}

    /** Their tables are read when the first Chinese name comes. */
    private static final class Rules {
        static final Transliterator SIMPLE = Transliterator.getInstance("Traditional-Simplified");
        static final Transliterator PINYIN = Transliterator.getInstance("Han-Latin/Names");
    }

    /** The text in simplified characters. */
    static String simplified(String text) {
        return Rules.SIMPLE.transliterate(text);
    }

    /** The text with each character replaced by its syllable, with tone, without blanks between them. */
    static String of(String text) {
        if (TOGETHER.matcher(text).find()) {
            return byRules(text);
        }
        StringBuilder read = new StringBuilder(text.length() * 3);
        boolean inside = false;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            boolean han = Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
            if (!han) {
                read.appendCodePoint(character);
            } else if (inside) {
                read.append(INSIDE.computeIfAbsent(character, HanReading::inside));
            } else {
                read.append(AT_THE_BEGINNING.computeIfAbsent(
                        character, one -> byRules(Character.toString(one)).strip()));
            }
            inside = han;
        }
        return read.toString();
    }

    /** As the rules read the whole text. */
    static String byRules(String text) {
        return Rules.PINYIN.transliterate(simplified(text));
    }

    private static String inside(int character) {
        return byRules(BEFORE + Character.toString(character))
                .substring("yī".length())
                .strip();
    }
}
