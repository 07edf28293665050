package org.quanhe.crm.records.control;

import com.google.re2j.Pattern;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.Money;
import org.quanhe.crm.records.FieldRules;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.spi.FieldType;

/** Holds values against the rules of their fields. */
final class RuleCheck {
    /** Of published fields, so there are as many as there are rules. */
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private RuleCheck() {}

    static void allow(FieldView field, Object value) throws FieldType.Unreadable {
        FieldRules rules = field.rules();
        sameCurrency(value, rules.min());
        sameCurrency(value, rules.max());
        if (compare(value, rules.min()) < 0) {
            throw new FieldType.Unreadable("records.error.belowMin", value.toString(), String.valueOf(rules.min()));
        }
        if (compare(value, rules.max()) > 0) {
            throw new FieldType.Unreadable("records.error.aboveMax", value.toString(), String.valueOf(rules.max()));
        }
        if (!rules.pattern().isEmpty()
                && value instanceof String text
                && !PATTERNS.computeIfAbsent(rules.pattern(), Pattern::compile).matches(text)) {
            throw new FieldType.Unreadable("records.error.noMatch", text, rules.pattern());
        }
    }

    /** A limit in one currency says nothing of amounts in another, so these are refused; nothing is nothing in each. */
    static void sameCurrency(Object value, @Nullable Object limit) throws FieldType.Unreadable {
        if (value instanceof Money money && limit instanceof Money other && !money.comparableWith(other)) {
            throw new FieldType.Unreadable(
                    "records.error.otherCurrency", other.currency().getCurrencyCode(), money.toString());
        }
    }

    @SuppressWarnings("unchecked")
    static int compare(Object value, @Nullable Object limit) {
        if (value instanceof Money money && limit instanceof Money other) {
            return money.amount().compareTo(other.amount());
        }
        return limit != null && limit.getClass() == value.getClass()
                ? ((Comparable<Object>) value).compareTo(limit)
                : 0;
    }
}
