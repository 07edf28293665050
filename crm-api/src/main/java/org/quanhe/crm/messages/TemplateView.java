package org.quanhe.crm.messages;

import java.time.Instant;
import java.util.List;
import org.quanhe.crm.platform.CrmException.Violation;

/**
 * A message template that is kept.
 *
 * @param id number
 * @param version rises with every change
 * @param content what it says
 * @param author name of who changed it last
 * @param updatedAt when it was changed last
 * @param faults what does not fit the record types any more; while there are any it is not sent
 */
public record TemplateView(
        long id, long version, TemplateContent content, String author, Instant updatedAt, List<Violation> faults) {}
