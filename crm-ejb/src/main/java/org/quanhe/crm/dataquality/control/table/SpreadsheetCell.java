package org.quanhe.crm.dataquality.control.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/** What a person sees in a cell, as text that every field can read: numbers without exponent, dates as ISO. */
final class SpreadsheetCell {
    /** Spreadsheets keep 15 digits; what stands behind is the noise of binary fractions. */
    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);

    private static final Pattern NOT_FORMAT = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.");

    private SpreadsheetCell() {}

    static String text(Cell cell) {
        String raw = cell.getRawValue();
        if (raw == null || cell.getType() == CellType.ERROR) {
            return "";
        }
        if (cell.getType() == CellType.BOOLEAN) {
            return Boolean.TRUE.equals(cell.asBoolean()) ? "true" : "false";
        }
        if (cell.getType() == CellType.NUMBER) {
            return isDate(cell.getDataFormatString()) ? date(cell, raw) : number(raw);
        }
        return cell.getText();
    }

    private static String number(String raw) {
        try {
            BigDecimal exact = new BigDecimal(raw);
            if (exact.precision() - exact.scale() > 40) {
                return raw;
            }
            BigDecimal shown = exact.precision() > 15 && exact.scale() > 0 ? exact.round(SHOWN) : exact;
            return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException notANumber) {
            return raw;
        }
    }

    private static String date(Cell cell, String raw) {
        try {
            LocalDateTime date = cell.asDate();
            return date.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? date.toLocalDate().toString()
                    : date.withNano(0).toString();
        } catch (DateTimeException | ArithmeticException beyondCalendars) {
            // the row is refused for its date, the file is not
            return number(raw);
        }
    }

    /** True for formats such as {@code dd/mm/yyyy} or {@code yyyy"年"m"月"}, not for {@code [Red]0.00}. */
    static boolean isDate(@Nullable String format) {
        if (format == null || format.equalsIgnoreCase("General")) {
            return false;
        }
        String letters = NOT_FORMAT.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
        return letters.indexOf('y') >= 0 || letters.indexOf('d') >= 0 && letters.indexOf('m') >= 0;
    }
}
