package org.quanhe.crm.automation.ui;

import jakarta.json.JsonException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.automation.Automations;
import org.quanhe.crm.automation.Parameter;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.ui.ConditionRows;

/**
 * Trigger and steps of an automation as inputs of a form, and back. An input is named as its place in the document,
 * {@code actions[1].team}; what inputs are there, triggers and actions say of themselves.
 */
final class StepInputs {
    static final String DO = "do";
    static final String ON = "on";
    static final String KEPT = "kept";
    static final String WAY = "way";
    static final String BEFORE = "before";
    private static final String COUNT = "\\d{1,15}(\\.\\d{1,9})?";
    private static final String NUMBER = "-?\\d{1,15}(\\.\\d{1,9})?";

    private final Automations.Vocabulary words;
    private final Function<String, Optional<RecordTypeView>> types;
    private final Optional<RecordTypeView> type;

    /**
     * @param words what triggers and actions say of themselves
     * @param types record types by name
     * @param type name of the automation's record type
     */
    StepInputs(Automations.Vocabulary words, Function<String, Optional<RecordTypeView>> types, String type) {
        this.words = words;
        this.types = types;
        this.type = types.apply(type);
    }

    /** The record type of whose fields values are given. */
    static Optional<RecordTypeView> typeOf(
            Parameter parameter,
            Map<?, ?> step,
            Function<String, Optional<RecordTypeView>> types,
            Optional<RecordTypeView> own) {
        return parameter.target().isEmpty() ? own : types.apply(text(step.get(parameter.target())));
    }

    /** Name of its input: its own, where arguments share a place each but the first has one beside it. */
    static String input(Parameter parameter, List<Parameter> all) {
        Parameter.Only only = parameter.only();
        boolean first = all.stream()
                .filter(other -> other.name().equals(parameter.name()))
                .findFirst()
                .filter(parameter::equals)
                .isPresent();
        return first || only == null
                ? parameter.name()
                : parameter.name() + "." + only.among().get(0);
    }

    /** True if inputs can say all that the steps are: what is sent back unchanged is what was there. */
    boolean say(List<?> steps, String list) {
        Map<String, List<String>> inputs = new LinkedHashMap<>();
        write(steps, list, inputs);
        return read(sent(inputs), list).equals(steps);
    }

    /** True if inputs can say all that the trigger is. */
    boolean say(Map<?, ?> trigger, String place) {
        String code = text(trigger.get(ON));
        Optional<Automations.Word> word = words.trigger(code);
        Map<String, List<String>> inputs = new LinkedHashMap<>();
        word.ifPresent(known -> write(known.parameters(), trigger, place, inputs));
        return word.isPresent() && read(sent(inputs), place, code).equals(trigger);
    }

    private static Sent sent(Map<String, List<String>> inputs) {
        Map<String, String[]> sent = new LinkedHashMap<>();
        inputs.forEach((name, values) -> sent.put(name, values.toArray(String[]::new)));
        return new Sent(sent);
    }

    /**
     * The trigger that was sent there.
     *
     * @param code which one the inputs are of
     */
    Map<String, Object> read(Sent sent, String place, String code) {
        Map<String, Object> trigger = new LinkedHashMap<>();
        trigger.put(ON, code);
        words.trigger(code).ifPresent(word -> read(word.parameters(), sent, place, trigger));
        return trigger;
    }

    /** The steps that were sent below that name. */
    List<Object> read(Sent sent, String list) {
        List<Object> steps = new ArrayList<>();
        for (int i = 0; sent.has(list + "[" + i + "]." + DO); i++) {
            String place = list + "[" + i + "]";
            Map<String, Object> step = new LinkedHashMap<>();
            String code = sent.text(place + "." + DO).strip();
            step.put(DO, code);
            words.action(code).ifPresent(word -> read(word.parameters(), sent, place, step));
            steps.add(step);
        }
        return steps;
    }

    private void read(List<Parameter> parameters, Sent sent, String place, Map<String, Object> into) {
        for (Parameter parameter : parameters) {
            String name = place + "." + input(parameter, parameters);
            Object value = !parameter.counts(parameters, into, type)
                    ? null
                    : parameter.kind() == Parameter.Kind.VALUES
                            ? values(typeOf(parameter, into, types, type), sent, name)
                            : value(parameter, sent, name);
            if (value != null) {
                into.put(parameter.name(), value);
            }
        }
    }

