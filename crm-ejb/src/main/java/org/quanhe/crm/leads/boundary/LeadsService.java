package org.quanhe.crm.leads.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.leads.Leads;
import org.quanhe.crm.leads.control.Refusals;
import org.quanhe.crm.leads.control.WorkList;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.RecordRef;

/** The façade of what becomes of leads. */
@Stateless
@Local(Leads.class)
public class LeadsService implements Leads {
    private static final int MOST = 200;

    @Inject
    private Refusals refusals;

    @Inject
    private WorkList workList;

    @Override
    public void notNow(RecordRef lead, @Nullable Long version, String why, @Nullable LocalDate review) {
        if (!lead.type().equals("leads")) {
            throw CrmException.notFound(lead);
        }
        refusals.notNow(lead, version, why, review);
    }

    @Override
    public List<NextLead> next(int limit) {
        return workList.of(Math.max(1, Math.min(limit, MOST)));
    }
}
