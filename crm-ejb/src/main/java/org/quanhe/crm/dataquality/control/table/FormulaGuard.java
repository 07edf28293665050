package org.quanhe.crm.dataquality.control.table;

/**
 * Keeps spreadsheets from running texts as formulas: in a CSV file a text that begins with {@code = + - @}, a tab or a
 * line break gets an apostrophe before it, which reading takes away again. A text that already begins with apostrophes
 * and one of these gets one more, so that every text survives the way out and back, phone numbers with + among them.
 */
public final class FormulaGuard {
    private static final String STARTS_FORMULA = "=+-@\t\r\n";

    private FormulaGuard() {}

    public static String defuse(String text) {
        return looksLikeFormula(text) ? "'" + text : text;
    }

    static String restore(String text) {
        return text.startsWith("'") && looksLikeFormula(text) ? text.substring(1) : text;
    }

    private static boolean looksLikeFormula(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == '\'') {
            at++;
        }
        return at < text.length() && STARTS_FORMULA.indexOf(text.charAt(at)) >= 0;
    }
}