    /** Null where nothing was written. */
    private @Nullable Object value(Parameter parameter, Sent sent, String name) {
        return switch (parameter.kind()) {
            case STEPS -> unlessEmpty(read(sent, name));
            case OBJECTS -> unlessEmpty(objects(parameter, sent, name));
            case CONDITION -> unlessBlank(condition(sent, name));
            case SECRET -> secret(sent, name);
            case NUMBER, RECORD, RECIPIENT -> number(sent.text(name).strip());
            case OFFSET -> offset(sent, name);
            case PATHS -> values(Optional.empty(), sent, name);
            case YES_NO -> yesNo(sent.text(name));
            default -> unlessBlank(sent.text(name));
        };
    }

    private static @Nullable Object unlessEmpty(List<Object> list) {
        return list.isEmpty() ? null : list;
    }

    private static @Nullable Object unlessBlank(String text) {
        return text.isBlank() ? null : text;
    }

    private static @Nullable Object yesNo(String text) {
        return text.isEmpty() ? null : Boolean.valueOf(text);
    }

    /** What is no number stays as it is, to be told at its place. */
    private static @Nullable Object number(String text) {
        return text.matches(NUMBER) ? new BigDecimal(text) : unlessBlank(text);
    }

    private static @Nullable Object offset(Sent sent, String name) {
        String text = sent.text(name).strip();
        if (!text.matches(COUNT)) {
            return unlessBlank(text);
        }
        BigDecimal count = new BigDecimal(text);
        return sent.text(name + "." + WAY).equals(BEFORE) ? count.negate() : count;
    }

    private static @Nullable Object secret(Sent sent, String name) {
        String text = sent.text(name);
        String kept = sent.text(name + "." + KEPT);
        return !text.isEmpty() ? text : kept.matches("\\d{1,18}") ? Map.of(KEPT, new BigDecimal(kept)) : null;
    }

    private List<Object> objects(Parameter parameter, Sent sent, String name) {
        List<Object> objects = new ArrayList<>();
        for (int i = 0; sent.has(name + "[" + i + "]"); i++) {
            Map<String, Object> object = new LinkedHashMap<>();
            read(parameter.parts(), sent, name + "[" + i + "]", object);
            objects.add(object);
        }
        return objects;
    }

