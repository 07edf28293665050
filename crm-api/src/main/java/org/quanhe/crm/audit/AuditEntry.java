package org.quanhe.crm.audit;

import java.time.Instant;
import java.util.List;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;

/**
 * A line of the audit.
 *
 * @param id number of the line
 * @param ref record that was changed
 * @param at when
 * @param by display name of who did it
 * @param action {@code created}, {@code changed}, {@code deleted}, {@code restored}
 * @param changes changed fields, those the reader may see
 * @param why reason given; the text of nobody's reason is empty
 * @param requestId request id of the log, may be empty
 */
public record AuditEntry(
        long id,
        RecordRef ref,
        Instant at,
        String by,
        String action,
        List<FieldChange> changes,
        LocalizedMessage why,
        String requestId) {}
