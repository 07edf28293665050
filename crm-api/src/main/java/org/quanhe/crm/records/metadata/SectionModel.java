package org.quanhe.crm.records.metadata;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fields that stand together on a form.
 *
 * @param labels heading by language tag, empty for none
 * @param tab a tab of the form begins here, named by the heading
 * @param columns how many fields stand beside each other on a wide screen, 1 to 3; on a phone it is always one
 * @param folded on a phone the section is closed until it is asked for
 * @param fields names, in order
 */
public record SectionModel(Map<String, String> labels, boolean tab, int columns, boolean folded, List<String> fields) {
    public SectionModel {
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        fields = List.copyOf(fields);
    }

    SectionModel renamed(String name, String fresh) {
        return new SectionModel(
                labels,
                tab,
                columns,
                folded,
                fields.stream().map(field -> field.equals(name) ? fresh : field).toList());
    }
}
