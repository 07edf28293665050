package org.quanhe.crm.lifecycle;

import java.util.List;
import org.quanhe.crm.platform.LocalizedMessage;

/**
 * How a record was held against the profile of the ideal customer.
 *
 * @param code {@code fits} or {@code does-not-fit}; empty where no profile says what to look for, or the record was not
 *     held against it yet
 * @param outdated the profile would say otherwise by now: it was changed, and not run over the records since
 * @param criteria of the profile in force, with what each found
 */
public record Fit(String code, boolean outdated, List<Criterion> criteria) {
    /** Nothing to look for. */
    public static final Fit NONE = new Fit("", false, List.of());

    /**
     * A part of the profile.
     *
     * @param text in words
     * @param met the record fulfils it
     * @param decided it is among those that led to the outcome
     */
    public record Criterion(LocalizedMessage text, boolean met, boolean decided) {}
}
