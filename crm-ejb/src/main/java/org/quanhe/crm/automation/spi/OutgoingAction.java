package org.quanhe.crm.automation.spi;

import java.time.Duration;
import org.quanhe.crm.platform.LocalizedMessage;

/**
 * An action that speaks to another system. What is said is made inside the step's transaction, said outside of any, and
 * what came of it is written in a third: no transaction waits for a foreign server. A crash in between says it again,
 * with the same number, by which the other side can tell.
 *
 * <p>{@link #run} is called by dry runs alone, and says what would be sent.
 */
public interface OutgoingAction extends Action {
    /** Makes what is to be sent; throwing lets the step be tried again later. */
    Parcel parcel(Arguments step, Step run);

    /** Something ready to be sent. */
    interface Parcel {
        /** Sends it; never throws for what the other side does. */
        Answer send();

        /** How long sending can take at most; behind that, a crash is taken for granted. */
        Duration patience();
    }

    /**
     * What came of it.
     *
     * @param verdict how the run goes on
     * @param text what the trace says
     */
    record Answer(Verdict verdict, LocalizedMessage text) {}

    /** How a run goes on. */
    enum Verdict {
        /** It was taken: the next step. */
        TAKEN,
        /** It may be taken another time: tried again. */
        LATER,
        /** It would be refused again: the run is given up. */
        NEVER
    }
}
