package org.quanhe.crm.dataquality.control;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.Texts;
import org.quanhe.crm.records.ContactPoint;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.PostalAddress;
import org.quanhe.crm.records.RecordView;

/** Values as texts of a file that people read and that an import understands again. */
final class ExportedText {
    private final Texts texts;

    ExportedText(Texts texts) {
        this.texts = texts;
    }

    String of(RecordView record, FieldView field) {
        @Nullable Object value = record.value(field.name());
        if (value == null) {
            return "";
        }
        return switch (field.kind()) {
            case NUMBER -> ((BigDecimal) value).stripTrailingZeros().toPlainString();
            case CHOICE -> label(field, value.toString());
            case CHOICES -> tags(field, (List<?>) value);
            case REFERENCE -> title(record, (RecordRef) value);
            case REFERENCES ->
                ((List<?>) value)
                        .stream().map(ref -> title(record, (RecordRef) ref)).collect(Collectors.joining("; "));
            case PHONES, EMAILS, LINKS -> contacts((List<?>) value);
            case ADDRESSES ->
                ((List<?>) value)
                        .stream()
                                .map(PostalAddress.class::cast)
                                .sorted(Comparator.comparing(address -> !address.primary()))
                                .map(address -> address.type() + ": " + address.oneLine())
                                .collect(Collectors.joining(" | "));
            default -> value.toString();
        };
    }

    private String label(FieldView field, String code) {
        return field.choices().contains(code)
                ? texts.find(field.labelKey() + '.' + code).orElse(code)
                : code;
    }

    /** A single tag of several words gets a semicolon, or an import would take it for several tags. */
    private String tags(FieldView field, List<?> tags) {
        List<String> labels = new ArrayList<>();
        tags.forEach(tag -> labels.add(label(field, tag.toString())));
        boolean ofWords = labels.size() == 1 && labels.get(0).indexOf(' ') >= 0;
        return ofWords ? labels.get(0) + ";" : String.join("; ", labels);
    }

    private static String title(RecordView record, RecordRef ref) {
        return record.referenceTitles().getOrDefault(ref.key(), "");
    }

    private static String contacts(List<?> points) {
        return points.stream()
                .map(ContactPoint.class::cast)
                .sorted(Comparator.comparing(point -> !point.primary()))
                .map(point -> point.type() + ": " + point.value())
                .collect(Collectors.joining("; "));
    }
}
