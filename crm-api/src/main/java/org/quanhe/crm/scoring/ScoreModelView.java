package org.quanhe.crm.scoring;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.audit.DocumentVersion;

/**
 * The model of scores as it stands.
 *
 * @param version version of the draft
 * @param draft the document that is being agreed on
 * @param number number of the model in force; 0 for the one that comes with the application
 * @param inForce its document
 * @param differs the draft is another one than the model in force
 * @param marketing who agreed for marketing; empty while nobody has
 * @param sales who agreed for sales
 * @param rescoring how far the scoring of all leads is, null where none is under way
 * @param versions what was in force before, newest first
 */
public record ScoreModelView(
        long version,
        Map<String, Object> draft,
        int number,
        Map<String, Object> inForce,
        boolean differs,
        String marketing,
        String sales,
        @Nullable Progress rescoring,
        List<DocumentVersion> versions) {

    /**
     * The scoring of all leads by a new model.
     *
     * @param done leads that were looked at
     * @param total leads when it began
     * @param changed scores that became others
     */
    public record Progress(
            int number,
            long done,
            long total,
            long changed,
            Instant startedAt,
            @Nullable Instant endedAt) {
        /** 0 to 100. */
        public int percent() {
            return total == 0 ? 100 : (int) Math.min(100, 100 * done / total);
        }
    }
}
