package org.quanhe.crm.automation.control;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Tells the worker that there is something to do, without knowing it. */
@ApplicationScoped
public class RunSignal {
    private volatile @Nullable Runnable worker;

    /** Who is told. */
    public void listen(Runnable listener) {
        worker = listener;
    }

    void nudge() {
        Runnable listener = worker;
        if (listener != null) {
            listener.run();
        }
    }
}
