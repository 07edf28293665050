package org.quanhe.crm.leads;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;

/**
 * What becomes of leads. One call is one transaction.
 *
 * <p>All methods throw {@link org.quanhe.crm.platform.CrmException}: NOT_FOUND also for what the caller may not see,
 * FORBIDDEN for what may not be changed, STALE for a version that is not the current one, INVALID.
 */
public interface Leads {
    /**
     * The person does not want to buy now. The lead is kept and nurtured, the refusal counts in its score, and it is
     * looked at again.
     *
     * @param why the reason, asked for
     * @param review when it is looked at again; null for a day by its score: 30 days for a hot one, 60 for a warm one,
     *     90 for a cold one
     */
    void notNow(RecordRef lead, @Nullable Long version, String why, @Nullable LocalDate review);

    /**
     * What the caller does next: own leads that are accepted, or wait for the caller's answer, or are new, the highest
     * potential first. Nurtured ones come back on the day of their review, if they are not cold.
     */
    List<NextLead> next(int limit);

    /**
     * A lead to work on.
     *
     * @param reason why it stands there: the strongest line of its score
     * @param potential its score
     */
    record NextLead(
            RecordRef lead,
            String name,
            String company,
            String status,
            int potential,
            String band,
            LocalizedMessage reason,
            @Nullable LocalDate review) {}
}
