package org.quanhe.crm.processes.ui;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.Money;

/**
 * What stands in the inputs of a question.
 *
 * @param text what is typed, or the code of the one choice
 * @param currency code of an amount's currency, empty for all else
 * @param chosen codes of several choices, in the order in which they are offered
 */
public record Entered(String text, String currency, List<String> chosen) {
    static Entered text(String text) {
        return new Entered(text, "", List.of());
    }

    static Entered amount(String text, String currency) {
        return new Entered(text, currency, List.of());
    }

    static Entered chosen(List<String> codes) {
        return new Entered("", "", List.copyOf(codes));
    }

    /** A value of one input, as it is typed. */
    static Entered of(@Nullable Object value, ZoneId zone) {
        if (value instanceof Instant at) {
            return text(LocalDateTime.ofInstant(at, zone)
                    .truncatedTo(ChronoUnit.MINUTES)
                    .toString());
        }
        if (value instanceof Money money) {
            return amount(money.amount().toPlainString(), money.currency().getCurrencyCode());
        }
        if (value instanceof List<?> list) {
            return text(String.join(", ", list.stream().map(Object::toString).toList()));
        }
        return text(
                value instanceof BigDecimal number ? number.toPlainString() : value == null ? "" : value.toString());
    }

    public boolean isBlank() {
        return text.isBlank() && chosen.isEmpty();
    }

    /** All of it on one line, for telling whether somebody touched it; a currency without an amount is nothing. */
    String trace() {
        if (!chosen.isEmpty()) {
            return JsonText.write(chosen);
        }
        return text.isBlank() || currency.isEmpty() ? text : text + " " + currency;
    }
}
