package org.quanhe.crm.pipeline;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.quanhe.crm.platform.LocalizedMessage;

/**
 * A stage of a pipeline.
 *
 * @param code value that opportunities hold; no other stage of any pipeline has it
 * @param name told in the reader's language
 * @param names by language tag, as administrators wrote them
 * @param probability of being won, in percent; 100 where sales are won, 0 where they are lost
 * @param norm days after which an opportunity in it is stuck, 0 for at once; empty for never
 * @param required fields that an opportunity must have to come in
 * @param end where the way ends
 */
public record Stage(
        String code,
        LocalizedMessage name,
        Map<String, String> names,
        int probability,
        OptionalInt norm,
        List<String> required,
        End end) {
    public Stage {
        names = Map.copyOf(names);
        required = List.copyOf(required);
    }

    public boolean open() {
        return end == End.OPEN;
    }

    /** Whether a stage is on the way or ends it. */
    public enum End {
        OPEN,
        WON,
        LOST;

        /** {@code won}, as documents and the status of opportunities say it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
