package org.quanhe.crm.records;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How filters compare texts: without case, accents (also đ/d) and width, blanks collapsed. The search box folds further
 * (scripts, pinyin, phones); this is the part that lists, saved views and every database must agree on.
 */
public final class TextFold {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private TextFold() {}

    /** The folded text; {@code "Đặng Thị ÁNH"} becomes {@code "dang thi anh"}. */
    public static String fold(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            char c = text.charAt(i);
            plain = c < 128 && (c > ' ' || c == ' ' && i > 0 && text.charAt(i - 1) != ' ') && (c < 'A' || c > 'Z');
        }
        if (plain && !text.endsWith(" ")) {
            return text;
        }
        String marked = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder bare = new StringBuilder(marked.length());
        for (int i = 0; i < marked.length(); ) {
            int c = marked.codePointAt(i);
            i += Character.charCount(c);
            if (c < 0x300 || !isMark(c)) {
                bare.appendCodePoint(c);
            }
        }
        String small =
                bare.toString().toLowerCase(Locale.ROOT).replace('đ', 'd').strip();
        return hasWideBlank(small) ? BLANKS.matcher(small).replaceAll(" ") : small;
    }

    private static boolean isMark(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    /** A line break, a tab, or blanks in a row. */
    private static boolean hasWideBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == ' ' && i > 0 && text.charAt(i - 1) == ' ') {
                return true;
            }
        }
        return false;
    }
}
