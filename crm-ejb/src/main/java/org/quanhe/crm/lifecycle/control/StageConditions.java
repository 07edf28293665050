package org.quanhe.crm.lifecycle.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quanhe.crm.lifecycle.Stage;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.control.RecordCondition;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.SeenTypes;

/**
 * When records may come to stages and leave them. One that cannot be read any more, after its field went, is not met.
 */
@ApplicationScoped
public class StageConditions {
    @Inject
    private SeenTypes seen;

    /** True for records that come to the stage by themselves. */
    static boolean draws(Stage stage, RecordTypeView type, Map<String, Object> values) {
        String enter = stage.enter().getOrDefault(type.name(), "");
        return !enter.isBlank() && holds(type, enter, values);
    }

    /** True if the record may go on to a later stage. */
    static boolean lets(Stage stage, RecordTypeView type, Map<String, Object> values) {
        return holds(type, stage.exit().getOrDefault(type.name(), ""), values);
    }

    static boolean holds(RecordTypeView type, String text, Map<String, Object> values) {
        try {
            return text.isBlank() || RecordCondition.parse(type, text).holds(values);
        } catch (CrmException unreadable) {
            return false;
        }
    }

    /** All that a move misses, in the words of the caller, who is told nothing of fields that are hidden. */
    List<LocalizedMessage> unmet(
            Stages stages, Stage from, Stage to, RecordTypeDescriptor type, Map<String, Object> values) {
        List<LocalizedMessage> unmet = new ArrayList<>();
        if (stages.indexOf(to.code()) > stages.indexOf(from.code())) {
            parts(type, from.exit().getOrDefault(type.name(), ""), values)
                    .forEach(part -> unmet.add(LocalizedMessage.of("lifecycle.unmet.exit", from.title(), part)));
        }
        parts(type, to.enter().getOrDefault(type.name(), ""), values)
                .forEach(part -> unmet.add(LocalizedMessage.of("lifecycle.unmet.enter", to.title(), part)));
        return unmet;
    }

    private List<LocalizedMessage> parts(RecordTypeDescriptor type, String text, Map<String, Object> values) {
        if (holds(type.view(), text, values)) {
            return List.of();
        }
        return Criteria.of(type, seen.of(type).view(), text, values).stream()
                .filter(part -> !part.met())
                .map(Criteria.Part::words)
                .toList();
    }
}
