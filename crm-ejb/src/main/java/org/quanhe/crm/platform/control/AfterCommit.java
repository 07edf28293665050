package org.quanhe.crm.platform.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/**
 * What is to be done behind the current transaction: by then it can be read by everybody, or it has not happened.
 *
 * <p>It runs in the thread that committed, outside of any transaction; what it throws reaches nobody.
 */
@ApplicationScoped
public class AfterCommit {
    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    /** Does the work if the transaction is committed. */
    public void run(Runnable work) {
        decide(work, () -> {});
    }

    /** Does the work however the transaction ends. */
    public void always(Runnable work) {
        decide(work, work);
    }

    /**
     * Does the work now, and once more when the current transaction, if there is one, has ended: until then others read
     * what was there before, and the transaction itself what may be taken back.
     */
    public void nowAndThen(Runnable work) {
        work.run();
        if (transactions.getTransactionKey() != null) {
            always(work);
        }
    }

    /** As {@link #run}, but of several calls with an equal key in one transaction only the first counts. */
    public void once(Object key, Runnable work) {
        if (transactions.getResource(key) == null) {
            transactions.putResource(key, true);
            run(work);
        }
    }

    /** Does one of the two when the transaction has ended. */
    public void decide(Runnable committed, Runnable rolledBack) {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // everything was written already
            }

            @Override
            public void afterCompletion(int status) {
                (status == Status.STATUS_COMMITTED ? committed : rolledBack).run();
            }
        });
    }
}
