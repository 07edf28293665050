package org.quanhe.crm.identity.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignInFailureTest {
    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");

    @Test
    void eachFailureDoublesTheDelayUpToAQuarterOfAnHour() {
        SignInFailure failure = new SignInFailure("anh");
        List<Long> delays = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            failure.fail(NOW);
            // a moment before the end, so that the second under way counts whole
            delays.add(failure.delaySeconds(NOW.plusMillis(1)));
        }
        assertThat(delays)
                .containsExactly(0L, 0L, 1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 900L, 900L, 900L, 900L);
        assertThat(failure.delaySeconds(NOW.plusSeconds(900))).isZero();
    }
}
