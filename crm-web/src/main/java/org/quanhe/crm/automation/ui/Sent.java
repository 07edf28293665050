package org.quanhe.crm.automation.ui;

import java.util.List;
import java.util.Map;

/**
 * What a form sent.
 *
 * @param inputs values by the names of inputs
 */
record Sent(Map<String, String[]> inputs) {
    boolean has(String name) {
        return inputs.containsKey(name);
    }

    /** The first value of that name, empty without one. */
    String text(String name) {
        return at(name, 0);
    }

    String at(String name, int index) {
        List<String> values = all(name);
        return index < values.size() ? values.get(index) : "";
    }

    /** All values of that name, their lines ended as in documents. */
    List<String> all(String name) {
        String[] values = inputs.get(name);
        return values == null
                ? List.of()
                : List.of(values).stream()
                        .map(value -> value.replace("\r\n", "\n"))
                        .toList();
    }
}
