package org.quanhe.crm.pipeline.control;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.records.TextFold;

/** Codes of pipelines, stages and reasons. */
final class Codes {
    private static final int LONGEST = 40;
    private static final int ROOM = 30;

    private Codes() {}

    /**
     * Small letters, digits and hyphens, a letter first, at most 40; names of choices stand beside help of the field.
     */
    static boolean good(String code) {
        return code.length() <= LONGEST && code.matches("[a-z][a-z0-9-]*") && !code.equals("help");
    }

    /** A code that nothing of those has, from the first name that gives one, else from the word. */
    static String made(Map<String, String> names, Set<String> taken, String word) {
        String base = Stream.of(Language.EN, Language.VI)
                .map(language -> slug(names.getOrDefault(language.tag(), "")))
                .filter(Codes::good)
                .findFirst()
                .orElse(word);
        String code = base;
        for (int i = 2; taken.contains(code); i++) {
            code = base + "-" + i;
        }
        return code;
    }

    private static String slug(String name) {
        String plain = TextFold.fold(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+|-+$", "");
        return plain.length() > ROOM ? plain.substring(0, ROOM).replaceAll("-+$", "") : plain;
    }
}
