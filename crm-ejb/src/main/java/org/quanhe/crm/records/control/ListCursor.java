package org.quanhe.crm.records.control;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.quanhe.crm.platform.CrmException;

/**
 * Position in a list that the database orders.
 *
 * @param key sort key of the record at the position
 * @param id its number
 * @param backwards the page before it is meant
 */
record ListCursor(String key, long id, boolean backwards) {
    /** Cursors of the database begin with it, those of the index do not. */
    private static final String MARK = "s.";

    private static final Pattern FORM = Pattern.compile("([fb]):([0-9a-f]{0,120}):(\\d{1,18})");

    static boolean isOne(String text) {
        return text.startsWith(MARK);
    }

    static ListCursor parse(String text) {
        try {
            String plain =
                    new String(Base64.getUrlDecoder().decode(text.substring(MARK.length())), StandardCharsets.US_ASCII);
            var matcher = FORM.matcher(plain);
            if (matcher.matches()) {
                return new ListCursor(
                        matcher.group(2),
                        Long.parseLong(matcher.group(3)),
                        matcher.group(1).equals("b"));
            }
        } catch (IllegalArgumentException malformed) {
            throw CrmException.invalid("records.error.cursor");
        }
        throw CrmException.invalid("records.error.cursor");
    }

    @Override
    public String toString() {
        String plain = (backwards ? "b:" : "f:") + key + ":" + id;
        return MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }
}
