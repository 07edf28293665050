package org.quanhe.crm.archtest.breach.leads.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.quanhe.crm.archtest.breach.leads.boundary.LeadsService;

/** Knows its boundary. */
@Entity
public class Lead {
    @Id
    private long id;

    public void save(LeadsService leads) {
        leads.save(this);
    }

    public long id() {
        return id;
    }
}
