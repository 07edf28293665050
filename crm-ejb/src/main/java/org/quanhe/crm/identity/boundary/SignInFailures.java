package org.quanhe.crm.identity.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import org.quanhe.crm.identity.entity.SignInFailure;
import org.quanhe.crm.platform.TimeSource;

/** Counts failed sign-ins, each in a short transaction of its own: hashing a password takes too long to hold a lock. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SignInFailures {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private TimeSource time;

    /** Seconds until the next try for that name is looked at, 0 for now. */
    public long delaySeconds(String username) {
        SignInFailure failures = entities.find(SignInFailure.class, username);
        return failures == null ? 0 : failures.delaySeconds(time.now());
    }

    /** Counts a failure; returns the tries left without a delay. Fails if another thread counts the first one too. */
    public int count(String username) {
        SignInFailure failures = entities.find(SignInFailure.class, username, LockModeType.PESSIMISTIC_WRITE);
        if (failures == null) {
            failures = new SignInFailure(username);
            entities.persist(failures);
        }
        failures.fail(time.now());
        entities.flush();
        return failures.triesBeforeDelay();
    }

    /** A sign-in succeeded. */
    public void forget(String username) {
        entities.createQuery("delete from SignInFailure f where f.username = :name")
                .setParameter("name", username)
                .executeUpdate();
    }
}
