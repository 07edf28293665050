package org.quanhe.crm.records.control;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.HexFormat;

/**
 * Sort keys for names: the Vietnamese order (Đ behind D, tones behind letters) over the order of all scripts (CLDR
 * root), as hexadecimal text, which every database orders alike.
 */
public final class Collation {
    /** Bytes of a key that are kept: about 30 letters decide the place in a list. */
    private static final int KEPT = 60;

    private static final Collator COLLATOR =
            Collator.getInstance(ULocale.forLanguageTag("vi")).freeze();

    private Collation() {}

    /** The key of that title, at most 120 characters. */
    public static String key(String title) {
        String head = title.length() > 80 ? title.substring(0, 80) : title;
        byte[] key = COLLATOR.getCollationKey(head).toByteArray();
        return HexFormat.of().formatHex(key, 0, Math.min(KEPT, key.length));
    }
}
