package org.quanhe.crm.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.RecordRef;

/** Reads the audit of a record that the caller may see. */
public interface Audit {
    /** Newest first; {@code before} is the id of the last line of an earlier page. */
    List<AuditEntry> of(RecordRef ref, @Nullable Long before, int limit);
}
