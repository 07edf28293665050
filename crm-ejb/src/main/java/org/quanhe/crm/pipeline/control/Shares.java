package org.quanhe.crm.pipeline.control;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Parts of a whole in percent, with one digit behind the point. */
final class Shares {
    private static final long TENTHS = 1_000;

    private Shares() {}

    /**
     * Shares that are exactly 100 together: each is rounded down, and the largest remainders get what is missing; of
     * equal ones the first. All are 0 where there is nothing to share.
     */
    static List<BigDecimal> of(List<Long> counts) {
        BigInteger all = counts.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        if (all.signum() == 0) {
            return counts.stream().map(count -> tenths(0)).toList();
        }
        long[] shares = new long[counts.size()];
        List<BigInteger> remainders = new ArrayList<>();
        long given = 0;
        for (int i = 0; i < shares.length; i++) {
            BigInteger[] parts = BigInteger.valueOf(counts.get(i))
                    .multiply(BigInteger.valueOf(TENTHS))
                    .divideAndRemainder(all);
            shares[i] = parts[0].longValueExact();
            remainders.add(parts[1]);
            given += shares[i];
        }
        IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.<Integer, BigInteger>comparing(remainders::get)
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(TENTHS - given)
                .forEach(i -> shares[i]++);
        return IntStream.range(0, shares.length)
                .mapToObj(i -> tenths(shares[i]))
                .toList();
    }

    /** How much of a whole a part is; null where there is no whole. */
    static @Nullable BigDecimal rate(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }

    private static BigDecimal tenths(long tenths) {
        return BigDecimal.valueOf(tenths, 1);
    }
}
