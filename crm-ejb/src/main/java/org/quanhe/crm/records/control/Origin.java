package org.quanhe.crm.records.control;

import java.util.List;
import java.util.function.Supplier;

/**
 * What led to what the current thread writes. It goes along with the rows of the {@link CalculationQueue}, so that what
 * is worked out behind a commit still knows it.
 *
 * @param automations numbers of the automations that led here, oldest first; empty where people or other systems began
 * @param published true where fields were published: values are others now, but nobody changed a record
 */
public record Origin(List<Long> automations, boolean published) {
    /** Somebody's own doing. */
    static final Origin SOMEBODY = new Origin(List.of(), false);

    /** An administrator published fields. */
    static final Origin PUBLISHED = new Origin(List.of(), true);

    private static final ThreadLocal<Origin> CURRENT = ThreadLocal.withInitial(() -> SOMEBODY);

    public Origin {
        automations = List.copyOf(automations);
    }

    /** @param automations numbers of the automations that led here, oldest first */
    public static Origin of(List<Long> automations) {
        return new Origin(automations, false);
    }

    /** The one of the current thread. */
    public static Origin current() {
        return CURRENT.get();
    }

    /** Does the work as something that this led to. */
    public <T> T leadsTo(Supplier<T> work) {
        Origin before = CURRENT.get();
        CURRENT.set(this);
        try {
            return work.get();
        } finally {
            if (before.equals(SOMEBODY)) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }

    /** The same for work that has no result. */
    void leads(Runnable work) {
        leadsTo(() -> {
            work.run();
            return true;
        });
    }
}
