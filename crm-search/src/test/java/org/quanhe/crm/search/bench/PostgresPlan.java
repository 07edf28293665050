package org.quanhe.crm.search.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What was typed, as an expert's program would hand it to PostgreSQL: recognised as a number, an address or words,
 * folded, and without legal forms where anything else is left.
 *
 * @param phone its digits, empty if it is not written like a number
 * @param mail in lower case, empty if it holds no at sign and cannot be part of an address
 * @param words folded
 * @param key all words with blanks between
 * @param exact the same with accents
 */
record PostgresPlan(String phone, String mail, List<String> words, String key, String exact) {
    private static final Pattern NUMBER = Pattern.compile("[-0-9+(). ]+");
    private static final Pattern LEGAL = Pattern.compile(
            "\\b(cong ty|cty)( co phan| cp)?( tnhh)?( mtv| mot thanh vien)?\\b|\\b(ctcp|doanh nghiep tu nhan)\\b"
                    + "|\\b(co )?(ltd|limited|inc|llc|corp|corporation|gmbh|plc|jsc)$"
                    + "|(股份|集团|有限|责任|公司)+$");
    private static final int FEWEST_DIGITS = 4;
    private static final int LONGEST_TAIL = 9;

    static PostgresPlan of(String text) {
        String digits = NUMBER.matcher(text).matches() ? Fold.digits(text.replace("(0)", "")) : "";
        String phone = digits.length() < FEWEST_DIGITS ? "" : abroad(digits) ? digits.substring(2) : digits;
        String key = String.join(" ", Fold.words(text));
        String bare = LEGAL.matcher(key).replaceAll(" ").strip();
        String wanted = bare.isEmpty() ? key : bare;
        boolean part = !text.contains(" ") && text.length() >= FEWEST_DIGITS && text.matches("[!-~]+");
        return new PostgresPlan(
                phone,
                text.indexOf('@') >= 0 || part ? text.toLowerCase(java.util.Locale.ROOT) : "",
                wanted.isEmpty() ? List.of() : List.of(wanted.split(" +")),
                key,
                String.join(" ", Fold.exact(text)));
    }

    /** Dialled with the 00 of an international call; a tail may begin so as well. */
    private static boolean abroad(String digits) {
        return digits.startsWith("00") && digits.length() > LONGEST_TAIL;
    }

    /** All words, whole, in the classes; Chinese by pairs of characters. */
    String whole(String classes) {
        return query(classes.isEmpty() ? "" : ":" + classes, Set.of());
    }

    /** All words as beginnings. */
    String beginnings(String classes) {
        return query(":*" + classes, Set.of());
    }

    /** Words of letters or what is similar to them, as found in the vocabulary. */
    String similar(List<Set<String>> others) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            parts.add(part(words.get(i), ":*", others.get(i)));
        }
        return String.join(" & ", parts);
    }

    private String query(String suffix, Set<String> others) {
        return words.stream().map(word -> part(word, suffix, others)).collect(Collectors.joining(" & "));
    }

    private static String part(String word, String suffix, Set<String> others) {
        if (Character.isIdeographic(word.charAt(0))) {
            String characters = suffix.replace("*", "");
            return grams(word).stream()
                    .map(gram -> "'" + gram + "'" + (characters.equals(":") ? "" : characters))
                    .collect(Collectors.joining(" & "));
        }
        String own = "'" + word + "'" + suffix;
        return others.isEmpty()
                ? own
                : others.stream()
                        .map(other -> "'" + other + "'")
                        .collect(Collectors.joining(" | ", "(" + own + " | ", ")"));
    }

    private static List<String> grams(String run) {
        String[] grams = new String[Math.max(1, run.length() - 1)];
        Arrays.setAll(grams, i -> run.substring(i, Math.min(run.length(), i + 2)));
        return List.of(grams);
    }
}
