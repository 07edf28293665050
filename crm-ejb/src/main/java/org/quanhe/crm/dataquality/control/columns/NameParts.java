package org.quanhe.crm.dataquality.control.columns;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quanhe.crm.records.TextFold;

/** Puts a name together that a table keeps in several columns. */
final class NameParts {
    private NameParts() {}

    /** Family name first for names in Han characters (without blanks) and Vietnamese ones, last for others. */
    static String join(Map<String, String> parts) {
        String family = parts.getOrDefault("family", "");
        String middle = parts.getOrDefault("middle", "");
        String given = parts.getOrDefault("given", "");
        String all = family + middle + given;
        if (all.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)) {
            return all;
        }
        boolean vietnamese = all.codePoints().anyMatch(c -> c >= 0x1EA0 && c <= 0x1EF9 || "ăđơưĂĐƠƯ".indexOf(c) >= 0)
                || middle.length() > 0 && TextFold.fold(middle).matches("thi|van");
        return (vietnamese ? Stream.of(family, middle, given) : Stream.of(given, middle, family))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
