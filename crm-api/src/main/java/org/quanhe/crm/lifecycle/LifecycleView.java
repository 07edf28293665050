package org.quanhe.crm.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.quanhe.crm.audit.FieldChange;

/**
 * The lifecycle in force.
 *
 * @param stages in their order, the first is where records begin; conditions are told to administrators alone
 * @param teams names of the teams that own stages, by number
 * @param document the same as JSON has it, for {@link Lifecycle#change}
 * @param version rises with every change
 * @param standing how many records stand in each stage, by code; told to administrators alone
 * @param changes what was changed lately, newest first; told to administrators alone
 */
public record LifecycleView(
        List<Stage> stages,
        Map<Long, String> teams,
        Map<String, Object> document,
        long version,
        Map<String, Long> standing,
        List<Change> changes) {
    /** What somebody changed. */
    public record Change(Instant at, String by, List<FieldChange> fields) {}
}
