package org.quanhe.crm.archtest.breach.records;

import org.quanhe.crm.archtest.breach.leads.LeadsFacade;

public class KnowsLeads {
    public LeadsFacade leads;
}
