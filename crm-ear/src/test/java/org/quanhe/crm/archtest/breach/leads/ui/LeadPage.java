package org.quanhe.crm.archtest.breach.leads.ui;

import org.quanhe.crm.archtest.breach.leads.entity.Lead;

/** A page that holds an entity. */
public class LeadPage {
    public Lead lead;
}
