package org.quanhe.crm.automation.control;

import java.util.Map;
import java.util.stream.Collectors;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.FieldView.Use;

/** What a condition looked at, as a line of the trace. */
final class Seen {
    private static final int LONGEST = 300;

    private Seen() {}

    /** {@code btu = 25500, city = Huế}; a sensitive value is not told. */
    static String of(Definition definition, Map<String, Object> values) {
        String seen = definition.condition().fields().stream()
                .sorted()
                .map(field -> field + " = " + told(definition, field, values.get(field)))
                .collect(Collectors.joining(", "));
        return seen.length() > LONGEST ? seen.substring(0, LONGEST) + "…" : seen;
    }

    private static String told(Definition definition, String field, @org.jspecify.annotations.Nullable Object value) {
        boolean secret =
                definition.type().find(field).filter(f -> f.is(Use.SENSITIVE)).isPresent();
        if (value == null) {
            return "–";
        }
        return secret ? "•••" : value instanceof RecordRef ref ? "#" + ref.id() : value.toString();
    }
}
