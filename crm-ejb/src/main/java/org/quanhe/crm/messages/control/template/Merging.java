package org.quanhe.crm.messages.control.template;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.FilterText;
import org.quanhe.crm.records.control.Evaluation;

/** Merges texts with one record, in one language. */
final class Merging {
    private final MergeSource source;
    private final MergeType whole;
    private final ValueWords words;
    private final List<String> empty = new ArrayList<>();

    /** @param whole the type with all its fields, by which conditions are read */
    Merging(MergeSource source, MergeType whole, Language language, ZoneId zone) {
        this.source = source;
        this.whole = whole;
        this.words = new ValueWords(language, zone, (RecordRef ref) -> source.title(ref));
    }

    /** Merge fields that had no value so far. */
    List<String> empty() {
        return List.copyOf(empty);
    }

    String merged(List<Part> parts) {
        StringBuilder text = new StringBuilder();
        append(parts, text);
        return text.toString();
    }

    private void append(List<Part> parts, StringBuilder text) {
        for (Part part : parts) {
            if (part instanceof Part.Literal literal) {
                text.append(literal.text());
            } else if (part instanceof Part.Value value) {
                text.append(value(value.path()));
            } else if (part instanceof Part.Choice choice) {
                append(holds(choice.condition()) ? choice.then() : choice.otherwise(), text);
            }
        }
    }

    private String value(String path) {
        String told = source.find(path)
                .map(found -> found.field() == null ? found.value().toString() : words.of(found.field(), found.value()))
                .orElse("");
        if (told.isEmpty() && !empty.contains(path)) {
            empty.add(path);
        }
        return told;
    }

    /** A hidden value is none: the condition does not hold, or holds where it asks for none. */
    private boolean holds(String condition) {
        return ParsedText.PATH.matcher(condition).matches()
                ? source.find(condition)
                        .filter(found -> !Boolean.FALSE.equals(found.value()))
                        .isPresent()
                : Evaluation.holds(
                        FilterText.parse(whole.type(), condition, 0),
                        source.record().values());
    }
}
