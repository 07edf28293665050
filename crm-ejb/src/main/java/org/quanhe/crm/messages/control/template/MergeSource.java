package org.quanhe.crm.messages.control.template;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.RecordTypeView;

/** The record that a template is merged with, as somebody may read it, and those that it points to. */
public final class MergeSource {
    private final Readable record;
    private final Function<RecordRef, Optional<Readable>> loader;
    private final Map<RecordRef, Optional<Readable>> loaded = new HashMap<>();

    /**
     * What somebody may read of a record.
     *
     * @param ref its address
     * @param title its name
     * @param type its type, with readable fields alone
     * @param values their values
     */
    public record Readable(RecordRef ref, String title, RecordTypeView type, Map<String, Object> values) {}

    /** A value with its field; of the title and the number the field is null. */
    record Found(@Nullable FieldView field, Object value) {}

    /** @param loader loads what the record points to; nothing for what may not be read */
    public MergeSource(Readable record, Function<RecordRef, Optional<Readable>> loader) {
        this.record = record;
        this.loader = loader;
    }

    Readable record() {
        return record;
    }

    /** The value that the path leads to, if there is one. */
    Optional<Found> find(String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return own(record, path);
        }
        return record.values().get(path.substring(0, dot)) instanceof RecordRef ref
                ? related(ref).flatMap(target -> own(target, path.substring(dot + 1)))
                : Optional.empty();
    }

    private static Optional<Found> own(Readable record, String name) {
        FieldView field = record.type().find(name).orElse(null);
        Object value = field == null ? always(record, name) : record.values().get(name);
        return value == null || value.equals("") ? Optional.empty() : Optional.of(new Found(field, value));
    }

    private static @Nullable Object always(Readable record, String name) {
        return switch (name) {
            case "title" -> record.title();
            case "id" -> Long.toString(record.ref().id());
            default -> null;
        };
    }

    /** Title of a record that is pointed to, empty where it may not be read. */
    String title(RecordRef ref) {
        return related(ref).map(Readable::title).orElse("");
    }

    private Optional<Readable> related(RecordRef ref) {
        return loaded.computeIfAbsent(ref, loader);
    }

    /** The value at the end of a path as it is kept. */
    public Optional<Object> raw(String path) {
        return find(path).map(Found::value);
    }

    /** The record's own address of that kind: its primary one, or that of its first field for one. */
    public Optional<String> address(FieldKind kind) {
        return record.type().fields().stream()
                .filter(field -> field.kind() == kind)
                .sorted((a, b) ->
                        Boolean.compare(a.primaryOf().isEmpty(), b.primaryOf().isEmpty()))
                .map(field -> record.values().get(field.name()))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst();
    }
}
