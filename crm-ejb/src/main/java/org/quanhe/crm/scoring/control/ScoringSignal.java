package org.quanhe.crm.scoring.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tells the worker that there is something to score, so that it need not wait for its next look. */
@ApplicationScoped
public class ScoringSignal {
    private volatile Runnable worker = () -> {};
    private final AtomicBoolean stopped = new AtomicBoolean();

    /** Whom to tell. */
    public void wake(Runnable whom) {
        worker = whom;
    }

    /** Nobody is told any more. */
    public void stop() {
        stopped.set(true);
    }

    void ring() {
        if (!stopped.get()) {
            worker.run();
        }
    }
}