    private @Nullable Object values(Optional<RecordTypeView> of, Sent sent, String name) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        List<String> fields = sent.all(name + ".field");
        for (int i = 0; i < fields.size(); i++) {
            if (!fields.get(i).isBlank()) {
                String field = fields.get(i).strip();
                values.put(
                        field,
                        one(
                                of.flatMap(known -> known.find(field)).map(FieldView::kind),
                                sent.at(name + ".value", i),
                                sent.at(name + ".as", i)));
            }
        }
        return values.isEmpty() ? null : values;
    }

    /** A text that was a text stays one; what is new is what its field takes. */
    private static @Nullable Object one(Optional<FieldKind> kind, String text, String was) {
        boolean fresh = kind.filter(known -> known == FieldKind.NUMBER && text.matches(NUMBER)
                        || known == FieldKind.YES_NO && text.matches("true|false"))
                .isPresent();
        try {
            return was.equals("json") || was.isEmpty() && fresh ? JsonText.read(text) : text;
        } catch (JsonException none) {
            return text;
        }
    }

    /** The text that was there where the rows say the same. */
    private String condition(Sent sent, String name) {
        String text = sent.text(name + ".text").strip();
        if (!text.isEmpty() || type.isEmpty()) {
            return text;
        }
        String picked = ConditionRows.read(sent.inputs(), name + ".").text(type.get());
        String was = sent.text(name + ".was");
        return ConditionRows.of(type.get(), was)
                        .map(rows -> rows.text(type.get()))
                        .filter(picked::equals)
                        .isPresent()
                ? was
                : picked;
    }

    /** The inputs as a browser would send them back. */
    void write(List<?> steps, String list, Map<String, List<String>> into) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) instanceof Map<?, ?> step) {
                String place = list + "[" + i + "]";
                String code = text(step.get(DO));
                put(into, place + "." + DO, code);
                words.action(code).ifPresent(word -> write(word.parameters(), step, place, into));
            }
        }
    }

    private void write(List<Parameter> parameters, Map<?, ?> step, String place, Map<String, List<String>> into) {
        parameters.forEach(parameter -> write(
                parameter,
                parameter.counts(parameters, step, type) ? step.get(parameter.name()) : null,
                place + "." + input(parameter, parameters),
                into));
    }

    private void write(Parameter parameter, @Nullable Object value, String name, Map<String, List<String>> into) {
        switch (parameter.kind()) {
            case STEPS -> write(value instanceof List<?> steps ? steps : List.of(), name, into);
            case OBJECTS -> {
                int at = 0;
                for (Object object : value instanceof List<?> list ? list : List.of()) {
                    if (object instanceof Map<?, ?> map) {
                        String place = name + "[" + at++ + "]";
                        put(into, place, "");
                        write(parameter.parts(), map, place, into);
                    }
                }
            }
            case VALUES, PATHS ->
                valueRows(value).forEach(row -> {
                    put(into, name + ".field", row.field());
                    put(into, name + ".value", oneLine(row.value()));
                    put(into, name + ".as", row.as());
                });
            case CONDITION -> write(condition(type, text(value)), name, into);
            case SECRET -> {
                put(into, name, value instanceof String text ? oneLine(text) : "");
                put(into, name + "." + KEPT, kept(value));
            }
            case OFFSET -> {
                boolean before = value instanceof BigDecimal number && number.signum() < 0;
                put(into, name, before ? text(value).substring(1) : oneLine(text(value)));
                put(into, name + "." + WAY, before ? BEFORE : "after");
            }
            case LONG_TEXT -> put(into, name, text(value).replaceAll("\r\n?|\n", "\r\n"));
            default -> put(into, name, oneLine(text(value)));
        }
    }

    private static void write(Condition condition, String name, Map<String, List<String>> into) {
        put(into, name + ".was", oneLine(condition.was()));
        put(into, name + ".text", oneLine(condition.text()));
        ConditionRows rows = condition.rows();
        put(into, name + ".join", rows.join().name().toLowerCase(Locale.ROOT));
        rows.rows().forEach(row -> write(row, "0", name, into));
        rows.groups().forEach(group -> {
            String number = Integer.toString(group.number());
            put(into, name + ".groupid", number);
            put(into, name + ".groupjoin", group.join().name().toLowerCase(Locale.ROOT));
            group.rows().forEach(row -> write(row, number, name, into));
        });
    }

    private static void write(ConditionRows.Row row, String group, String name, Map<String, List<String>> into) {
        put(into, name + ".group", group);
        put(into, name + ".field", row.field());
        put(into, name + ".operator", row.operator());
        put(into, name + ".value", oneLine(row.value()));
    }

    /** Browsers take line ends out of what stands on one line. */
    private static String oneLine(String text) {
        return text.replaceAll("[\r\n]", "");
    }

    private static void put(Map<String, List<String>> into, String name, String value) {
        into.computeIfAbsent(name, none -> new ArrayList<>()).add(value);
    }

    /** What an input shows. */
    static String text(@Nullable Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value == null ? "" : value.toString();
    }

    /** Number of a secret that is kept, empty for one that is not. */
    static String kept(@Nullable Object value) {
        return value instanceof Map<?, ?> map && map.get(KEPT) instanceof BigDecimal number
                ? number.toPlainString()
                : "";
    }

    /** Rows of fields and values, as they stand in the document. */
    static List<ValueRow> valueRows(@Nullable Object value) {
        List<ValueRow> rows = new ArrayList<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((field, one) -> rows.add(
                    one instanceof String text
                            ? new ValueRow(field.toString(), text, "text")
                            : new ValueRow(field.toString(), JsonText.write(one), "json")));
        }
        return rows;
    }

    /**
     * A field and its value.
     *
     * @param as text or json, as the value stands in the document; empty for a new row
     */
    public record ValueRow(String field, String value, String as) {}

    /** A condition as rows, or as text where it is more than rows can say. */
    static Condition condition(Optional<RecordTypeView> type, String text) {
        Optional<ConditionRows> rows = type.flatMap(known -> ConditionRows.of(known, text));
        return rows.map(picked -> new Condition(picked, "", text))
                .orElseGet(() -> new Condition(ConditionRows.EMPTY, text, ""));
    }

    /**
     * A condition as it is shown.
     *
     * @param text it, where rows cannot say it; where it stands it counts, not the rows
     * @param was it, where rows say it
     */
    public record Condition(ConditionRows rows, String text, String was) {}
}
