package org.quanhe.crm.dataquality.control.columns;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.quanhe.crm.records.TextFold;

/** The word lists of this capability, and the one way in which headers and words are compared. */
final class Words {
    private static final Pattern BRACKETS = Pattern.compile("[(\\[（【].*?[)\\]）】]");
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}✓#]+");
    private static final Pattern NUMBER_BEHIND = Pattern.compile("(?<=\\p{L})[0-9]+$");

    private Words() {}

    /** Letters and digits alone, folded: {@code "E-mail (công ty)"} becomes {@code emailcongty}. */
    static String key(String text) {
        return NOT_LETTERS.matcher(TextFold.fold(text)).replaceAll("");
    }

    /** Without what brackets and numbers add: {@code "Điện thoại 2 (bắt buộc)"} becomes {@code dienthoai}. */
    static String coreKey(String text) {
        return NUMBER_BEHIND
                .matcher(key(BRACKETS.matcher(text).replaceAll(" ")))
                .replaceAll("");
    }

    /** A word list: texts by key, in the order of the keys. */
    static Map<String, List<String>> read(String file) {
        Properties properties = new Properties();
        try (InputStream stream = Words.class.getResourceAsStream("/org/quanhe/crm/dataquality/" + file);
                Reader reader = new InputStreamReader(Objects.requireNonNull(stream, file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Map<String, List<String>> words = new TreeMap<>();
        properties.forEach((key, value) -> words.put(
                key.toString(),
                Arrays.stream(value.toString().split(",")).map(String::strip).toList()));
        return words;
    }
}
