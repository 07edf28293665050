package org.quanhe.crm.records;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How filters compare texts: without case, accents (also đ/d) and width, blanks collapsed. The search box folds further
 * (scripts, pinyin, phones); this is the part that lists, saved views and every database must agree on.
 */
public final class TextFold {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
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
        String bare = MARKS.matcher(marked).replaceAll("").toLowerCase(Locale.ROOT);
        return BLANKS.matcher(bare.replace('đ', 'd').strip()).replaceAll(" ");
    }
}
