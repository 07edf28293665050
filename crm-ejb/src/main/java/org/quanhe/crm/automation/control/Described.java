package org.quanhe.crm.automation.control;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.quanhe.crm.automation.Parameter;
import org.quanhe.crm.automation.spi.Arguments;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.control.RecordCondition;

/** Holds the arguments of actions and triggers to what these say of themselves. */
final class Described {
    private Described() {}

    /** Tells everything that is not as described. */
    static void check(List<Parameter> parameters, Arguments arguments) {
        parameters.stream()
                .filter(parameter -> parameter.counts(parameters, arguments.values(), Optional.of(arguments.type())))
                .forEach(parameter -> check(parameter, arguments));
    }

    private static void check(Parameter parameter, Arguments arguments) {
        String name = parameter.name();
        Object value = arguments.raw(name);
        if (value == null || value instanceof String text && text.isBlank()) {
            if (parameter.required()) {
                arguments.wrong(name, "records.error.required");
            }
            return;
        }
        switch (parameter.kind()) {
            case NUMBER, OFFSET -> number(parameter, value, arguments);
            case YES_NO -> {
                if (!(value instanceof Boolean)) {
                    noChoice(name, List.of("true", "false"), arguments);
                }
            }
            case CHOICE -> {
                if (!parameter.choices().contains(arguments.text(name))) {
                    noChoice(name, parameter.choices(), arguments);
                }
            }
            case FIELD -> arguments.field(name);
            case MOMENT -> {
                FieldView field = arguments.field(name);
                if (field != null && field.kind() != FieldKind.DATE && field.kind() != FieldKind.DATE_TIME) {
                    arguments.wrong(name, "automation.error.noMoment", arguments.text(name));
                }
            }
            case CONDITION -> {
                try {
                    RecordCondition.parse(arguments.type(), arguments.text(name));
                } catch (CrmException wrong) {
                    arguments.wrong(
                            name, wrong.text().key(), wrong.text().args().toArray());
                }
            }
            case TIME -> time(name, arguments);
            case OBJECTS -> arguments.list(name).forEach(part -> check(parameter.parts(), part));
            default -> {
                // the others are known to their action alone
            }
        }
    }

    private static void number(Parameter parameter, Object value, Arguments arguments) {
        if (!(value instanceof BigDecimal number)) {
            arguments.wrong(parameter.name(), "records.error.noNumber", arguments.text(parameter.name()));
            return;
        }
        BigDecimal min = parameter.min();
        BigDecimal max = parameter.max();
        if (parameter.whole() && number.stripTrailingZeros().scale() > 0
                || min != null && number.compareTo(min) < 0
                || max != null && number.compareTo(max) > 0) {
            arguments.wrong(
                    parameter.name(),
                    parameter.whole() ? "automation.error.noCount" : "automation.error.noAmount",
                    min == null ? "" : min.toPlainString(),
                    max == null ? "" : max.toPlainString());
        }
    }

    private static void time(String name, Arguments arguments) {
        try {
            LocalTime.parse(arguments.text(name));
        } catch (DateTimeException unreadable) {
            arguments.wrong(name, "automation.error.noTime", arguments.text(name));
        }
    }

    private static void noChoice(String name, List<String> codes, Arguments arguments) {
        arguments.wrong(
                name,
                "records.error.noChoice",
                arguments.text(name),
                LocalizedMessage.of("records.list", String.join(", ", codes)));
    }
}
