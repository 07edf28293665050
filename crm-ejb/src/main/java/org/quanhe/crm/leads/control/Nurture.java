package org.quanhe.crm.leads.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quanhe.crm.automation.spi.WaitingRuns;
import org.quanhe.crm.leads.entity.Lead;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.processes.spi.NurtureRuns;
import org.quanhe.crm.processes.spi.Nurtured;

/**
 * What marketing does with a lead ends when sales get it: runs of automations that wait then do not go on, unless their
 * automation asks for the very status that the lead has with sales, and neither do processes that nurture.
 */
@ApplicationScoped
public class Nurture implements Nurtured {
    @Inject
    private WaitingRuns runs;

    @Inject
    private NurtureRuns processes;

    @Override
    public String type() {
        return HandoverBook.LEADS;
    }

    /** Does what hands the lead to sales. */
    void endsWith(Lead lead, Runnable handing) {
        RecordRef ref = new RecordRef(HandoverBook.LEADS, lead.getId());
        List<Long> before = runs.of(ref);
        handing.run();
        LocalizedMessage why = LocalizedMessage.of("leads.trace.handedOver");
        runs.end(before, ref, "status", why);
        processes.end(ref, why);
    }
}
