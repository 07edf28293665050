package org.quanhe.crm.automation.spi;

import java.util.List;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;

/** Runs of automations that wait with a record, for capabilities whose verbs end what went on before. */
public interface WaitingRuns {
    /** Numbers of those that wait now, by time or for a change of the record. */
    List<Long> of(RecordRef record);

    /**
     * Ends runs that still wait, but for those whose automation asks for a field that the record fulfils now.
     *
     * @param runs numbers as {@link #of} gave them, before the record was changed
     * @param field a condition that looks at it, and holds, keeps the run
     * @param why told in the trace
     * @return how many were ended
     */
    int end(List<Long> runs, RecordRef record, String field, LocalizedMessage why);
}
