package org.quanhe.crm.processes.ui;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.Money;
import org.quanhe.crm.processes.Question;
import org.quanhe.crm.shell.ui.Viewer;

/**
 * A question of a completed step and its answer, as people read them.
 *
 * @param label what was asked
 * @param told the answer
 */
public record Answered(String label, String told) {
    static Answered of(Question question, Viewer viewer) {
        return new Answered(viewer.texts().text(question.label()), told(question, question.value(), viewer));
    }

    private static String told(Question question, @Nullable Object value, Viewer viewer) {
        if (value instanceof List<?> list) {
            return list.stream().map(one -> told(question, one, viewer)).collect(Collectors.joining(", "));
        }
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
        return Asked.offered(question, viewer).stream()
                .filter(option -> option.code().equals(text))
                .map(Asked.Option::label)
                .findFirst()
                .orElse(text);
    }
}
