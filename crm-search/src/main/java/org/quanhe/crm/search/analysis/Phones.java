package org.quanhe.crm.search.analysis;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Phone numbers as digits: what is typed in any notation meets what is stored in any other. */
public final class Phones {
    /** Fewer digits than this are no number, and not found as one. */
    public static final int FEWEST_DIGITS = 4;

    /**
     * A number without its country may belong to any of these. With the zero that calls within a country begin with the
     * first in which it is valid takes it; without, each: (212) 394-8123 may be New York or Shanghai.
     */
    private static final List<String> REGIONS = List.of("VN", "CN", "TW", "HK", "US");

    /** Where eleven digits may begin with a one: mobiles of China, and long distance in America. */
    private static final List<String> REGIONS_OF_ONE = List.of("CN", "US");

    private static final int DIGITS_OF_ONE = 11;

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private Phones() {}

    /** The number as its digits in every notation: as typed, national with its zero, international, local. */
    public static Set<String> forms(String phone) {
        Set<String> forms = new LinkedHashSet<>();
        String digits = digits(phone);
        if (digits.length() < FEWEST_DIGITS) {
            return forms;
        }
        forms.add(digits);
        if (digits.length() < 7 || digits.length() > 17) {
            return forms;
        }
        boolean international = international(phone);
        String typed = international ? "+" + digits : digits;
        for (String region : international ? List.of("ZZ") : regions(digits)) {
            if (add(forms, typed, region) && digits.startsWith("0")) {
                return forms;
            }
        }
        return forms;
    }

    /** Every region that is asked costs some microseconds, and every third customer may have a mobile of China. */
    static List<String> regions(String digits) {
        return digits.length() == DIGITS_OF_ONE && digits.charAt(0) == '1' ? REGIONS_OF_ONE : REGIONS;
    }

    private static boolean add(Set<String> forms, String typed, String region) {
        try {
            PhoneNumber number = NUMBERS.parse(typed, region);
            if (!NUMBERS.isValidNumber(number)) {
                return false;
            }
            String local = NUMBERS.getNationalSignificantNumber(number);
            forms.add(number.getCountryCode() + local);
            forms.add(local);
            if (number.getCountryCode() != 1 && !chineseMobile(number.getCountryCode(), local)) {
                forms.add("0" + local);
            }
            return true;
        } catch (NumberParseException noNumber) {
            return false;
        }
    }

    /** Within China only lines in houses are called with a zero. */
    private static boolean chineseMobile(int country, String local) {
        return country == 86 && local.length() == 11 && local.startsWith("1");
    }

    /** True if the text is written like a number: digits with blanks, dots, dashes, brackets, a plus sign. */
    public static boolean looksLikeOne(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (" +-.()/\u00a0".indexOf(c) < 0) {
                return false;
            }
        }
        return digits >= FEWEST_DIGITS;
    }

    /** The digits, without the 00 or + of an international call and without a zero in brackets. */
    public static String digits(String text) {
        String plain = text.replace("(0)", "");
        StringBuilder digits = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            int digit = Character.digit(plain.charAt(i), 10);
            if (digit >= 0) {
                digits.append((char) ('0' + digit));
            }
        }
        return digits.length() > 2 && digits.charAt(0) == '0' && digits.charAt(1) == '0'
                ? digits.substring(2)
                : digits.toString();
    }

    private static boolean international(String phone) {
        String bare = phone.strip();
        return bare.startsWith("+") || bare.startsWith("00") || bare.startsWith("(+");
    }
}
