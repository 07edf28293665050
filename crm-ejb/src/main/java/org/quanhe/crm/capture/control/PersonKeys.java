package org.quanhe.crm.capture.control;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.ContactPoint;
import org.quanhe.crm.records.TextFold;

/**
 * By what a person is known again: the last eight digits of a telephone number, a mail address without case, and name
 * and company together, without accents and blanks, Chinese as pinyin, so that 张伟 and Zhang Wei are found together.
 */
final class PersonKeys {
    static final String PHONE = "p:";
    static final String MAIL = "m:";
    static final String NAME = "n:";

    private static final int DIGITS = 8;
    private static final int FEWEST_DIGITS = 6;
    private static final int LONGEST = 70;
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern REST = Pattern.compile("[^\\p{L}\\p{N}]");

    private PersonKeys() {}

    /** Those of a lead or customer with these values. */
    static Set<String> of(Map<String, Object> values) {
        Set<String> keys = new LinkedHashSet<>();
        points(values.get("phones")).forEach(phone -> phone(phone, keys));
        points(values.get("emails")).forEach(mail -> mail(mail, keys));
        named(text(values.get("name")), text(values.get("company")), keys);
        return keys;
    }

    /** Those of somebody who says that of himself. */
    static Set<String> of(String phone, String mail, String name, String company) {
        Set<String> keys = new LinkedHashSet<>();
        phone(phone, keys);
        mail(mail, keys);
        named(name, company, keys);
        return keys;
    }

    private static void phone(String phone, Set<String> keys) {
        String digits = phone.replaceAll("\\D", "");
        if (digits.length() >= FEWEST_DIGITS) {
            keys.add(PHONE + (digits.length() < DIGITS ? digits : digits.substring(digits.length() - DIGITS)));
        }
    }

    private static void mail(String mail, Set<String> keys) {
        String small = mail.strip().toLowerCase(Locale.ROOT);
        if (!small.isEmpty()) {
            keys.add(MAIL + (small.length() > LONGEST ? digest(small) : small));
        }
    }

    private static void named(String name, String company, Set<String> keys) {
        String spoken = spoken(name);
        String house = company.isBlank() ? "" : spoken(company);
        if (!spoken.isEmpty() && !house.isEmpty()) {
            keys.add(NAME + digest(spoken + "|" + house));
        }
    }

    /** True if both are one name: in one script letter by letter, across scripts by their sound. */
    static boolean sameName(String one, String other) {
        return HAN.matcher(one).find() && HAN.matcher(other).find()
                ? bare(HanReading.simplified(one)).equals(bare(HanReading.simplified(other)))
                : spoken(one).equals(spoken(other));
    }

    private static String spoken(String text) {
        return bare(HAN.matcher(text).find() ? HanReading.of(text) : text);
    }

    private static String bare(String text) {
        return REST.matcher(TextFold.fold(text)).replaceAll("");
    }

    private static List<String> points(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream()
                        .filter(ContactPoint.class::isInstance)
                        .map(point -> ((ContactPoint) point).value())
                        .toList()
                : List.of();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 20);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
