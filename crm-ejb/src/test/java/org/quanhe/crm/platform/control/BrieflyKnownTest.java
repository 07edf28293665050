package org.quanhe.crm.platform.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BrieflyKnownTest {
    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger reads = new AtomicInteger();
    private final BrieflyKnown<Integer> known = new BrieflyKnown<>(Duration.ofSeconds(1), now::get);

    private int ask() {
        return known.get(reads::incrementAndGet);
    }

    @Test
    void isReadOnceUntilItIsOld() {
        assertThat(ask()).isEqualTo(1);
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(ask()).isEqualTo(1);
        now.incrementAndGet();
        assertThat(ask()).isEqualTo(2);
        assertThat(ask()).isEqualTo(2);
    }

    @Test
    void isReadAnewWhenForgotten() {
        ask();
        known.forget();
        assertThat(ask()).isEqualTo(2);
    }

    @Test
    void whatWasBeingReadWhenItWasForgottenIsNotKept() {
        assertThat(known.get(() -> {
                    known.forget();
                    return 100;
                }))
                .isEqualTo(100);
        assertThat(ask()).isEqualTo(1);
        known.forget();
        known.get(() -> {
            known.forget();
            return 100;
        });
        assertThat(ask()).isEqualTo(2);
    }

    @Test
    void whatSomebodyElseReadMeanwhileStays() {
        known.get(() -> {
            ask();
            return 100;
        });
        assertThat(ask()).isEqualTo(1);
    }
}
