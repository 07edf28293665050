package org.quanhe.crm.search.lucene;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.Money;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.ContactPoint;
import org.quanhe.crm.records.PostalAddress;

/**
 * Keys that order values as people do: texts by the Unicode collation with Vietnamese letters (Đ behind D, Ơ behind O),
 * accents and then case breaking ties; numbers, dates and moments by size; amounts of money by currency, then by size.
 */
final class SortKeys {
    /** Longer texts are ordered by their beginning. */
    private static final int MOST_CHARS = 200;

    private static final Collator ORDER =
            Collator.getInstance(ULocale.forLanguageTag("vi")).freeze();

    private SortKeys() {}

    /** The key of a value; of a list that of its primary or first entry; null without a value. */
    static @Nullable BytesRef of(Object value) {
        if (value instanceof List<?> list) {
            return list.isEmpty() ? null : of(first(list));
        }
        if (value instanceof RecordRef ref) {
            return new BytesRef(OrderedBytes.of(java.math.BigInteger.valueOf(ref.id())));
        }
        if (value instanceof ContactPoint point) {
            return text(point.value());
        }
        if (value instanceof PostalAddress address) {
            return text(address.oneLine());
        }
        byte[] ordered = OrderedBytes.of(value);
        if (ordered != null && value instanceof Money money) {
            byte[] code = money.currency().getCurrencyCode().getBytes(StandardCharsets.US_ASCII);
            byte[] key = Arrays.copyOf(code, code.length + ordered.length);
            System.arraycopy(ordered, 0, key, code.length, ordered.length);
            return new BytesRef(key);
        }
        return ordered != null ? new BytesRef(ordered) : text(value.toString());
    }

    private static Object first(List<?> list) {
        for (Object entry : list) {
            if (entry instanceof ContactPoint point && point.primary()
                    || entry instanceof PostalAddress address && address.primary()) {
                return entry;
            }
        }
        return list.get(0);
    }

    private static BytesRef text(String text) {
        byte[] key = ORDER.getCollationKey(text.length() > MOST_CHARS ? text.substring(0, MOST_CHARS) : text)
                .toByteArray();
        // the key ends with a zero that orders nothing
        return new BytesRef(Arrays.copyOf(key, key.length - 1));
    }
}
