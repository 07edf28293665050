package org.quanhe.crm.pipeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.LocalizedMessage;

/**
 * A time that an opportunity stood in a stage.
 *
 * @param stage code
 * @param name of the stage, also of one that is not there any more
 * @param enteredBy name of who brought it there
 * @param left null if it stands there
 * @param leftBy name of who took it away, empty if it stands there
 * @param seconds how long it stood there, until now if it does
 */
public record StageStay(
        String stage,
        LocalizedMessage name,
        Instant entered,
        String enteredBy,
        @Nullable Instant left,
        String leftBy,
        long seconds) {}
