package org.quanhe.crm.dataquality.control.columns;

import java.util.regex.Pattern;

/** Texts of one line: a line break in a cell becomes a blank. */
final class PlainText {
    private static final Pattern BREAKS = Pattern.compile("\\s*[\\r\\n\\u2028\\u2029]+\\s*");

    private PlainText() {}

    static String oneLine(String text) {
        return text.indexOf('\n') < 0 && text.indexOf('\r') < 0 && text.indexOf('\u2028') < 0
                ? text
                : BREAKS.matcher(text).replaceAll(" ");
    }
}
