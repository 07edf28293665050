package org.quanhe.crm.records;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.audit.FieldChange;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;

/**
 * One thing that happened with a record.
 *
 * @param id position for going on behind it
 * @param at when it happened
 * @param author display name of who did it
 * @param activity the activity, or null for a change of fields
 * @param action {@code created}, {@code changed}, {@code deleted}, {@code restored} for changes of fields, else empty
 * @param changes changed fields
 * @param why reason given; the text of nobody's reason is empty
 * @param about the record it happened to
 */
public record TimelineEntry(
        String id,
        Instant at,
        String author,
        @Nullable RecordView activity,
        String action,
        List<FieldChange> changes,
        LocalizedMessage why,
        RecordRef about) {}
