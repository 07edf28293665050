package org.quanhe.crm.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.quanhe.crm.identity.entity.AccessToken;
import org.quanhe.crm.platform.control.AfterCommit;
import org.quanhe.crm.platform.control.BrieflyKnown;

/** Tokens looked up lately, for a few seconds: every REST call asks. */
@ApplicationScoped
public class TokenCache {
    private record Known(String username, Instant expiresAt) {}

    @Inject
    private AfterCommit afterCommit;

    private final BrieflyKnown<Map<String, Known>> tokens = new BrieflyKnown<>(Duration.ofSeconds(5));

    /** The user of the token with that hash, if it has not expired. */
    public Optional<String> user(String hash, Instant now, Function<String, Optional<AccessToken>> load) {
        Map<String, Known> known = tokens.get(ConcurrentHashMap::new);
        Known token = known.get(hash);
        if (token == null) {
            Optional<AccessToken> stored = load.apply(hash);
            if (stored.isEmpty()) {
                return Optional.empty();
            }
            token = new Known(stored.get().username(), stored.get().expiresAt());
            known.put(hash, token);
        }
        return token.expiresAt().isAfter(now) ? Optional.of(token.username()) : Optional.empty();
    }

    /** Tokens were revoked: all are looked up again, now and behind the commit. */
    public void forget() {
        afterCommit.nowAndThen(tokens::forget);
    }
}
