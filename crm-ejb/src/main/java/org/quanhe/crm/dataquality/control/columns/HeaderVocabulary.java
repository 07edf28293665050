package org.quanhe.crm.dataquality.control.columns;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.Texts;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.RecordTypeView;

/**
 * What the headers of a type's columns can be called: names and labels of its fields in all languages, and the words of
 * the lists {@code columns_*.properties}. Labels win over lists, but for contact lists: a column of telephone numbers
 * is the primary number, whatever the list of all is called.
 */
final class HeaderVocabulary {
    private static final List<Map<String, List<String>>> LISTS = List.of(
            Words.read("columns_en.properties"),
            Words.read("columns_vi.properties"),
            Words.read("columns_zh.properties"));

    private final Map<String, ColumnTarget> byKey = new HashMap<>();

    HeaderVocabulary(RecordTypeView type) {
        ColumnTargets targets = new ColumnTargets(type);
        for (FieldView field : targets.fields()) {
            learn(field.name(), new ColumnTarget(field, ""));
        }
        learnLabels(targets.fields().stream().filter(field -> !field.kind().contactList()));
        for (Map<String, List<String>> list : LISTS) {
            new LinkedHashMap<>(list).forEach((key, words) -> targets.find(ofType(key, type.name()))
                    .ifPresent(target -> words.forEach(word -> learn(word, target))));
        }
        learnLabels(targets.fields().stream().filter(field -> field.kind().contactList()));
    }

    private void learnLabels(Stream<FieldView> fields) {
        List<FieldView> labelled = fields.toList();
        for (Language language : Language.values()) {
            for (FieldView field : labelled) {
                Texts.in(language).find(field.labelKey()).ifPresent(label -> learn(label, new ColumnTarget(field, "")));
            }
        }
    }

    private static String ofType(String key, String type) {
        return key.startsWith(type + "/") ? key.substring(type.length() + 1) : key;
    }

    private void learn(String word, ColumnTarget target) {
        byKey.putIfAbsent(Words.key(word), target);
    }

    /** Where a column with that header goes. */
    Optional<ColumnTarget> find(String header) {
        return Optional.ofNullable(byKey.get(Words.key(header)))
                .or(() -> Optional.ofNullable(byKey.get(Words.coreKey(header))));
    }
}
