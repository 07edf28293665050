package org.quanhe.crm.automation.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Tells the worker that there is something to do, without knowing it. */
@ApplicationScoped
public class RunSignal {
    private final Queue<Long> woken = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Runnable worker;

    /** Who is told. */
    public void listen(Runnable listener) {
        worker = listener;
    }

    /** These runs want to be asked again. */
    void wake(List<Long> runs) {
        woken.addAll(runs);
        nudge();
    }

    /** The runs that were woken since this was asked last. */
    public List<Long> woken() {
        List<Long> runs = new ArrayList<>();
        for (Long run = woken.poll(); run != null; run = woken.poll()) {
            runs.add(run);
        }
        return runs;
    }

    void nudge() {
        Runnable listener = worker;
        if (listener != null) {
            listener.run();
        }
    }
}
