package org.quanhe.crm.platform;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads amounts as people and programs write them: {@code 1234567 VND}, {@code 1.234.567 đ}, {@code US$ 12.50},
 * {@code ¥1,234.56}. Never guesses a figure: what could mean two amounts is refused.
 */
public final class MoneyText {
    /** Digits before the point, as of numbers. */
    private static final int DIGITS = 15;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u202F']+");
    private static final Pattern PARTS =
            Pattern.compile("(?<sign>[-+\\u2212]?)(?<before>[^-+\\u2212\\d.,]*)(?<inner>[-+\\u2212]?)"
                    + "(?<digits>\\d[\\d.,]*|[.,]\\d+)(?<after>[^\\d.,]*)");
    private static final Pattern GROUPS = Pattern.compile("\\d{1,3}(?:[.,]\\d{3})+");

    /** Signs that mean one currency wherever they stand. */
    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("đ", "VND"),
            Map.entry("₫", "VND"),
            Map.entry("vnđ", "VND"),
            Map.entry("đồng", "VND"),
            Map.entry("us$", "USD"),
            Map.entry("nt$", "TWD"),
            Map.entry("hk$", "HKD"),
            Map.entry("s$", "SGD"),
            Map.entry("a$", "AUD"),
            Map.entry("cn¥", "CNY"),
            Map.entry("rmb", "CNY"),
            Map.entry("人民币", "CNY"),
            Map.entry("人民幣", "CNY"),
            Map.entry("jp¥", "JPY"),
            Map.entry("€", "EUR"),
            Map.entry("£", "GBP"),
            Map.entry("₩", "KRW"),
            Map.entry("฿", "THB"));

    /** Signs that several currencies share: the installation's own if it is among them, else the first. */
    private static final Map<String, String> SHARED = Map.of(
            "$", "USD TWD HKD SGD AUD CAD NZD",
            "¥", "CNY JPY",
            "￥", "CNY JPY",
            "元", "CNY TWD HKD",
            "圓", "TWD HKD JPY",
            "円", "JPY");

    /** More than that beside a number is no currency's name: "đồng" is the longest. */
    private static final int LONGEST_SIGN = 4;

    private MoneyText() {}

    /** What is wrong with a text. */
    public static final class NoMoney extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient LocalizedMessage text;

        NoMoney(String key, Object... args) {
            super(key);
            this.text = LocalizedMessage.of(key, args);
        }

        public LocalizedMessage text() {
            return text;
        }
    }

    /**
     * The amount that a text tells.
     *
     * @param usual currency of a text that names none; null where it must
     * @throws NoMoney if the text is no amount, has no known currency, is finer than its minor unit, or is not clear
     */
    public static Money read(String text, @Nullable Currency usual) throws NoMoney {
        Matcher parts = PARTS.matcher(BLANKS.matcher(text).replaceAll(""));
        if (text.length() > 100 || !parts.matches()) {
            throw new NoMoney("records.error.noMoney", shortened(text));
        }
        String before = parts.group("before");
        String after = parts.group("after");
        String sign = parts.group("sign") + parts.group("inner");
        if (sign.length() > 1
                || !before.isEmpty() && !after.isEmpty()
                || before.length() + after.length() > LONGEST_SIGN) {
            throw new NoMoney("records.error.noMoney", shortened(text));
        }
        Currency currency = currency(before + after, usual);
        BigDecimal amount = number(parts.group("digits"), Money.minorUnits(currency), text);
        return of(sign.isEmpty() || sign.equals("+") ? amount : amount.negate(), currency);
    }

    /**
     * The amount in that currency.
     *
     * @throws NoMoney if it is finer than the currency's minor unit, or too large
     */
    public static Money of(BigDecimal amount, Currency currency) throws NoMoney {
        // asked before anything is written out: 1e999999999 would fill the memory
        if (amount.precision() - (long) amount.scale() > DIGITS || amount.scale() > 1000) {
            throw new NoMoney("records.error.numberTooLarge", DIGITS);
        }
        try {
            return new Money(amount, currency);
        } catch (ArithmeticException tooFine) {
            throw new NoMoney("records.error.amountTooFine", currency.getCurrencyCode(), Money.minorUnits(currency));
        }
    }

    /**
     * The currency of a code or a sign.
     *
     * @param usual currency where none is named; null where one must be
     */
    public static Currency currency(String named, @Nullable Currency usual) throws NoMoney {
        String sign = named.strip().toLowerCase(Locale.ROOT);
        if (sign.isEmpty()) {
            if (usual == null) {
                throw new NoMoney("records.error.noCurrency");
            }
            return usual;
        }
        String shared = SHARED.get(sign);
        if (shared != null) {
            boolean own = usual != null && shared.contains(usual.getCurrencyCode());
            return own ? usual : Currency.getInstance(shared.substring(0, 3));
        }
        try {
            Currency currency = Currency.getInstance(SIGNS.getOrDefault(sign, sign.toUpperCase(Locale.ROOT)));
            // gold, test codes and "no currency" have no minor unit
            if (currency.getDefaultFractionDigits() >= 0) {
                return currency;
            }
        } catch (IllegalArgumentException unknown) {
            throw new NoMoney("records.error.unknownCurrency", shortened(named));
        }
        throw new NoMoney("records.error.unknownCurrency", shortened(named));
    }

    private static BigDecimal number(String digits, int minorUnits, String text) throws NoMoney {
        int dot = digits.lastIndexOf('.');
        int comma = digits.lastIndexOf(',');
        int last = Math.max(dot, comma);
        boolean both = dot >= 0 && comma >= 0;
        boolean several = last >= 0 && digits.indexOf(digits.charAt(last)) < last;
        if (last < 0) {
            return new BigDecimal(digits);
        }
        if (both && !several) {
            return fraction(digits, last, text);
        }
        if (GROUPS.matcher(digits).matches() && !both) {
            boolean lead = digits.charAt(0) == '0';
            if (several || minorUnits == 0 && !lead) {
                return new BigDecimal(digits.replaceAll("[.,]", ""));
            }
            // 12.500 USD: twelve thousand five hundred for some, twelve and a half for others
            if (!lead && (minorUnits < 3 || comma >= 0)) {
                throw new NoMoney("records.error.amountUnclear", shortened(text));
            }
        }
        if (several) {
            throw new NoMoney("records.error.noMoney", shortened(text));
        }
        return fraction(digits, last, text);
    }

    /** The last sign divides, those before it group. */
    private static BigDecimal fraction(String digits, int last, String text) throws NoMoney {
        String whole = digits.substring(0, last);
        if (whole.matches(".*[.,].*") && !GROUPS.matcher(whole).matches()) {
            throw new NoMoney("records.error.noMoney", shortened(text));
        }
        String plain = whole.replaceAll("[.,]", "");
        return new BigDecimal((plain.isEmpty() ? "0" : plain) + "." + digits.substring(last + 1) + "0");
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
