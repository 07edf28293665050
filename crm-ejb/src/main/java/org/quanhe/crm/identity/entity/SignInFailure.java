package org.quanhe.crm.identity.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Failed sign-ins in a row for a name, whether it exists or not. */
@Entity
@Table(name = "sign_in_failure")
public class SignInFailure {
    /** Failures without a delay. */
    public static final int FREE = 3;

    private static final Duration LONGEST = Duration.ofMinutes(15);

    @Id
    private String username;

    private int failures;

    @Column(name = "blocked_until")
    private @Nullable Instant blockedUntil;

    protected SignInFailure() {}

    public SignInFailure(String username) {
        this.username = username;
    }

    /** Counts a failure; behind the free ones each doubles the delay: 1, 2, 4 … seconds, 15 minutes at most. */
    public void fail(Instant now) {
        failures++;
        if (failures >= FREE) {
            long seconds = Math.min(LONGEST.toSeconds(), 1L << Math.min(failures - FREE, 20));
            blockedUntil = now.plusSeconds(seconds);
        }
    }

    /** Seconds until the next try is looked at, 0 for now. */
    public long delaySeconds(Instant now) {
        return blockedUntil == null || !blockedUntil.isAfter(now)
                ? 0
                : Duration.between(now, blockedUntil).toMillis() / 1000 + 1;
    }

    public int triesBeforeDelay() {
        return Math.max(0, FREE - failures);
    }
}
