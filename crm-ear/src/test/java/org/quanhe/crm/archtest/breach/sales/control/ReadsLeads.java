package org.quanhe.crm.archtest.breach.sales.control;

import org.quanhe.crm.archtest.breach.leads.entity.Lead;

/** Takes an entity of another capability. */
public class ReadsLeads {
    public Lead lead;
}
