package org.quanhe.crm.search.lucene;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.Query;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.FieldView.Use;

/**
 * What a reader may read of the records of a type. The index keeps the words of all fields together; where some of them
 * are not for the reader, what it finds is held against the texts that are.
 */
final class Readable {
    private final Map<String, FieldView> fields;
    private final Set<String> hidden;

    Readable(Schema schema, String type, Set<String> hidden) {
        this.fields = schema.fields(type);
        this.hidden = hidden;
    }

    /** By name, and only what the type has now: a text under an older name may be of a field that is hidden. */
    private boolean allows(String field) {
        return fields.containsKey(field) && !hidden.contains(field);
    }

    /** True if words may be found in a field that is not for the reader. */
    boolean hidesWords() {
        return hidden.stream()
                .anyMatch(name -> name.equals(DocumentMapping.EXTERNAL_ID)
                        || fields.containsKey(name) && fields.get(name).is(Use.SEARCHED));
    }

    /** The scope, without records that only a hidden field answers the words for. */
    Query within(Query scope, Query words) {
        if (!hidesWords()) {
            return scope;
        }
        Query found = FilterQueries.any(List.of(WordsInMemory.titlesOnly(words), new ReadableWordsQuery(words, this)));
        return FilterQueries.all(List.of(scope, found));
    }

    /** The texts of a record that the reader may read. */
    StoredTexts of(StoredTexts texts) {
        if (hidden.isEmpty()) {
            return texts;
        }
        Map<String, String> values = new LinkedHashMap<>(texts.values());
        values.keySet().removeIf(name -> !allows(name));
        return new StoredTexts(
                texts.title(),
                subtitle(texts.subtitle(), values),
                values,
                texts.searched().stream().filter(text -> allows(text.field())).toList());
    }

    private String subtitle(String whole, Map<String, String> values) {
        List<FieldView> parts =
                fields.values().stream().filter(field -> field.is(Use.SUBTITLE)).toList();
        if (parts.stream().allMatch(field -> allows(field.name()))) {
            return whole;
        }
        List<String> read = new ArrayList<>();
        for (FieldView field : parts) {
            String value = field.kind() == FieldKind.REFERENCE ? null : values.get(field.name());
            if (value != null) {
                read.add(value);
            }
        }
        return String.join(" · ", read);
    }

    /** Terms of the texts that the reader may read, as the index would have them. */
    WordsInMemory words(StoredTexts all) {
        StoredTexts texts = of(all);
        return WordsInMemory.of(texts, name -> fields.get(name).kind());
    }
}
