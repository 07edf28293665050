package org.quanhe.crm.records.control.transfer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.spi.Arrival;

/**
 * A document that numbers records of this server, with their names instead, and back: {@code 12} becomes
 * {@code {"record": "teams", "name": "Projects"}}, in conditions {@code team == 12} becomes {@code team == "Projects"}.
 */
public final class Mentions {
    private static final String RECORD = "record";
    private static final String NAME = "name";
    private static final String FIELDS = "fields";

    private final RecordNames names;
    private final Function<String, Optional<RecordTypeView>> types;
    private final Set<String> conditions;
    private final Function<Map<?, ?>, Optional<Map<String, String>>> mentions;

    /**
     * @param conditions names of members that hold conditions on the document's record type
     * @param mentions the members of an object, and of all inside it, that number records, with the record type of
     *     each; empty where an object leaves that to the one around it
     */
    public Mentions(
            RecordNames names,
            Function<String, Optional<RecordTypeView>> types,
            Set<String> conditions,
            Function<Map<?, ?>, Optional<Map<String, String>>> mentions) {
        this.names = names;
        this.types = types;
        this.conditions = conditions;
        this.mentions = mentions;
    }

    /** As files have it. */
    public Map<String, Object> named(Map<String, Object> document) {
        return new Walk(type(document), null).object(document, "", Map.of());
    }

    /** As this server has it; what is not here keeps its name. */
    public Map<String, Object> numbered(Map<String, Object> document, Arrival arrival) {
        return new Walk(type(document), arrival).object(document, "", Map.of());
    }

    private Optional<RecordTypeView> type(Map<String, Object> document) {
        return types.apply(String.valueOf(document.get("type")));
    }

    /** One way through a document: out of the server without an arrival, into it with one. */
    private final class Walk {
        private final Optional<RecordTypeView> type;
        private final @Nullable Arrival arrival;

        Walk(Optional<RecordTypeView> type, @Nullable Arrival arrival) {
            this.type = type;
            this.arrival = arrival;
        }

        Map<String, Object> object(Map<?, ?> object, String place, Map<String, String> around) {
            Map<String, String> members = mentions.apply(object).orElse(around);
            Map<String, Object> changed = new LinkedHashMap<>();
            object.forEach((key, value) -> {
                String name = key.toString();
                String at = place + name;
                if (name.equals(FIELDS) && value instanceof Map<?, ?> fields) {
                    changed.put(name, fields(object, fields, at + "."));
                } else if (conditions.contains(name) && value instanceof String text) {
                    changed.put(name, condition(text, at));
                } else {
                    changed.put(name, value(value, at, members, members.get(name)));
                }
            });
            return changed;
        }

        private Map<String, Object> fields(Map<?, ?> step, Map<?, ?> fields, String place) {
            Optional<RecordTypeView> of =
                    "create".equals(step.get("do")) ? types.apply(String.valueOf(step.get("type"))) : type;
            Map<String, Object> changed = new LinkedHashMap<>();
            fields.forEach((field, value) -> changed.put(
                    field.toString(),
                    value(
                            value,
                            place + field,
                            Map.of(),
                            of.flatMap(known -> known.find(field.toString()))
                                    .filter(Mentions::pointsToRecords)
                                    .map(FieldView::target)
                                    .orElse(null))));
            return changed;
        }

        private @Nullable Object value(
                @Nullable Object value, String place, Map<String, String> around, @Nullable String target) {
            if (value instanceof List<?> list) {
                List<Object> changed = new ArrayList<>();
                for (Object one : list) {
                    changed.add(value(one, place + "[" + changed.size() + "]", around, target));
                }
                return changed;
            }
            if (value instanceof Map<?, ?> map) {
                return isMention(map) && arrival != null
                        ? number(map.get(RECORD).toString(), map.get(NAME).toString(), place, arrival)
                        : object(map, place + ".", around);
            }
            return target != null && arrival == null ? mention(value, target) : value;
        }

        private String condition(String text, String place) {
            return type.map(known -> NamedConditions.changed(
                            known,
                            text,
                            (target, literal) -> {
                                Arrival coming = arrival;
                                if (coming == null) {
                                    return quoted(names.name(target, Long.parseLong(literal)));
                                }
                                return number(target, literal, place, coming) instanceof BigDecimal number
                                        ? number.toPlainString()
                                        : quoted(literal);
                            },
                            arrival == null))
                    .orElse(text);
        }
    }

    private static Object number(String type, String name, String place, Arrival arrival) {
        var id = arrival.record(type, name, place);
        return id.isPresent() ? BigDecimal.valueOf(id.getAsLong()) : name;
    }

    private @Nullable Object mention(@Nullable Object value, String target) {
        String told = value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
        if (!told.matches("\\d{1,18}")) {
            return value;
        }
        Map<String, Object> mention = new LinkedHashMap<>();
        mention.put(RECORD, target);
        mention.put(NAME, names.name(target, Long.parseLong(told)));
        return mention;
    }

    private static boolean isMention(Map<?, ?> map) {
        return map.size() == 2 && map.get(RECORD) instanceof String && map.get(NAME) instanceof String;
    }

    private static boolean pointsToRecords(FieldView field) {
        return field.kind() == FieldKind.REFERENCE || field.kind() == FieldKind.REFERENCES;
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
