package org.quanhe.crm.automation.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.RecordTypeView;

/**
 * What sets an automation off, as the form picks it.
 *
 * @param on code of the trigger
 * @param values what else was picked, by the name of its input
 */
public record TriggerForm(String on, Map<String, String> values) {
    static final List<String> EVERY = List.of("day", "weekday", "week", "month");
    static final List<String> WEEKDAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    private static final String WAY = "way";
    private static final String UNIT = "unit";
    private static final String BEFORE = "before";
    private static final String HOURS = "hours";
    private static final String DAYS = "days";
    private static final String FIELDS = "fields";
    private static final List<String> INPUTS = List.of(
            "field",
            "from",
            "to",
            "every",
            "weekday",
            "monthday",
            "at",
            "datefield",
            "offset",
            UNIT,
            WAY,
            "dateat",
            "hookfields");

    static TriggerForm fresh() {
        return new TriggerForm("created", Map.of());
    }

    static TriggerForm read(HttpServletRequest request) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : INPUTS) {
            values.put(
                    name,
                    Objects.requireNonNullElse(request.getParameter(name), "").strip());
        }
        return new TriggerForm(
                Objects.requireNonNullElse(request.getParameter("trigger"), "").strip(), values);
    }

    /** The form of a trigger in a document; nothing where it says more than the form can. */
    static Optional<TriggerForm> of(Map<?, ?> trigger) {
        String on = text(trigger.get("on"));
        Map<String, String> values = new LinkedHashMap<>();
        Set<String> known =
                switch (on) {
                    case "changed" -> {
                        List.of("field", "from", "to").forEach(name -> values.put(name, text(trigger.get(name))));
                        yield Set.of("on", "field", "from", "to");
                    }
                    case "schedule" -> {
                        values.put("every", text(trigger.get("every")));
                        values.put("at", text(trigger.get("at")));
                        boolean month = values.get("every").equals("month");
                        values.put(month ? "monthday" : "weekday", text(trigger.get("day")));
                        yield Set.of("on", "every", "at", "day");
                    }
                    case "date" -> {
                        values.put("datefield", text(trigger.get("field")));
                        values.put("dateat", text(trigger.get("at")));
                        offset(trigger, values);
                        yield Set.of("on", "field", "at", values.get(UNIT));
                    }
                    case "hook" -> {
                        StringBuilder lines = new StringBuilder();
                        if (trigger.get(FIELDS) instanceof Map<?, ?> fields) {
                            fields.forEach((name, path) -> lines.append(name)
                                    .append(" = ")
                                    .append(path)
                                    .append('\n'));
                        }
                        values.put("hookfields", lines.toString());
                        yield Set.of("on", FIELDS);
                    }
                    default -> Set.of("on");
                };
        return known.containsAll(trigger.keySet()) ? Optional.of(new TriggerForm(on, values)) : Optional.empty();
    }

    private static void offset(Map<?, ?> trigger, Map<String, String> values) {
        values.put(UNIT, trigger.get(HOURS) == null ? DAYS : HOURS);
        if (trigger.get(values.get(UNIT)) instanceof BigDecimal count) {
            values.put("offset", count.abs().toPlainString());
            values.put(WAY, count.signum() < 0 ? BEFORE : "after");
        }
    }

    private static String text(@Nullable Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value == null ? "" : value.toString();
    }

    /** The trigger as a document. */
    Map<String, Object> document(Optional<RecordTypeView> type) {
        Map<String, Object> trigger = new LinkedHashMap<>();
        trigger.put("on", on);
        switch (on) {
            case "changed" -> List.of("field", "from", "to").forEach(name -> put(trigger, name, value(name)));
            case "schedule" -> {
                put(trigger, "every", value("every"));
                if (value("every").equals("week")) {
                    put(trigger, "day", value("weekday"));
                } else if (value("every").equals("month")) {
                    trigger.put("day", number("monthday"));
                }
                put(trigger, "at", value("at"));
            }
            case "date" -> {
                put(trigger, "field", value("datefield"));
                boolean day = type.flatMap(known -> known.find(value("datefield")))
                        .filter(field -> field.kind() == FieldKind.DATE)
                        .isPresent();
                if (!value("offset").isEmpty()) {
                    Object count = number("offset");
                    boolean before = value(WAY).equals(BEFORE);
                    trigger.put(
                            value(UNIT).equals(HOURS) ? HOURS : DAYS,
                            before && count instanceof BigDecimal number ? number.negate() : count);
                }
                if (day) {
                    put(trigger, "at", value("dateat"));
                }
            }
            case "hook" -> {
                Map<String, Object> fields = new LinkedHashMap<>();
                value("hookfields").lines().filter(line -> !line.isBlank()).forEach(line -> {
                    int equals = line.indexOf('=');
                    fields.put(
                            (equals < 0 ? line : line.substring(0, equals)).strip(),
                            equals < 0 ? "" : line.substring(equals + 1).strip());
                });
                trigger.put(FIELDS, fields);
            }
            default -> {
                // the others have no arguments
            }
        }
        return trigger;
    }

    private static void put(Map<String, Object> into, String name, String value) {
        if (!value.isEmpty()) {
            into.put(name, value);
        }
    }

    /** A number as documents have it; what is none stays as it is, to be told at its place. */
    private Object number(String name) {
        String value = value(name);
        return value.matches("\\d{1,6}") ? new BigDecimal(value) : value;
    }

    public String getOn() {
        return on;
    }

    /** What was picked, the usual where nothing was yet. */
    public String value(String name) {
        String value = values.getOrDefault(name, "");
        return !value.isEmpty() || !on.isEmpty() && values.containsKey(name)
                ? value
                : switch (name) {
                    case "at", "dateat" -> "08:00";
                    case "every" -> "day";
                    case UNIT -> DAYS;
                    case WAY -> BEFORE;
                    default -> "";
                };
    }

    /** Fields that are days or moments. */
    static List<FieldView> moments(RecordTypeView type) {
        return type.fields().stream()
                .filter(field -> field.kind() == FieldKind.DATE || field.kind() == FieldKind.DATE_TIME)
                .toList();
    }
}
