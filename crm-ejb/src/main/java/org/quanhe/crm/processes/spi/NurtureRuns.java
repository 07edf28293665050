package org.quanhe.crm.processes.spi;

import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;

/** Runs of processes that nurture a record, for capabilities whose verbs end nurturing; see {@link Nurtured}. */
public interface NurtureRuns {
    /**
     * Ends those that are under way, in the name of the caller and inside the caller's transaction. Runs whose version
     * does not say that it nurtures go on.
     *
     * @param record locked by the caller
     * @param why told on the record's timeline and in its audit
     * @return how many were ended
     */
    int end(RecordRef record, LocalizedMessage why);
}
