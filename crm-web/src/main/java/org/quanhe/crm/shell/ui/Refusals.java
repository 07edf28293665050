package org.quanhe.crm.shell.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;

/** Finds the refusal inside what containers wrap around it. */
public final class Refusals {
    private static final int DEEPEST = 12;

    private Refusals() {}

    public static Optional<CrmException> of(Throwable thrown) {
        @Nullable Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof CrmException refusal) {
                return Optional.of(refusal);
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    /** What is wrong at which place, told to the viewer; of one place all of it. */
    public static Map<String, String> beside(CrmException refusal, Viewer viewer) {
        Map<String, String> beside = new LinkedHashMap<>();
        refusal.violations()
                .forEach(violation -> beside.merge(
                        violation.field(),
                        viewer.texts().text(violation.message()),
                        (one, other) -> one + " " + other));
        return beside;
    }
}
