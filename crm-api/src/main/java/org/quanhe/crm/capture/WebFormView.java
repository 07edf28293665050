package org.quanhe.crm.capture;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException.Violation;

/**
 * A web form as those who make forms see it.
 *
 * @param version rises with every change
 * @param author name of who changed it last
 * @param faults what does not fit any more, such as a field that is gone
 * @param document the document that visitors can download when they have sent it, null for none
 * @param sent how often it was sent in the last 30 days
 * @param known how often of these by somebody who was known before
 */
public record WebFormView(
        long id,
        long version,
        WebFormContent content,
        String author,
        Instant updatedAt,
        List<Violation> faults,
        @Nullable Document document,
        long sent,
        long known) {
    /**
     * A document.
     *
     * @param bytes its size
     */
    public record Document(String name, long bytes) {}
}
