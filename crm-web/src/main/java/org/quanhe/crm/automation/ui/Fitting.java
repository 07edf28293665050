package org.quanhe.crm.automation.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.automation.Automations;
import org.quanhe.crm.automation.Parameter;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.ui.ConditionRows;
import org.quanhe.crm.shell.ui.Viewer;

/**
 * Takes over what was written of an automation when another record type or another trigger is chosen, and tells what
 * does not fit there. What is free text stays as it is: it is told at its place if it does not fit.
 */
@RequestScoped
class Fitting {
    private static final String BESIDE = " › ";

    @Inject
    private ArgumentChoices choices;

    @Inject
    private Viewer viewer;

    /**
     * From where to where.
     *
     * @param words what triggers and actions say of themselves
     * @param from record type that it was written for
     * @param to record type that was chosen
     */
    record Move(Automations.Vocabulary words, Optional<RecordTypeView> from, Optional<RecordTypeView> to) {
        boolean sameType() {
            return from.map(RecordTypeView::name).equals(to.map(RecordTypeView::name));
        }
    }

    /**
     * Lets the form go on with the trigger and the record type that were chosen.
     *
     * @param trigger code of the trigger that was chosen
     * @return what was left behind, in words
     */
    List<String> fit(AutomationForm form, String trigger, Move move) {
        List<String> left = new ArrayList<>();
        Map<String, Object> on = new LinkedHashMap<>(form.trigger());
        Optional<Automations.Word> word = move.words().trigger(form.getOn());
        if (!move.sameType()) {
            word.ifPresent(known -> drop(on, known.parameters(), known, move, left));
        }
        Map<String, Object> fitted = form.getOn().equals(trigger) ? on : follow(on, word, trigger, move, left);
        ConditionRows rows =
                move.sameType() ? form.getConditions() : rows(form.getConditions(), "ui.auto.if", move, left);
        List<Object> steps = move.sameType() ? form.actions() : steps(form.actions(), move, left);
        form.fitted(fitted, rows, steps);
        return left.stream().distinct().toList();
    }

    /** The next trigger with what it has in common with the one before; else with what it begins with. */
    private Map<String, Object> follow(
            Map<String, Object> before, Optional<Automations.Word> was, String next, Move move, List<String> left) {
        Map<String, Object> follows = new LinkedHashMap<>();
        follows.put(StepInputs.ON, next);
        List<Parameter> known = was.map(Automations.Word::parameters).orElse(List.of());
        move.words().trigger(next).ifPresent(word -> {
            for (Parameter parameter : word.parameters()) {
                Object value = before.get(parameter.name());
                boolean common =
                        known.stream().anyMatch(one -> one.name().equals(parameter.name()) && alike(one, parameter));
                if (!parameter.counts(word.parameters(), follows, move.to())) {
                    continue;
                }
                if (value != null && common && fits(parameter, word, before, value, move)) {
                    follows.put(parameter.name(), value);
                } else if (parameter.required() && !parameter.otherwise().isEmpty()) {
                    follows.put(parameter.name(), parameter.otherwise());
                }
            }
        });
        was.ifPresent(word -> word.parameters().stream()
                .filter(parameter -> before.get(parameter.name()) != null
                        && !follows.containsKey(parameter.name())
                        && !Objects.equals(before.get(parameter.name()), parameter.otherwise()))
                .forEach(parameter -> left.add(named(word, parameter))));
        return follows;
    }

    private static boolean alike(Parameter one, Parameter other) {
        return one.kind() == other.kind() || isField(one) && isField(other);
    }

    private static boolean isField(Parameter parameter) {
        return parameter.kind() == Parameter.Kind.FIELD || parameter.kind() == Parameter.Kind.MOMENT;
    }

    private List<Object> steps(List<?> steps, Move move, List<String> left) {
        List<Object> fitted = new ArrayList<>();
        for (Object step : steps) {
            if (step instanceof Map<?, ?> map) {
                Map<String, Object> copy = copy(map);
                move.words()
                        .action(StepInputs.text(map.get(StepInputs.DO)))
                        .ifPresent(word -> drop(copy, word.parameters(), word, move, left));
                fitted.add(copy);
            } else {
                fitted.add(step);
            }
        }
        return fitted;
    }

    private static Map<String, Object> copy(Map<?, ?> object) {
        Map<String, Object> copy = new LinkedHashMap<>();
        object.forEach((name, value) -> copy.put(name.toString(), value));
        return copy;
    }

