package org.quanhe.crm.leads;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.Portion;
import org.quanhe.crm.platform.RecordRef;

/**
 * Leads on their way from marketing to sales, who accept them or return them with a reason. One call is one
 * transaction.
 *
 * <p>All methods throw {@link org.quanhe.crm.platform.CrmException}: NOT_FOUND also for what the caller may not see,
 * FORBIDDEN for who was not asked, CONFLICT with what became of it where somebody else was faster, STALE for a version
 * that is not the current one.
 */
public interface Handovers {
    /** The question that is open, if sales have been asked. */
    Optional<HandoverView> open(RecordRef lead);

    /** Who was responsible in which status. */
    LeadTrail trail(RecordRef lead);

    /**
     * Questions that wait, the most urgent first: those that the caller may answer, or all that the caller may see.
     *
     * @param cursor where the portion begins, null for the beginning; INVALID for what is no place of the list
     */
    Portion<HandoverView> waiting(boolean all, @Nullable String cursor, int limit);

    /**
     * Asks sales to accept the lead.
     *
     * @param to number of the user who is asked; null lets the rules find one
     * @param note what sales should know, may be empty
     */
    HandoverView ask(RecordRef lead, @Nullable Long version, @Nullable Long to, String note);

    /**
     * Accepts the lead: the caller owns it.
     *
     * @param call a first call is put on the caller's calendar, within working time, in that language; null for none
     */
    void accept(RecordRef lead, @Nullable Long version, @Nullable Language call);

    /** Returns the lead to who asked; the reason is asked for. */
    void giveBack(RecordRef lead, @Nullable Long version, String why);

    /** Asks somebody else instead; the time for the answer begins anew. */
    HandoverView pass(RecordRef lead, @Nullable Long version, long to, String note);

    /** How leads find their way. */
    HandoverSettings settings();

    /** Changes that, by managers and administrators; INVALID names the place of each fault. */
    HandoverSettings change(Map<String, ?> document, @Nullable Long version);

    /** What became of those that sales were asked about. */
    HandoverCounts counts();
}
