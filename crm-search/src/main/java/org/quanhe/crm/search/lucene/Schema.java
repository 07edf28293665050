package org.quanhe.crm.search.lucene;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.RecordTypeView;

/** The record types an index is made for. */
final class Schema {
    static final Schema EMPTY = new Schema(List.of());

    private static final String ANALYSIS_KEY = "analysis";
    private static final List<Use> INDEXED = List.of(Use.SEARCHED, Use.TITLE, Use.FACET, Use.SORTABLE, Use.LIST);

    private final Map<String, Map<String, FieldView>> types = new LinkedHashMap<>();
    private final Map<String, Map<String, FieldNames>> names = new HashMap<>();

    Schema(List<RecordTypeView> views) {
        for (RecordTypeView view : views) {
            Map<String, FieldView> fields = new LinkedHashMap<>();
            Map<String, FieldNames> named = new HashMap<>();
            view.fields().forEach(field -> {
                fields.put(field.name(), field);
                named.put(field.name(), FieldNames.of(view.name(), field));
            });
            types.put(view.name(), fields);
            names.put(view.name(), named);
        }
    }

    /** Fields of a type by name; none of an unknown type. */
    Map<String, FieldView> fields(String type) {
        return types.getOrDefault(type, Map.of());
    }

    /** The same with their names in the index. */
    Map<String, FieldNames> names(String type) {
        return names.getOrDefault(type, Map.of());
    }

    /** What the terms of the index depend on: the analysis and, for each field, its kind and uses. */
    Map<String, String> fingerprint() {
        Map<String, String> prints = new TreeMap<>();
        prints.put(ANALYSIS_KEY, AnalysisPrint.own());
        types.forEach((type, fields) -> fields.values()
                .forEach(field -> prints.put(
                        type + '.' + field.name(),
                        field.kind() + " " + INDEXED.stream().filter(field::is).toList())));
        return prints;
    }

    /** True if an index of one fingerprint needs nothing but new fields, which no document has yet, for another. */
    static boolean onlyAdds(Map<String, String> from, Map<String, String> to) {
        return to.entrySet().stream().allMatch(entry -> {
            String before = from.get(entry.getKey());
            return before == null ? !entry.getKey().equals(ANALYSIS_KEY) : before.equals(entry.getValue());
        });
    }
}
