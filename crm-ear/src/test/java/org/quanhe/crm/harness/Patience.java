package org.quanhe.crm.harness;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what happens in its own time: a machine with nothing else to do takes seconds for it at most. */
public final class Patience {
    /** Only something that is broken, or a machine that stands still, takes so long. */
    static final Duration LONG = Duration.ofMinutes(10);

    private static final long PAUSE_MILLIS = 5;

    private Patience() {}

    /** Returns as soon as that is so; throws with those words where it does not become so. */
    public static void until(String what, BooleanSupplier so) {
        until(what, PAUSE_MILLIS, so);
    }

    /** The same with so many milliseconds from one look to the next, where a look is work for the server. */
    public static void until(String what, long pauseMillis, BooleanSupplier so) {
        var end = System.nanoTime() + LONG.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not in " + LONG + ": " + what);
            }
            pause(pauseMillis);
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
