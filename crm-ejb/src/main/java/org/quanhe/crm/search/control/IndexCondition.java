package org.quanhe.crm.search.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.TimeSource;

/**
 * Whether what is saved reaches the index. While it does not, saves go on and wait in the outbox; people who search are
 * told.
 */
@ApplicationScoped
public class IndexCondition {
    private static final System.Logger LOG = System.getLogger(IndexCondition.class.getName());

    @Inject
    private TimeSource time;

    private @Nullable Instant behindSince;

    /** Since when the index takes nothing, empty while it does. */
    public synchronized Optional<Instant> behindSince() {
        return Optional.ofNullable(behindSince);
    }

    synchronized void failed(RuntimeException why) {
        if (behindSince == null) {
            behindSince = time.now();
            LOG.log(Level.WARNING, "the index is behind; saves go on and wait for it", why);
        }
    }

    /** Everything that was waiting is safe in the index. */
    synchronized void caughtUp() {
        if (behindSince != null) {
            LOG.log(Level.INFO, "the index was behind since {0} and has caught up", behindSince);
            behindSince = null;
        }
    }
}
