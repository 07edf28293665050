package org.quanhe.crm.archtest.breach.leads;

import jakarta.persistence.EntityManager;

/** A contract that speaks JPA. */
public interface LeadsFacade {
    void in(EntityManager entities);
}
