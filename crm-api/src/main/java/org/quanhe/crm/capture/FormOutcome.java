package org.quanhe.crm.capture;

import java.util.List;
import org.quanhe.crm.platform.CrmException.Violation;

/**
 * What became of a form that was sent.
 *
 * @param violations what is wrong, by field; empty where nothing is
 * @param download signed key of the document to download, empty for none
 */
public record FormOutcome(Kind kind, List<Violation> violations, String download) {
    /** What became of it. */
    public enum Kind {
        /** It is taken, now or the first time that it came. */
        TAKEN,
        /** Something is wrong with what was typed. */
        WRONG,
        /** It came faster than a person types: the same form can be sent again. */
        TOO_FAST,
        /** The form was given out too long ago, or not by this application: a new one is needed. */
        STALE,
        /** It is switched off. */
        OFF
    }

    /** Something that has nothing more to say. */
    public static FormOutcome of(Kind kind) {
        return new FormOutcome(kind, List.of(), "");
    }
}
