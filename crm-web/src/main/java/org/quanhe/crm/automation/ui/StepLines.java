package org.quanhe.crm.automation.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.automation.Automations;
import org.quanhe.crm.automation.Parameter;
import org.quanhe.crm.automation.Parameter.Kind;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.shell.ui.Viewer;

/** Draws what sets an automation off, and its steps, one behind the other, those of branches further in. */
@RequestScoped
class StepLines {
    @Inject
    private ArgumentChoices choices;

    @Inject
    private FieldChoices fieldChoices;

    @Inject
    private Viewer viewer;

    /**
     * What is drawn.
     *
     * @param words what triggers and actions say of themselves
     * @param types record types by name
     * @param type the automation's
     * @param focus the place where the reader goes on, empty for none
     * @param open violations that have no place yet; what is told at its place is taken out
     */
    record Drawing(
            Automations.Vocabulary words,
            Function<String, Optional<RecordTypeView>> types,
            Optional<RecordTypeView> type,
            String focus,
            List<Violation> open) {}

    List<Line> lines(List<?> steps, Drawing drawing) {
        List<Line> lines = new ArrayList<>();
        draw(steps, AutomationForm.ACTIONS, 0, drawing, lines);
        return lines;
    }

    /** What sets it off; what is wrong with it as a whole stands at the choice of the trigger. */
    Line trigger(Map<?, ?> trigger, Drawing drawing) {
        String path = AutomationForm.TRIGGER;
        String code = StepInputs.text(trigger.get(StepInputs.ON));
        List<Argument> arguments = drawing.words()
                .trigger(code)
                .map(word -> arguments(word, word.parameters(), trigger, path, drawing))
                .orElse(List.of());
        String problem = problem(path, drawing.open(), true, List.of());
        return new Line("trigger", path, 0, code, "", arguments, problem, false);
    }

