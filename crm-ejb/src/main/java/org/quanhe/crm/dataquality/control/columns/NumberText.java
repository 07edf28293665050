package org.quanhe.crm.dataquality.control.columns;

import java.util.regex.Pattern;

/** Numbers with either decimal sign: {@code 1.234.567}, {@code 1,234,567.5}, {@code 1 234,5}. */
final class NumberText {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u202F']");
    private static final Pattern GROUPED_BY_DOT = Pattern.compile("[-+]?\\d{1,3}(\\.\\d{3})+(,\\d+)?");
    private static final Pattern GROUPED_BY_COMMA = Pattern.compile("[-+]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[-+]?\\d+,\\d+");

    private NumberText() {}

    /** The number with a decimal point and no groups; the text itself where it is no number. */
    static String plain(String text) {
        String dense = BLANKS.matcher(text).replaceAll("");
        if (GROUPED_BY_COMMA.matcher(dense).matches()) {
            return dense.replace(",", "");
        }
        // one group alone, 1.234, is left a decimal: XLSX cells and programs write it so
        if (GROUPED_BY_DOT.matcher(dense).matches() && dense.indexOf('.') != dense.lastIndexOf('.')
                || GROUPED_BY_DOT.matcher(dense).matches() && dense.indexOf(',') > 0) {
            return dense.replace(".", "").replace(',', '.');
        }
        return DECIMAL_COMMA.matcher(dense).matches() ? dense.replace(',', '.') : dense;
    }
}
