package org.quanhe.crm.automation.spi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quanhe.crm.automation.Parameter;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.spi.WrittenRecord;

/**
 * What sets automations off: {@code {"on": "changed", "field": "stage", "to": "won"}}. A new one is a new CDI bean with
 * its texts: {@code ui.auto.on.<code>} is what people call it, {@code automation.trigger.<code>.<parameter>} labels an
 * argument. The editor draws them as it draws those of actions.
 */
public interface Trigger {
    /** Its name in documents. */
    String code();

    /** The action on records that it looks at: {@code created}, {@code changed}, {@code deleted}. */
    String action();

    /** True if it looks at records that were written in that way; most look at their {@link #action()} alone. */
    default boolean hears(String written) {
        return action().equals(written);
    }

    /** True if that written record sets it off; it was written in a way that it {@link #hears}. */
    boolean fires(Arguments trigger, WrittenRecord written);

    /**
     * Its arguments; what they say is checked before {@link #check} is asked. Secrets are kept apart and steps are done
     * for actions alone: a trigger has neither.
     */
    default List<Parameter> parameters() {
        return List.of();
    }

    /**
     * Those of its arguments that number a record, with its record type: {@code {"team": "teams"}}. Files that leave
     * the server name these records instead.
     *
     * @param said its arguments
     */
    default Map<String, String> mentions(Map<?, ?> said, RecordTypeView type) {
        Map<String, String> mentions = new LinkedHashMap<>(Action.mentioned(parameters()));
        for (Parameter parameter : parameters()) {
            if (parameter.kind() == Parameter.Kind.VALUE) {
                type.find(String.valueOf(said.get(parameter.target())))
                        .map(FieldView::target)
                        .filter(target -> !target.isEmpty())
                        .ifPresent(target -> mentions.put(parameter.name(), target));
            }
        }
        return mentions;
    }

    /** Tells what is wrong with its arguments beyond what {@link #parameters} say. */
    default void check(Arguments trigger) {
        // most have no more to say
    }
}
