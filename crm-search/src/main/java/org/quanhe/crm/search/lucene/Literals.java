package org.quanhe.crm.search.lucene;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.util.BytesRef;
import org.quanhe.crm.platform.Money;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.ContactPoint;
import org.quanhe.crm.records.PostalAddress;
import org.quanhe.crm.records.TextFold;

/** What filters compare: the entries of a value as literals, and literals as terms. */
final class Literals {
    /** Longer texts are indexed as their beginning and a sum; a term of Lucene has at most 32,766 bytes. */
    static final int LONGEST_TERM = 256;

    private Literals() {}

    /** The entries of a value: texts folded, references as numbers. */
    static Stream<Object> of(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().flatMap(Literals::of);
        }
        if (value instanceof ContactPoint point) {
            return Stream.of(TextFold.fold(point.value()));
        }
        if (value instanceof PostalAddress address) {
            return Stream.of(TextFold.fold(address.oneLine()));
        }
        return Stream.of(normal(value));
    }

    /** A literal of a filter in the form in which entries are. */
    static Object normal(Object literal) {
        if (literal instanceof RecordRef ref) {
            return ref.id();
        }
        return literal instanceof String text ? TextFold.fold(text) : literal;
    }

    /** True for what is compared by size, not as a term. */
    static boolean ordered(Object literal) {
        return literal instanceof BigDecimal
                || literal instanceof Money
                || literal instanceof LocalDate
                || literal instanceof Instant;
    }

    /** The term of a text, yes/no or number of a record. The kind stands before it: the text 7 is not record 7. */
    static BytesRef term(Object literal) {
        if (!(literal instanceof String text)) {
            return new BytesRef((literal instanceof Boolean ? "b" : "n") + literal);
        }
        if (text.length() <= LONGEST_TERM) {
            return new BytesRef("t" + text);
        }
        return new BytesRef("t" + text.substring(0, LONGEST_TERM) + "\n" + sum(text));
    }

    private static String sum(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
