package org.quanhe.crm.records.metadata;

import java.util.List;
import org.quanhe.crm.platform.CrmException.Violation;

/**
 * What bringing a file in would do, tried without doing it.
 *
 * @param difference what would change, and what people should know before
 * @param problems what would be refused, each at its place; empty if the file can be brought in
 */
public record Rehearsal(Difference difference, List<Violation> problems) {
    public Rehearsal {
        problems = List.copyOf(problems);
    }
}
