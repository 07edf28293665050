package org.quanhe.crm.archtest.breach.leads.boundary;

import org.quanhe.crm.archtest.breach.leads.entity.Lead;

public class LeadsService {
    public void save(Lead lead) {}
}
