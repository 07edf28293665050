package org.quanhe.crm.processes;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quanhe.crm.platform.CrmException.Violation;

/**
 * Processes as administrators make them: a draft is changed as often as wanted, publishing it makes a version that
 * never changes again. All but {@link #startable} and {@link #open} are for administrators; everybody else is refused
 * with FORBIDDEN.
 */
public interface Processes {
    /** All of them, those that are retired last. */
    List<ProcessView> all();

    /** Published ones, not retired, of a record type that the caller may read. */
    List<ProcessView> startable(String type);

    /** One; NOT_FOUND if there is none, or it is of a record type that the caller may not read. */
    ProcessView open(long id);

    /**
     * Keeps a new process as a draft. It need not be complete: what publishing would refuse is told by
     * {@link #missing}.
     *
     * @param document see {@link ProcessView#document()}
     * @throws org.quanhe.crm.platform.CrmException INVALID, naming every place that cannot be read
     */
    ProcessView draft(Map<String, ?> document);

    /** Gives the draft another document; what is published stays as it is. */
    ProcessView redraft(long id, Map<String, ?> document);

    /** Drops the draft; a process that was never published is gone. */
    void discard(long id);

    /** A copy as a draft of its own, with the same steps. */
    ProcessView copy(long id);

    /** The sample process as a draft of its own: introduce, communicate, convert, market, and round again. */
    ProcessView sample();

    /** What keeps the document from being published, in words by place; nothing where it can be. */
    List<Violation> missing(long id);

    /**
     * Makes the draft the version on which new runs begin; runs under way stay on theirs.
     *
     * @throws org.quanhe.crm.platform.CrmException INVALID, naming every place that is wrong; CONFLICT without a draft
     */
    ProcessView publish(long id, String why);

    /** Lets no new run begin; runs under way go on. */
    ProcessView retire(long id);

    /** Lets new runs begin again. */
    ProcessView revive(long id);

    /** Record types whose processes may nurture: such runs end when their record is handed over, as leads to sales. */
    Set<String> nurtured();

    /** What was published, newest first. */
    List<ProcessView.Version> versions(long id);
}
