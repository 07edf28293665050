package org.quanhe.crm.processes.ui;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.Money;
import org.quanhe.crm.processes.Question;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.shell.ui.Viewer;

/**
 * A question on the page of a run, with what was typed and what is wrong with it.
 *
 * @param name of the question
 * @param label what is asked
 * @param help how to answer
 * @param required it must be answered
 * @param answerable the viewer may answer it
 * @param widget {@code text, longtext, number, date, datetime, choice}
 * @param options what a choice offers
 * @param before what the page showed at first
 * @param text what stands there now
 * @param told the answer as people read it
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
        String text,
        String told,
        String error) {

    static Asked of(Question question, Viewer viewer) {
        String text = text(question.value(), viewer.told().zone());
        return new Asked(
                question.name(),
                viewer.texts().text(question.label()),
                viewer.texts().text(question.help()),
                question.required(),
                question.answerable(),
                widget(question.kind()),
                options(question, viewer),
                text,
                text,
                told(question, viewer),
                "");
    }

    private static String widget(FieldKind kind) {
        return switch (kind) {
            case LONG_TEXT -> "longtext";
            case NUMBER -> "number";
            case DATE -> "date";
            case DATE_TIME -> "datetime";
            case CHOICE, YES_NO -> "choice";
            default -> "text";
        };
    }

    private static List<Option> options(Question question, Viewer viewer) {
        return question.kind() == FieldKind.YES_NO
                ? List.of(new Option("true", viewer.text("ui.yes")), new Option("false", viewer.text("ui.no")))
                : question.choices().stream()
                        .map(choice -> new Option(choice.code(), viewer.texts().text(choice.label())))
                        .toList();
    }

    private static String text(@Nullable Object value, ZoneId zone) {
        if (value instanceof Instant at) {
            return LocalDateTime.ofInstant(at, zone)
                    .truncatedTo(ChronoUnit.MINUTES)
                    .toString();
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value == null ? "" : value.toString();
    }

    private static String told(Question question, Viewer viewer) {
        Object value = question.value();
        if (value instanceof LocalDate day) {
            return viewer.told().date(day);
        }
        if (value instanceof Instant at) {
            return viewer.told().dateTime(at);
        }
        if (value instanceof Money money) {
            return viewer.told().money(money);
        }
        if (value instanceof BigDecimal number) {
            return viewer.told().number(number);
        }
        String text = value == null ? "" : value.toString();
        return options(question, viewer).stream()
                .filter(option -> option.code().equals(text))
                .map(Option::label)
                .findFirst()
                .orElse(text);
    }

    /** With what was typed, and what is wrong with it. */
    Asked typed(String typed, String wrong) {
        return new Asked(name, label, help, required, answerable, widget, options, before, typed, told, wrong);
    }

    /** What was typed, as the server reads it: a moment in the viewer's zone becomes one in the world's. */
    String answer(String typed, ZoneId zone) {
        try {
            return widget.equals("datetime") && !typed.isBlank()
                    ? LocalDateTime.parse(typed).atZone(zone).toInstant().toString()
                    : typed;
        } catch (DateTimeException asItIs) {
            return typed;
        }
    }

    public boolean isMissing() {
        return required && text.isBlank();
    }

    public boolean isWide() {
        return widget.equals("longtext");
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
