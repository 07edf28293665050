package org.quanhe.crm.scoring;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The model by which leads are scored. It is edited as a draft by marketing and sales; when both have agreed to the
 * same draft, it is in force and all leads are scored anew.
 *
 * <p>All methods throw {@link org.quanhe.crm.platform.CrmException}: FORBIDDEN for other roles, STALE for a draft that
 * somebody else changed, INVALID with the place of each fault.
 */
public interface ScoreModels {
    /** Draft, model in force and who has agreed. */
    ScoreModelView shown();

    /**
     * Replaces the draft; whoever had agreed to the former one is asked again.
     *
     * @param version version of the draft that was looked at
     */
    ScoreModelView draft(Map<String, ?> document, @Nullable Long version);

    /** What the draft would do to the leads of today, without doing it. */
    ScoreTrial trial(@Nullable Map<String, ?> document);

    /**
     * Agrees to the draft for one side. Marketing speaks for marketing, sales for sales, managers and administrators
     * for either.
     *
     * @param version version of the draft that was looked at: nobody agrees to what they have not seen
     */
    ScoreModelView agree(Side side, long version);

    /**
     * Attributes that went with won deals, as criteria.
     *
     * @throws org.quanhe.crm.platform.CrmException NOT_FOUND for who may see no opportunities, FORBIDDEN for who may
     *     not read how they ended or which lead they came from
     */
    ScoreSuggestions suggestions();

    /**
     * Adds a suggested criterion to the draft; nothing happens where it is there. Both sides agree as to every draft.
     *
     * @param key of the suggestion
     * @param version version of the draft that was looked at, null takes whichever is there
     * @throws org.quanhe.crm.platform.CrmException INVALID if the deals of now do not suggest it
     */
    ScoreModelView adopt(String key, @Nullable Long version);

    /** Who has to agree. */
    enum Side {
        MARKETING,
        SALES
    }
}
