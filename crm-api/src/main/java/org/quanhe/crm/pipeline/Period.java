package org.quanhe.crm.pipeline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;

/**
 * Days in the installation's time zone.
 *
 * @param to the last one
 */
public record Period(LocalDate from, LocalDate to) {
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2199;

    /** INVALID where it ends before it begins, or lies too far away. */
    public Period {
        if (from.isAfter(to)) {
            throw CrmException.invalidField(
                    "to", LocalizedMessage.of("pipeline.error.period", from.toString(), to.toString()));
        }
        if (from.getYear() < FIRST_YEAR || to.getYear() > LAST_YEAR) {
            throw CrmException.invalidField(
                    from.getYear() < FIRST_YEAR ? "from" : "to",
                    LocalizedMessage.of(
                            "pipeline.error.year", Integer.toString(FIRST_YEAR), Integer.toString(LAST_YEAR)));
        }
    }

    /** The same number of days right before it. */
    public Period before() {
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        return new Period(from.minusDays(days), from.minusDays(1));
    }
}
