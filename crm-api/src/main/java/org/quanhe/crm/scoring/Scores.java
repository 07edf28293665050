package org.quanhe.crm.scoring;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.RecordRef;

/**
 * Scores of leads. One call is one transaction; who may not see the lead finds none.
 *
 * <p>All methods throw {@link org.quanhe.crm.platform.CrmException}: NOT_FOUND, FORBIDDEN, INVALID.
 */
public interface Scores {
    /** The score with its lines. */
    ScoreView explain(RecordRef lead);

    /** The scores of several leads, read in one go; those that the caller may not see are left out. */
    Map<RecordRef, ScoreView> explain(Collection<RecordRef> leads);

    /**
     * Gives or takes points by hand.
     *
     * @param points -100 to 100, not 0
     * @param why the reason, asked for
     */
    ScoreView adjust(RecordRef lead, int points, String why);

    /**
     * Notes what the person did.
     *
     * @param about page, document or mail, may be empty
     * @param at when; null for now. The future is refused
     */
    ScoreView signal(RecordRef lead, SignalKind kind, String about, @Nullable Instant at);
}
