package org.quanhe.crm.capture.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import org.quanhe.crm.platform.TimeSource;

/** Forgets page views and turns that are too old. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CaptureSweep {
    private static final Duration TURNS_KEPT = Duration.ofDays(30);

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private VisitBook visits;

    @Inject
    private TimeSource time;

    /** @return how many page views went */
    public int forget() {
        entities.createQuery("delete from CaptureTurn t where t.takenAt < :before and t.holder = 0")
                .setParameter("before", time.now().minus(TURNS_KEPT))
                .executeUpdate();
        return visits.sweep();
    }
}
