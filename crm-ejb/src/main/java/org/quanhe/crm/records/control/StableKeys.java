package org.quanhe.crm.records.control;

import jakarta.persistence.PersistenceException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;

/** Keys by which servers know the same thing: made of its first name, and then kept whatever it is called. */
public final class StableKeys {
    private static final int LONGEST = 60;

    private StableKeys() {}

    /** The refusal where somebody else takes the key in this very moment; the database lets one through. */
    public static CrmException taken(PersistenceException overtaken) {
        return new CrmException(
                CrmException.Kind.CONFLICT, LocalizedMessage.of("records.error.keyTaken"), List.of(), overtaken);
    }

    /**
     * {@code chào-khách-mới} for "Chào khách mới!"; with a number behind it where that is taken.
     *
     * @param otherwise where the name has neither letters nor digits
     */
    public static String of(String name, String otherwise, Predicate<String> taken) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-");
        String cut = plain.codePointCount(0, plain.length()) > LONGEST
                ? plain.substring(0, plain.offsetByCodePoints(0, LONGEST))
                : plain;
        String key = cut.replaceAll("^-+|-+$", "");
        key = key.isEmpty() ? otherwise : key;
        String free = key;
        for (int i = 2; taken.test(free); i++) {
            free = key + "-" + i;
        }
        return free;
    }
}
