package org.quanhe.crm.records.control.transfer;

import java.util.List;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.records.metadata.Difference.Line;
import org.quanhe.crm.records.metadata.Missing;

/**
 * What came of the things of a file.
 *
 * @param lines what changed
 * @param warnings what does not fit, and so is kept switched off
 * @param missing records that were named and are not here
 * @param problems why the file cannot be brought in
 */
public record Arrived(List<Line> lines, List<Line> warnings, List<Missing> missing, List<Violation> problems) {
    public static final Arrived NOTHING = new Arrived(List.of(), List.of(), List.of(), List.of());

    public Arrived {
        lines = List.copyOf(lines);
        warnings = List.copyOf(warnings);
        missing = List.copyOf(missing);
        problems = List.copyOf(problems);
    }
}
