package org.quanhe.crm.records.metadata;

import java.util.List;
import org.quanhe.crm.platform.LocalizedMessage;

/**
 * What publishing would change, in words.
 *
 * @param lines one for each thing that changes
 * @param warnings what people should know before: values that do not fit, texts that are missing in a language
 * @param missing records that a file names and that are not here
 */
public record Difference(List<Line> lines, List<Line> warnings, List<Missing> missing) {
    public Difference {
        lines = List.copyOf(lines);
        warnings = List.copyOf(warnings);
        missing = List.copyOf(missing);
    }

    public Difference(List<Line> lines, List<Line> warnings) {
        this(lines, warnings, List.of());
    }

    /**
     * One thing.
     *
     * @param type record type
     * @param field name of the field, empty where the type itself is meant
     * @param text the thing in words
     */
    public record Line(String type, String field, LocalizedMessage text) {}
}