    private void draw(List<?> steps, String list, int depth, Drawing drawing, List<Line> lines) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) instanceof Map<?, ?> step) {
                draw(step, list + "[" + i + "]", depth, drawing, lines);
            }
        }
        lines.add(new Line(
                "more", list, depth, "", "", List.of(), problem(list, drawing.open(), false, List.of()), false));
    }

    private void draw(Map<?, ?> step, String path, int depth, Drawing drawing, List<Line> lines) {
        String code = StepInputs.text(step.get(StepInputs.DO));
        Automations.Word word = drawing.words()
                .action(code)
                .orElseGet(() -> new Automations.Word(
                        code, "ui.auto.do." + code, "automation.action." + code, List.of(), false));
        List<Argument> arguments = arguments(word, word.parameters(), step, path, drawing);
        List<Line> inner = new ArrayList<>();
        for (Parameter parameter : word.parameters()) {
            if (parameter.kind() == Kind.STEPS) {
                String list = path + "." + parameter.name();
                String title = viewer.text(word.texts() + "." + parameter.name());
                inner.add(new Line("heading", list, depth + 1, "", title, List.of(), "", false));
                draw(steps(step.get(parameter.name())), list, depth + 1, drawing, inner);
            }
        }
        lines.add(new Line(
                "step",
                path,
                depth,
                code,
                viewer.text(word.labelKey()),
                arguments,
                problem(path, drawing.open(), true, List.of()),
                path.equals(drawing.focus())));
        lines.addAll(inner);
    }

    private static List<?> steps(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private List<Argument> arguments(
            Automations.Word word, List<Parameter> parameters, Map<?, ?> step, String path, Drawing drawing) {
        List<Argument> arguments = new ArrayList<>();
        for (Parameter parameter : parameters) {
            if (parameter.kind() != Kind.STEPS) {
                arguments.add(argument(word, parameter, parameters, step, path, drawing));
            }
        }
        return arguments;
    }

    private Argument argument(
            Automations.Word word,
            Parameter parameter,
            List<Parameter> all,
            Map<?, ?> step,
            String object,
            Drawing drawing) {
        String path = object + "." + StepInputs.input(parameter, all);
        boolean counts = parameter.counts(all, step, drawing.type());
        // one that comes when another choice is made begins as a new one does
        Object begins = parameter.required() && !parameter.otherwise().isEmpty() ? parameter.otherwise() : null;
        Object value = counts ? step.get(parameter.name()) : begins;
        Kind kind = parameter.kind();
        String text = value instanceof Map || value instanceof List ? "" : StepInputs.text(value);
        String key = word.texts() + "." + parameter.name();
        List<Argument.Part> parts = new ArrayList<>();
        if (kind == Kind.OBJECTS) {
            for (Object part : steps(value)) {
                String place = path + "[" + parts.size() + "]";
                Map<?, ?> members = part instanceof Map<?, ?> map ? map : Map.of();
                parts.add(new Argument.Part(place, arguments(word, parameter.parts(), members, place, drawing)));
            }
        }
        Optional<RecordTypeView> of = kind == Kind.VALUES
                ? StepInputs.typeOf(parameter, step, drawing.types(), drawing.type())
                : drawing.type();
        List<AutomationPage.Option> options = kind == Kind.VALUES || kind == Kind.PATHS
                ? choices.fields(of).toList()
                : choices.of(parameter, word, drawing.type(), text);
        return new Argument(
                path,
                kind.name(),
                viewer.text(key),
                viewer.texts().find(key + ".help").orElse(""),
                parameter.required(),
                text,
                parameter.otherwise(),
                number(parameter.min()),
                number(parameter.max()),
                choices.unchosen(parameter, word),
                options,
                kind == Kind.VALUES || kind == Kind.VALUE
                        ? of.map(RecordTypeView::name).orElse("")
                        : "",
                kind == Kind.VALUE ? object + "." + parameter.target() : "",
                rows(parameter, step, value, of),
                StepInputs.condition(kind == Kind.CONDITION ? drawing.type() : Optional.empty(), text),
                StepInputs.kept(value),
                parts,
                beside(parameter, all, object, counts, drawing.type()),
                counts ? problem(object + "." + parameter.name(), drawing.open(), true, options) : "");
    }

    private List<ValueInput.Row> rows(
            Parameter parameter, Map<?, ?> step, @Nullable Object value, Optional<RecordTypeView> type) {
        if (parameter.kind() == Kind.VALUE) {
            String field = StepInputs.text(step.get(parameter.target()));
            String text = StepInputs.text(value);
            return List.of(new ValueInput.Row(field, text, "", fieldChoices.of(type, field, text)));
        }
        boolean paths = parameter.kind() == Kind.PATHS;
        return StepInputs.valueRows(value).stream()
                .map(row -> new ValueInput.Row(
                        row.field(),
                        row.value(),
                        row.as(),
                        paths ? ValueInput.TEXT : fieldChoices.of(type, row.field(), row.value())))
                .toList();
    }

    /** Inputs of the fields whose values are given anywhere among the arguments, each record type once. */
    List<ValueInput> inputs(List<Line> lines, Drawing drawing) {
        return lines.stream()
                .flatMap(line -> line.arguments().stream())
                .flatMap(StepLines::withParts)
                .map(Argument::type)
                .filter(name -> !name.isEmpty())
                .distinct()
                .flatMap(name -> drawing.types().apply(name).stream())
                .flatMap(type -> fieldChoices.of(type).stream())
                .toList();
    }

    private static Stream<Argument> withParts(Argument argument) {
        return Stream.concat(
                Stream.of(argument),
                argument.parts().stream()
                        .flatMap(part -> part.arguments().stream())
                        .flatMap(StepLines::withParts));
    }

    private static Argument.Beside beside(
            Parameter parameter, List<Parameter> all, String object, boolean counts, Optional<RecordTypeView> type) {
        Parameter.Only only = parameter.only();
        if (only == null) {
            return Argument.Beside.ALWAYS;
        }
        List<String> among = new ArrayList<>();
        for (Parameter other : all) {
            if (other.name().equals(only.when())) {
                boolean named = other.kind() == Kind.FIELD || other.kind() == Kind.MOMENT;
                among.addAll(named ? fields(type, only.among()) : only.among());
                if (!other.required() && only.among().contains(other.otherwise())) {
                    among.add("-");
                }
            }
        }
        return new Argument.Beside(object + "." + only.when(), String.join(" ", among), !counts);
    }

    /** Names of the fields of these kinds. */
    private static List<String> fields(Optional<RecordTypeView> type, List<String> kinds) {
        return type.map(RecordTypeView::fields).orElse(List.of()).stream()
                .filter(field -> kinds.contains(field.kind().name()))
                .map(FieldView::name)
                .toList();
    }

    private static String number(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    /** What is wrong at that very place; it is taken out of what has no place yet. */
    String problem(String path, List<Violation> open) {
        return problem(path, open, false, List.of());
    }

    /**
     * What is wrong there.
     *
     * @param inside also further in, where nothing was told at a place of its own
     * @param names what the places further in are called
     */
    private String problem(String path, List<Violation> open, boolean inside, List<AutomationPage.Option> names) {
        Map<Violation, String> told = new LinkedHashMap<>();
        for (Violation violation : open) {
            String at = violation.field();
            if (at.equals(path)) {
                told.put(violation, viewer.texts().text(violation.message()));
            } else if (inside && (at.startsWith(path + ".") || at.startsWith(path + "["))) {
                String rest = at.substring(path.length() + 1);
                String text = viewer.texts().text(violation.message());
                told.put(
                        violation,
                        rest.equals(StepInputs.DO) || rest.equals(StepInputs.ON)
                                ? text
                                : called(rest, names) + ": " + text);
            }
        }
        open.removeAll(told.keySet());
        return String.join(" ", told.values());
    }

    private static String called(String place, List<AutomationPage.Option> names) {
        return names.stream()
                .filter(option -> option.code().equals(place))
                .map(AutomationPage.Option::label)
                .findFirst()
                .orElse(place);
    }
}
