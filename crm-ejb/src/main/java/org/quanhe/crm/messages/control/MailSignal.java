package org.quanhe.crm.messages.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.control.AfterCommit;

/** Tells the worker that there are mails to send, without knowing it. */
@ApplicationScoped
public class MailSignal {
    @Inject
    private AfterCommit afterCommit;

    private volatile @Nullable Runnable worker;

    /** Who is told. */
    public void listen(Runnable listener) {
        worker = listener;
    }

    /** Tells it as soon as the current transaction is committed, once. */
    public void behindTheCommit() {
        afterCommit.once(MailSignal.class, () -> {
            Runnable listener = worker;
            if (listener != null) {
                listener.run();
            }
        });
    }
}