    /** Takes out of the object what does not fit the record type. */
    private void drop(
            Map<String, Object> object,
            List<Parameter> parameters,
            Automations.Word word,
            Move move,
            List<String> left) {
        Map<String, Object> before = new LinkedHashMap<>(object);
        for (Parameter parameter : parameters) {
            Object value = before.get(parameter.name());
            if (value == null) {
                continue;
            }
            Object fitted = fitted(parameter, word, before, value, move, left);
            if (fitted == null) {
                object.remove(parameter.name());
            } else {
                object.put(parameter.name(), fitted);
            }
        }
    }

    /** What is left of an argument; null for nothing. */
    private @Nullable Object fitted(
            Parameter parameter,
            Automations.Word word,
            Map<String, Object> object,
            Object value,
            Move move,
            List<String> left) {
        switch (parameter.kind()) {
            case STEPS -> {
                return value instanceof List<?> list ? steps(list, move, left) : value;
            }
            case OBJECTS -> {
                return value instanceof List<?> list ? parts(parameter, word, list, move, left) : value;
            }
            case CONDITION -> {
                return condition(value.toString(), label(word, parameter), move, left);
            }
            case VALUES, PATHS -> {
                return parameter.target().isEmpty() && value instanceof Map<?, ?> map
                        ? values(map, named(word, parameter), move, left)
                        : value;
            }
            default -> {
                if (fits(parameter, word, object, value, move)) {
                    return value;
                }
                left.add(named(word, parameter)
                        + (isField(parameter) ? BESIDE + label(StepInputs.text(value), move) : ""));
                return null;
            }
        }
    }

    private List<Object> parts(
            Parameter parameter, Automations.Word word, List<?> objects, Move move, List<String> left) {
        List<Object> parts = new ArrayList<>();
        for (Object object : objects) {
            if (object instanceof Map<?, ?> map) {
                Map<String, Object> part = copy(map);
                drop(part, parameter.parts(), word, move, left);
                parts.add(part);
            }
        }
        return parts;
    }

    private @Nullable Object values(Map<?, ?> values, String named, Move move, List<String> left) {
        Map<String, Object> fitted = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (takes(name.toString(), StepInputs.text(value), move)) {
                fitted.put(name.toString(), value);
            } else {
                left.add(named + BESIDE + label(name.toString(), move));
            }
        });
        return fitted.isEmpty() ? null : fitted;
    }

    /** True if the other record type has such a field, and it may have that value. */
    private static boolean takes(String name, String value, Move move) {
        Optional<FieldView> before = move.from().flatMap(type -> type.find(name));
        return move.to()
                .flatMap(type -> type.find(name))
                .filter(field -> before.isEmpty()
                        || before.get().kind() == field.kind()
                                && before.get().target().equals(field.target()))
                .filter(field -> field.kind() != FieldKind.CHOICE
                        || value.isBlank()
                        || value.contains("{{")
                        || field.choices().contains(value))
                .isPresent();
    }

    /** Only what hangs on the record type may not fit. */
    private boolean fits(
            Parameter parameter, Automations.Word word, Map<String, Object> object, Object value, Move move) {
        String text = StepInputs.text(value);
        return switch (parameter.kind()) {
            case FIELD, MOMENT, TEMPLATE, ADDRESS -> choices.offer(parameter, word, move.to(), text);
            case RECORD ->
                !parameter.target().equals(ArgumentChoices.PROCESSES)
                        || choices.offer(parameter, word, move.to(), text);
            case VALUE -> takes(StepInputs.text(object.get(parameter.target())), text, move);
            default -> true;
        };
    }

    /** What is left of a condition; one that rows cannot say stays as it is. */
    private @Nullable Object condition(String text, String heading, Move move, List<String> left) {
        Optional<ConditionRows> rows = move.from().flatMap(type -> ConditionRows.of(type, text));
        if (rows.isEmpty() || move.to().isEmpty()) {
            return text;
        }
        String fitted = said(heading, rows.get(), move, left).text(move.to().get());
        return fitted.isEmpty() ? null : fitted;
    }

    private ConditionRows rows(ConditionRows rows, String heading, Move move, List<String> left) {
        return said(viewer.text(heading), rows, move, left);
    }

    private ConditionRows said(String heading, ConditionRows rows, Move move, List<String> left) {
        return rows.keeping(row -> {
            boolean fits = row.isBlank() || takes(row.field(), row.value(), move);
            if (!fits) {
                left.add(heading + BESIDE + label(row.field(), move));
            }
            return fits;
        });
    }

    private String label(String field, Move move) {
        return move.from()
                .flatMap(type -> type.find(field))
                .map(known -> viewer.text(known.labelKey()))
                .orElse(field);
    }

    private String label(Automations.Word word, Parameter parameter) {
        return viewer.text(word.texts() + "." + parameter.name());
    }

    private String named(Automations.Word word, Parameter parameter) {
        return viewer.text(word.labelKey()) + BESIDE + label(word, parameter);
    }
}
