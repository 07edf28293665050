package org.quanhe.crm.dataquality.control.columns;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Cells that hold several values. */
final class ListText {
    private static final Pattern SEPARATORS = Pattern.compile("[,;|\\n\\r，；、]+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern SEVERAL_CONTACTS = Pattern.compile("[,;|/\\n\\r，；、]+|\\s{2,}");

    private ListText() {}

    /**
     * True if one of the characters is in the text; most cells hold one value, and looking is cheaper than splitting.
     */
    static boolean hasAny(String text, String characters) {
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Tags: separated by commas or semicolons; by blanks where there are none of these. */
    static List<String> tags(String text) {
        Pattern between = SEPARATORS.matcher(text).find() ? SEPARATORS : BLANKS;
        return parts(between, text).stream().distinct().toList();
    }

    /** Several phones or addresses in one cell, if every part could be one by itself; else the whole text. */
    static List<String> contacts(String text, Predicate<String> complete) {
        List<String> parts = parts(SEVERAL_CONTACTS, text);
        return parts.size() > 1 && parts.stream().allMatch(complete) ? parts : List.of(PlainText.oneLine(text));
    }

    private static List<String> parts(Pattern between, String text) {
        return Arrays.stream(between.split(text))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
