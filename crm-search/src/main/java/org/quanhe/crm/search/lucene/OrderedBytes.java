package org.quanhe.crm.search.lucene;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.Money;

/**
 * Numbers, amounts, dates and moments as 16 bytes in their order: a count of billionths, days or nanoseconds. Never a
 * double: an amount of money compared with itself is equal.
 */
final class OrderedBytes {
    static final int LENGTH = 16;

    private static final int DECIMALS = 9;
    private static final BigInteger BILLION = BigInteger.TEN.pow(DECIMALS);
    static final BigInteger HIGHEST = BigInteger.ONE.shiftLeft(127).subtract(BigInteger.ONE);
    static final BigInteger LOWEST = BigInteger.ONE.shiftLeft(127).negate();

    private OrderedBytes() {}

    /** The bytes of a value; null if it is of another kind. */
    static byte @Nullable [] of(Object value) {
        BigInteger count = count(value, RoundingMode.HALF_EVEN);
        return count == null ? null : of(count);
    }

    /** The count that stands for a value; null if it is of another kind. */
    static @Nullable BigInteger count(Object value, RoundingMode rounding) {
        if (value instanceof BigDecimal number) {
            return number.setScale(DECIMALS, rounding).unscaledValue();
        }
        if (value instanceof Money money) {
            return count(money.amount(), rounding);
        }
        if (value instanceof LocalDate date) {
            return BigInteger.valueOf(date.toEpochDay());
        }
        if (value instanceof Instant moment) {
            return BigInteger.valueOf(moment.getEpochSecond())
                    .multiply(BILLION)
                    .add(BigInteger.valueOf(moment.getNano()));
        }
        return null;
    }

    static byte[] of(BigInteger count) {
        byte[] plain = count.min(HIGHEST).max(LOWEST).toByteArray();
        byte[] bytes = new byte[LENGTH];
        Arrays.fill(bytes, 0, LENGTH - plain.length, (byte) (count.signum() < 0 ? -1 : 0));
        System.arraycopy(plain, 0, bytes, LENGTH - plain.length, plain.length);
        // the sign bit turned over makes the order of bytes that of numbers
        bytes[0] ^= (byte) 0x80;
        return bytes;
    }
}
