package org.quanhe.crm.search.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.platform.RecordRef;

class OpenedRecordTest {
    private static final RecordRef REF = new RecordRef("customers", 1);
    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");

    private static Instant daysAgo(int days) {
        return NOW.minus(Duration.ofDays(days));
    }

    private static OpenedRecord opened(int... daysAgo) {
        OpenedRecord record = new OpenedRecord(7, REF, daysAgo(daysAgo[0]));
        for (int i = 1; i < daysAgo.length; i++) {
            record.again(daysAgo(daysAgo[i]));
        }
        return record;
    }

    @Test
    void anOpeningCountsHalfAfterFourteenDays() {
        double one = opened(0).heat();
        assertThat(opened(14).heat()).isCloseTo(one - 1, within(1e-9));
        assertThat(opened(14, 14).heat()).isCloseTo(one, within(1e-9));
        assertThat(opened(28, 14, 0).heat()).isCloseTo(one + Math.log(1.75) / Math.log(2), within(1e-9));
    }

    @Test
    void whatIsOpenedDailyNowComesBeforeWhatWasOpenedDailyInSpring() {
        int[] spring = new int[60];
        for (int i = 0; i < spring.length; i++) {
            spring[i] = 240 - i;
        }
        assertThat(opened(2, 1, 0).heat()).isGreaterThan(opened(spring).heat());
        assertThat(opened(3, 2, 1, 0).heat()).isGreaterThan(opened(0).heat());
    }

    @Test
    void centuriesApartOverflowNothing() {
        OpenedRecord record = new OpenedRecord(7, REF, Instant.parse("1990-01-01T00:00:00Z"));
        record.again(Instant.parse("2300-01-01T00:00:00Z"));
        record.again(Instant.parse("1990-01-01T00:00:00Z"));
        assertThat(record.heat()).isFinite();
    }
}
