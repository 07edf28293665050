package org.quanhe.crm.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.quanhe.crm.identity.entity.AccessToken;
import org.quanhe.crm.platform.control.AfterCommit;

/** Tokens looked up lately, for a few seconds: every REST call asks. */
@ApplicationScoped
public class TokenCache {
    private static final long FRESH_NANOS = 5_000_000_000L;
    private static final int MOST = 10_000;

    private record Known(String username, Instant expiresAt, long at) {}

    @Inject
    private AfterCommit afterCommit;

    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** How often everything was forgotten: what was read before the last time is not kept. */
    private final AtomicLong forgotten = new AtomicLong();

    /** The user of the token with that hash, if it has not expired. */
    public Optional<String> user(String hash, Instant now, Function<String, Optional<AccessToken>> load) {
        Known token = known.get(hash);
        if (token == null || System.nanoTime() - token.at() > FRESH_NANOS) {
            long before = forgotten.get();
            Optional<AccessToken> stored = load.apply(hash);
            if (stored.isEmpty()) {
                return Optional.empty();
            }
            if (known.size() > MOST) {
                known.clear();
            }
            token = new Known(stored.get().username(), stored.get().expiresAt(), System.nanoTime());
            known.put(hash, token);
            if (forgotten.get() != before) {
                known.remove(hash, token);
            }
        }
        return token.expiresAt().isAfter(now) ? Optional.of(token.username()) : Optional.empty();
    }

    /** Tokens were revoked: all are looked up again, now and behind the commit. */
    public void forget() {
        afterCommit.nowAndThen(() -> {
            forgotten.incrementAndGet();
            known.clear();
        });
    }
}
