package org.quanhe.crm.dataquality.control.columns;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as tables of three languages write them: {@code 2024-03-31}, {@code 2024/3/31}, {@code 2024年3月31日},
 * {@code 31/03/2024}, {@code 31.3.2024}. Where day and month could be either, the day stands first, as in Vietnam; only
 * a second number above 12 makes it American.
 */
final class DateText {
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?(?:[ T](.*))?");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})(?:[ T](.*))?");

    private DateText() {}

    /** The date (and time, if one stands behind) in ISO notation; the text itself where it is no date. */
    static String iso(String text) {
        try {
            Matcher yearFirst = YEAR_FIRST.matcher(text);
            if (yearFirst.matches()) {
                return date(yearFirst, 1, 2, 3) + time(yearFirst.group(4));
            }
            Matcher yearLast = YEAR_LAST.matcher(text);
            if (yearLast.matches()) {
                boolean american = Integer.parseInt(yearLast.group(2)) > 12;
                return (american ? date(yearLast, 3, 1, 2) : date(yearLast, 3, 2, 1)) + time(yearLast.group(4));
            }
        } catch (DateTimeException noSuchDay) {
            return text;
        }
        return text;
    }

    private static LocalDate date(Matcher found, int year, int month, int day) {
        return LocalDate.of(
                Integer.parseInt(found.group(year)),
                Integer.parseInt(found.group(month)),
                Integer.parseInt(found.group(day)));
    }

    private static String time(@Nullable String time) {
        return time == null || time.isBlank() ? "" : "T" + time.strip();
    }
}
