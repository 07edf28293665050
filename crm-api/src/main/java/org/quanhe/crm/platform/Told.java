package org.quanhe.crm.platform;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** Dates, times, numbers and amounts as people of a language and a zone write them. */
public final class Told {
    private static final Map<Language, Patterns> PATTERNS = new EnumMap<>(Map.of(
            Language.EN, new Patterns("d MMM", "d MMM yyyy", "EEEE, d MMMM", "HH:mm"),
            Language.VI, new Patterns("dd/MM", "dd/MM/yyyy", "EEEE, d MMMM", "HH:mm"),
            Language.ZH_CN, new Patterns("M 月 d 日", "yyyy-MM-dd", "M 月 d 日 EEEE", "HH:mm"),
            Language.ZH_TW, new Patterns("M 月 d 日", "yyyy/MM/dd", "M 月 d 日 EEEE", "HH:mm")));

    private final Language language;
    private final ZoneId zone;
    private final Patterns patterns;

    public Told(Language language, ZoneId zone) {
        this.language = language;
        this.zone = zone;
        this.patterns = PATTERNS.get(language);
    }

    public ZoneId zone() {
        return zone;
    }

    public String date(LocalDate date) {
        return format(patterns.date(), date);
    }

    /** Without the year if it is the current one. */
    public String shortDate(LocalDate date, LocalDate today) {
        return date.getYear() == today.getYear() ? format(patterns.day(), date) : date(date);
    }

    public String weekday(LocalDate date) {
        String text = format(patterns.weekday(), date);
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    public String time(Instant at) {
        return DateTimeFormatter.ofPattern(patterns.time(), language.locale()).format(at.atZone(zone));
    }

    public String dateTime(Instant at) {
        return date(LocalDate.ofInstant(at, zone)) + " " + time(at);
    }

    /** Full date and time with zone, for titles. */
    public String full(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(language.locale())
                .format(at.atZone(zone));
    }

    public LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    public String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        return format.format(number);
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    /** So many of a hundred, with as many digits as the number has. */
    public String percent(BigDecimal percent) {
        NumberFormat format = NumberFormat.getPercentInstance(language.locale());
        format.setMaximumFractionDigits(Math.max(0, percent.scale()));
        return format.format(percent.movePointLeft(2));
    }

    public String percent(long percent) {
        return percent(BigDecimal.valueOf(percent));
    }

    /** An amount in a message, written as the language of whoever reads it writes amounts. */
    public static LocalizedMessage message(Money money) {
        return LocalizedMessage.named(Arrays.stream(Language.values())
                .map(language -> new Told(language, ZoneOffset.UTC).money(money))
                .toList());
    }

    /** An amount with the sign of its currency and all its minor units. */
    public String money(Money money) {
        NumberFormat format = NumberFormat.getCurrencyInstance(language.locale());
        int minorUnits = Money.minorUnits(money.currency());
        format.setCurrency(money.currency());
        format.setMinimumFractionDigits(minorUnits);
        format.setMaximumFractionDigits(minorUnits);
        return format.format(money.amount());
    }

    private String format(String pattern, LocalDate date) {
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(date);
    }

    private record Patterns(String day, String date, String weekday, String time) {}
}
