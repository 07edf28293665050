package org.quanhe.crm.records.metadata;

import java.util.List;
import org.quanhe.crm.platform.Language;

/**
 * How a file is fitted to this server.
 *
 * @param spoken language in which names come that the file gives in all languages and that are one text here
 * @param instead what stands in for records that the file names
 */
public record Fitting(Language spoken, List<Stand> instead) {
    public Fitting {
        instead = List.copyOf(instead);
    }

    public static Fitting in(Language spoken) {
        return new Fitting(spoken, List.of());
    }
}
