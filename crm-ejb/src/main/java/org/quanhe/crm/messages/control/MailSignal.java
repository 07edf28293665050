package org.quanhe.crm.messages.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.jspecify.annotations.Nullable;

/** Tells the worker that there are mails to send, without knowing it. */
@ApplicationScoped
public class MailSignal {
    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    private volatile @Nullable Runnable worker;

    /** Who is told. */
    public void listen(Runnable listener) {
        worker = listener;
    }

    /** Tells it as soon as the current transaction is committed, once. */
    public void behindTheCommit() {
        if (transactions.getResource(MailSignal.class) == null) {
            transactions.putResource(MailSignal.class, true);
            transactions.registerInterposedSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {
                    // the mails are rows already
                }

                @Override
                public void afterCompletion(int status) {
                    Runnable listener = worker;
                    if (status == Status.STATUS_COMMITTED && listener != null) {
                        listener.run();
                    }
                }
            });
        }
    }
}
