package org.quanhe.crm.scoring.control.criteria;

import java.math.BigDecimal;
import java.util.List;

/** Values of fields as ledgers keep them. */
final class ValueText {
    private static final int LONGEST = 120;

    private ValueText() {}

    static String of(Object value) {
        String text = value instanceof BigDecimal number
                ? number.stripTrailingZeros().toPlainString()
                : value instanceof List<?> list ? joined(list) : value.toString();
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    private static String joined(List<?> list) {
        return String.join(", ", list.stream().map(Object::toString).toList());
    }
}
