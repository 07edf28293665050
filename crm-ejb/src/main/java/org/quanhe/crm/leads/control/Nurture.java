package org.quanhe.crm.leads.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quanhe.crm.automation.spi.WaitingRuns;
import org.quanhe.crm.leads.entity.Lead;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;

/**
 * What marketing's automations do with a lead ends when sales get it: runs that wait then do not go on, unless their
 * automation asks for the very status that the lead has with sales.
 */
@ApplicationScoped
public class Nurture {
    @Inject
    private WaitingRuns runs;

    /** Does what hands the lead to sales. */
    void endsWith(Lead lead, Runnable handing) {
        RecordRef ref = new RecordRef(HandoverBook.LEADS, lead.getId());
        List<Long> before = runs.of(ref);
        handing.run();
        runs.end(before, ref, "status", LocalizedMessage.of("leads.trace.handedOver"));
    }
}
