package org.quanhe.crm.records.metadata;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file that comes with the application and shapes it for a kind of company.
 *
 * @param id name of the set
 * @param title for what company, by language tag
 * @param about what it is good for, by language tag
 * @param brings the types and fields of the file
 * @param things names of what else it brings, by kind and by language tag
 * @param loaded all of it is here already
 */
public record Starter(
        String id,
        Map<String, String> title,
        Map<String, String> about,
        Model brings,
        Map<String, List<Map<String, String>>> things,
        boolean loaded) {
    public Starter {
        title = Collections.unmodifiableMap(new LinkedHashMap<>(title));
        things = Collections.unmodifiableMap(new LinkedHashMap<>(things));
        about = Collections.unmodifiableMap(new LinkedHashMap<>(about));
    }
}
