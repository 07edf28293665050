package org.quanhe.crm.container;

import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;

/** Hands work to the server's threads as the application's workers do: from a bean, without a transaction. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Background {
    @Resource
    private ManagedExecutorService executor;

    /** Begins the work on another thread. */
    public <T> Future<T> begin(Callable<T> work) {
        return executor.submit(work);
    }
}
