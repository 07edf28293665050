package org.quanhe.crm.automation.spi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.quanhe.crm.automation.Parameter;

/**
 * Something that automations do: {@code {"do": "set", "fields": {…}}}. A new one is a new CDI bean with its texts:
 * {@code ui.auto.do.<code>} is what people call it, {@code automation.action.<code>.<parameter>} labels an argument.
 *
 * <p>It runs inside the transaction of its step, with the rights of who wrote the automation; throwing rolls the step
 * back and lets it be tried again later. It must not reach out of the database: what leaves it is written to an outbox,
 * or is an {@link OutgoingAction}.
 */
public interface Action {
    /** Its name in documents. */
    String code();

    /** Its arguments: the editor draws them, and what they say is checked before {@link #check} is asked. */
    List<Parameter> parameters();

    /** Names of its arguments that are never told again: they are kept apart from the document. */
    default Set<String> secrets() {
        return parameters().stream()
                .filter(parameter -> parameter.kind() == Parameter.Kind.SECRET)
                .map(Parameter::name)
                .collect(Collectors.toSet());
    }

    /** True if it may wait for changes of the record: see {@link Step#watchUntil}. */
    default boolean watches() {
        return false;
    }

    /** Tells what is wrong with its arguments beyond what {@link #parameters} say. */
    default void check(Arguments step) {
        // most have no more to say
    }

    /**
     * Arguments that number a record, at any depth, with its record type: {@code {"team": "teams"}}. Files that leave
     * the server name these records instead. The {@code fields} of a step are seen to already.
     */
    default Map<String, String> mentions() {
        return mentioned(parameters());
    }

    /** Those of the arguments that number a record, at any depth, with its record type. */
    static Map<String, String> mentioned(List<Parameter> parameters) {
        Map<String, String> mentions = new LinkedHashMap<>();
        mentioned(parameters, mentions);
        return mentions;
    }

    private static void mentioned(List<Parameter> parameters, Map<String, String> mentions) {
        for (Parameter parameter : parameters) {
            if (parameter.kind() == Parameter.Kind.RECORD) {
                mentions.put(parameter.name(), parameter.target());
            } else if (parameter.kind() == Parameter.Kind.RECIPIENT) {
                mentions.put(parameter.name(), "users");
            }
            mentioned(parameter.parts(), mentions);
        }
    }

    /** Does it, and says what was done by {@link Step#say}. */
    void run(Arguments step, Step run);
}
