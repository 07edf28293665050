package org.quanhe.crm.platform.control;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that was read from the database, kept for a short time: what another server changed is seen when that has
 * passed, what this one changed as soon as it was told to forget. What was being read at that moment is not kept.
 *
 * @param <V> must not be changed by who gets it, unless it is a map that only fills
 */
public final class BrieflyKnown<V> {
    private final long freshNanos;
    private final LongSupplier nanos;
    private final AtomicReference<Kept<V>> kept = new AtomicReference<>(new Kept<>(null, 0));

    /** Told apart by being another object, not by what it holds. */
    private static final class Kept<V> {
        private final @Nullable V value;
        private final long at;

        Kept(@Nullable V value, long at) {
            this.value = value;
            this.at = at;
        }
    }

    /** @param fresh how long a change of another server may go unnoticed */
    public BrieflyKnown(Duration fresh) {
        this(fresh, System::nanoTime);
    }

    BrieflyKnown(Duration fresh, LongSupplier nanos) {
        this.freshNanos = fresh.toNanos();
        this.nanos = nanos;
    }

    /** What is kept, or what is read now. */
    public V get(Supplier<V> read) {
        Kept<V> current = kept.get();
        V known = current.value;
        long now = nanos.getAsLong();
        if (known != null && now - current.at <= freshNanos) {
            return known;
        }
        V value = read.get();
        kept.compareAndSet(current, new Kept<>(value, now));
        return value;
    }

    /** The next question reads anew. */
    public void forget() {
        kept.set(new Kept<>(null, 0));
    }
}
