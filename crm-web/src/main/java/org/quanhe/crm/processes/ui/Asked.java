package org.quanhe.crm.processes.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.quanhe.crm.processes.Question;
import org.quanhe.crm.records.ui.Currencies;
import org.quanhe.crm.shell.ui.Viewer;

/**
 * A question on the page of a run, with what was typed and what is wrong with it.
 *
 * @param name of the question
 * @param label what is asked
 * @param help how to answer
 * @param required it must be answered
 * @param answerable the viewer may answer it
 * @param widget {@code text, longtext, number, money, date, datetime, choice, choices}
 * @param options what a choice offers; of an amount the currencies
 * @param before what the page showed at first, on one line
 * @param now what stands there now
 * @param error what is wrong, empty for nothing
 */
public record Asked(
        String name,
        String label,
        String help,
        boolean required,
        boolean answerable,
        String widget,
        List<Option> options,
        String before,
        Entered now,
        String error) {

    /** @param usual currency that amounts begin with */
    static Asked of(Question question, Viewer viewer, Currency usual) {
        String widget = widget(question);
        List<Option> options = widget.equals("money") ? currencies(usual) : offered(question, viewer);
        Entered held = held(question, widget, options, viewer.told().zone());
        if (widget.equals("money")
                && options.stream().noneMatch(one -> one.code().equals(held.currency()))) {
            // one that no country uses any more must not turn into another one
            options.add(new Option(held.currency(), held.currency()));
        }
        return new Asked(
                question.name(),
                viewer.texts().text(question.label()),
                viewer.texts().text(question.help()),
                question.required(),
                question.answerable(),
                widget,
                options,
                held.trace(),
                held,
                "");
    }

    private static String widget(Question question) {
        return switch (question.kind()) {
            case LONG_TEXT -> "longtext";
            case NUMBER -> "number";
            case MONEY -> "money";
            case DATE -> "date";
            case DATE_TIME -> "datetime";
            case CHOICE, YES_NO -> "choice";
            case CHOICES -> question.choices().isEmpty() ? "text" : "choices";
            default -> "text";
        };
    }

    private static List<Option> currencies(Currency usual) {
        return new ArrayList<>(Currencies.of(usual).stream()
                .map(one -> new Option(one.code(), one.label()))
                .toList());
    }

    /** The choices that the question offers. */
    static List<Option> offered(Question question, Viewer viewer) {
        return switch (question.kind()) {
            case YES_NO ->
                List.of(new Option("true", viewer.text("ui.yes")), new Option("false", viewer.text("ui.no")));
            default ->
                question.choices().stream()
                        .map(choice -> new Option(choice.code(), viewer.texts().text(choice.label())))
                        .toList();
        };
    }

    private static Entered held(Question question, String widget, List<Option> options, ZoneId zone) {
        Object value = question.value();
        if (widget.equals("choices")) {
            List<?> codes = value instanceof List<?> list ? list : List.of();
            return Entered.chosen(
                    options.stream().map(Option::code).filter(codes::contains).toList());
        }
        return widget.equals("money") && value == null
                ? Entered.amount("", options.get(0).code())
                : Entered.of(value, zone);
    }

    /** What was sent for it. */
    Entered sent(HttpServletRequest request) {
        String[] values = Objects.requireNonNullElse(request.getParameterValues("a." + name), new String[0]);
        if (widget.equals("choices")) {
            return Entered.chosen(List.of(values));
        }
        String text = values.length == 0 ? "" : values[0].strip();
        return widget.equals("money")
                ? Entered.amount(text, Objects.requireNonNullElse(request.getParameter("c." + name), ""))
                : Entered.text(text);
    }

    /** With what was entered, and what is wrong with it. */
    Asked typed(Entered entered, String wrong) {
        return new Asked(name, label, help, required, answerable, widget, options, before, entered, wrong);
    }

    /** What stands there, as the server reads it: a moment in the viewer's zone becomes one in the world's. */
    Object answer(ZoneId zone) {
        return switch (widget) {
            case "choices" -> now.chosen();
            case "money" -> now.trace();
            case "datetime" -> moment(zone);
            default -> now.text();
        };
    }

    private String moment(ZoneId zone) {
        try {
            return now.text().isBlank()
                    ? ""
                    : LocalDateTime.parse(now.text()).atZone(zone).toInstant().toString();
        } catch (DateTimeException asItIs) {
            return now.text();
        }
    }

    public boolean isMissing() {
        return required && now.isBlank();
    }

    /** True where that choice is made. */
    public boolean holds(String code) {
        return now.chosen().contains(code);
    }

    /** One line is typed. */
    public boolean isPlain() {
        return List.of("text", "number", "date", "datetime").contains(widget);
    }

    public boolean isWide() {
        return widget.equals("longtext") || widget.equals("choices");
    }

    /** What browsers call the input. */
    public String getInputType() {
        return switch (widget) {
            case "date" -> "date";
            case "datetime" -> "datetime-local";
            default -> "text";
        };
    }

    /** A code and what it says. */
    public record Option(String code, String label) {}
}
