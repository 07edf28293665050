package org.quanhe.crm.pipeline;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.audit.DocumentVersion;

/**
 * Pipelines as administrators set them; what they change holds for the next question. Everybody who may see
 * opportunities reads them.
 */
public interface Pipelines {
    /** All of them, that of new opportunities first. */
    List<PipelineView> all();

    /** One of them; the first where the code is empty. NOT_FOUND if there is none of that code. */
    PipelineView open(String code);

    /** A new one, by administrators only; see {@link #change}. */
    PipelineView create(Map<String, ?> document);

    /**
     * Replaces one, by administrators only.
     *
     * @param document {@code {"name": {"en": …}, "stages": [{"code": "quote", "name": {…}, "probability": 50, "norm":
     *     21, "required": ["amount"]}, …, {"code": "won", "name": {…}, "end": "won"}, {"code": "lost", …, "end":
     *     "lost"}], "reasons": [{"code": "price", "name": {…}}], "moves": {"removed-stage": "other-stage"}}}. A code
     *     that is left out is made from the name; without a norm nothing is ever stuck. {@code moves} tells where
     *     opportunities go that stand in a stage that is removed.
     * @param version the version that was looked at; STALE where there is a newer one. Null for whichever it is
     * @throws org.quanhe.crm.platform.CrmException INVALID, naming each place that is wrong
     *     ({@code stages[2].probability}); CONFLICT if opportunities stand in a stage that would go, with how many
     */
    PipelineView change(String code, Map<String, ?> document, @Nullable Long version);

    /** Removes one that no opportunity uses, by administrators only; CONFLICT otherwise, and for the last one. */
    void remove(String code, @Nullable Long version);

    /** What it said at each time, newest first; for administrators only. */
    List<DocumentVersion> versions(String code);

    /** How many opportunities stand in each of its stages, whoever may see them; for administrators only. */
    Map<String, Long> standing(String code);
}
