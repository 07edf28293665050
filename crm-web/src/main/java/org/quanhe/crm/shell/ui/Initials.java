package org.quanhe.crm.shell.ui;

import java.util.Arrays;
import java.util.Locale;

/** What stands in an avatar: the last two words' initials, or the first character of a Chinese name. */
public final class Initials {
    private Initials() {}

    public static String of(String name) {
        String[] words = Arrays.stream(name.strip().split("[\\s\\p{Punct}–]+"))
                .filter(word -> !word.isEmpty() && Character.isLetter(word.codePointAt(0)))
                .toArray(String[]::new);
        String last = words.length == 0 ? "" : words[words.length - 1];
        int start = name.isBlank() ? 0 : name.strip().codePointAt(0);
        if (Character.isIdeographic(start)) {
            return Character.toString(start);
        }
        if (last.isEmpty()) {
            return "·";
        }
        String before = words.length > 1 ? words[words.length - 2] : "";
        String both = first(before) + first(last);
        return both.toUpperCase(Locale.ROOT);
    }

    /** One of the four avatar colours, always the same for one record. */
    public static String colour(long id) {
        return "c" + (Math.floorMod(id, 4L) + 1);
    }

    private static String first(String word) {
        return word.isEmpty() ? "" : Character.toString(word.codePointAt(0));
    }
}
