package org.quanhe.crm.lifecycle;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.RecordRef;

/**
 * The stages that records go through. One lifecycle is in force; record types that take part have the fields
 * {@code lifecycleStage} and {@code stageSince}.
 */
public interface Lifecycle {
    /** The lifecycle in force, for everybody who is signed in. */
    LifecycleView shown();

    /**
     * Sets other stages. Records in a stage that is not among them go where {@code moves} of the document says.
     *
     * @param document {@code stages}, and {@code moves}: codes of stages that are left out, with the stage for the
     *     records that stand there
     * @param version the version that the caller saw; null changes whatever is there
     * @throws org.quanhe.crm.platform.CrmException FORBIDDEN for all but administrators; STALE; INVALID naming every
     *     place that is wrong, and how many records stand in a stage that goes
     */
    LifecycleView change(Map<String, ?> document, @Nullable Long version);

    /** Lifecycles to begin with. */
    List<LifecycleTemplate> templates();

    /**
     * Takes the stages of a template. Stages of the same code keep their team and conditions.
     *
     * @param moves as of {@link #change}
     */
    LifecycleView use(String template, Map<String, String> moves, @Nullable Long version);

    /**
     * Where records of a stage that goes would go if nobody says otherwise, by code: stages of a template that are at
     * about the same place.
     */
    Map<String, String> suggestedMoves(String template);

    /** Record types that go through the lifecycle and that the caller may read. */
    List<String> types();

    /** Where the record stands, as far as the caller may read it. */
    RecordStage of(RecordRef ref);

    /**
     * Moves a record to a stage. The entry condition of the stage must hold, and for a later stage the exit condition
     * of the current one too. It goes on by itself as far as conditions say.
     *
     * @param version the version that the caller saw; null moves whatever is there
     * @param why for the history, may be empty
     * @throws org.quanhe.crm.platform.CrmException NOT_FOUND; FORBIDDEN without the right to change the record; STALE
     *     if somebody was faster; INVALID naming all that is missing
     */
    RecordStage move(RecordRef ref, @Nullable Long version, String stage, String why);
}
