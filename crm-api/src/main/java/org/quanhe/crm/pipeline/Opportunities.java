package org.quanhe.crm.pipeline;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.RecordView;

/**
 * What is done with opportunities, within the caller's rights. Records are made, read and changed as all others are
 * ({@link org.quanhe.crm.records.Records}); stage, status and reason are changed here alone.
 *
 * <p>All methods throw {@link org.quanhe.crm.platform.CrmException}: NOT_FOUND for what the caller may not see,
 * FORBIDDEN for what is seen but may not be changed, STALE, telling who was faster, for a version that is not the
 * current one (null takes whichever it is), CONFLICT where the state does not allow it.
 */
public interface Opportunities {
    /**
     * Moves to another stage of its pipeline; the stage in which sales are won wins it.
     *
     * @throws org.quanhe.crm.platform.CrmException INVALID for a stage that the pipeline does not have, for the one in
     *     which sales are lost, which wants a reason, and with one violation for each field that the stage demands and
     *     that is empty
     */
    RecordView move(RecordRef ref, @Nullable Long version, String stage);

    /** It is sold. */
    RecordView win(RecordRef ref, @Nullable Long version, Outcome outcome);

    /** It is not sold; the reason must be given. */
    RecordView lose(RecordRef ref, @Nullable Long version, Outcome outcome);

    /** It is worked at again, in the open stage in which it stood last. */
    RecordView reopen(RecordRef ref, @Nullable Long version);

    /** The stages in which it stood, the first one first. */
    List<StageStay> stays(RecordRef ref);

    /**
     * Why a sale was won or lost.
     *
     * @param reason code of a reason of the pipeline
     * @param competitor who got it, or who did not; absent keeps what the record says
     */
    record Outcome(Optional<String> reason, Optional<String> competitor) {}
}
