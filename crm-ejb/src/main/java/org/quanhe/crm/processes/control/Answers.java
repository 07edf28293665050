package org.quanhe.crm.processes.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.processes.control.Plan.Ask;
import org.quanhe.crm.processes.control.Plan.PlannedStep;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.control.FieldDescriptor;
import org.quanhe.crm.records.control.FieldTypes;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.SeenTypes;
import org.quanhe.crm.records.spi.FieldType;

/** Reads what people answer in a step, and says all that is missing or wrong at once. */
@ApplicationScoped
public class Answers {
    /** Kinds of a step's own questions. */
    static final Set<FieldKind> OWN = EnumSet.of(
            FieldKind.TEXT,
            FieldKind.LONG_TEXT,
            FieldKind.NUMBER,
            FieldKind.MONEY,
            FieldKind.DATE,
            FieldKind.CHOICE,
            FieldKind.CHOICES,
            FieldKind.YES_NO);

    /** Kinds of fields that a step can ask: what is typed, or picked among choices. */
    static final Set<FieldKind> FIELDS = EnumSet.copyOf(OWN);

    /** Most characters of the code of a choice. */
    static final int LONGEST_CODE = 60;

    private static final int LONGEST_TEXT = 4_000;
    private static final String HIDDEN_VALUE = "•••";

    /** Place of what the caller may not know the name of. */
    private static final String ELSEWHERE = "answers";

    static {
        FIELDS.addAll(EnumSet.of(FieldKind.DATE_TIME, FieldKind.PHONE, FieldKind.EMAIL, FieldKind.URL));
    }

    @Inject
    private FieldTypes fieldTypes;

    @Inject
    private SeenTypes seenTypes;

    /**
     * What was read.
     *
     * @param changes fields of the record that get another value; null empties one
     * @param own answers to the step's own questions, as JSON has them
     * @param violations what is missing or wrong
     */
    record Given(Map<String, @Nullable Object> changes, Map<String, Object> own, List<Violation> violations) {}

    /**
     * Reads answers.
     *
     * @param held the record's values now
     * @param sent answers by name
     */
    Given read(PlannedStep step, RecordTypeDescriptor type, Map<String, Object> held, Map<String, ?> sent) {
        Given given = new Given(new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
        RecordTypeDescriptor seen = seenTypes.of(type);
        sent.keySet().stream()
                .filter(name -> step.asks().stream()
                        .noneMatch(ask -> ask.name().equals(name)
                                && (!ask.field() || seen.fields().containsKey(name))))
                .forEach(name -> given.violations()
                        .add(new Violation(
                                name.length() > 60 ? name.substring(0, 60) + "…" : name,
                                LocalizedMessage.of("processes.error.notAsked"))));
        for (Ask ask : step.asks()) {
            if (!ask.field()) {
                own(ask, sent, given);
            } else if (seen.fields().containsKey(ask.name())) {
                field(ask, seen.fields().get(ask.name()), held, sent, given);
            } else if (ask.required() && type.fields().containsKey(ask.name()) && !held.containsKey(ask.name())) {
                given.violations().add(new Violation(ELSEWHERE, LocalizedMessage.of("processes.error.hidden")));
            }
        }
        return given;
    }

    private void own(Ask ask, Map<String, ?> sent, Given given) {
        FieldView view = view(ask);
        try {
            Object value = fieldTypes.read(view, sent.get(ask.name()));
            if (value != null) {
                given.own().put(ask.name(), fieldTypes.of(view).stored(value));
            } else if (ask.required()) {
                missing(ask, given);
            }
        } catch (FieldType.Unreadable unreadable) {
            given.violations().add(new Violation(ask.name(), unreadable.text()));
        }
    }

    private void field(Ask ask, FieldDescriptor field, Map<String, Object> held, Map<String, ?> sent, Given given) {
        Object before = held.get(ask.name());
        Object value = before;
        if (sent.containsKey(ask.name())) {
            try {
                value = fieldTypes.read(field.view(), sent.get(ask.name()));
            } catch (FieldType.Unreadable unreadable) {
                given.violations().add(new Violation(ask.name(), unreadable.text()));
                return;
            }
        }
        if (value == null && ask.required()) {
            missing(ask, given);
        } else if (!Objects.equals(value, before)) {
            given.changes().put(ask.name(), value);
        }
    }

    private static void missing(Ask ask, Given given) {
        given.violations().add(new Violation(ask.name(), LocalizedMessage.of("records.error.required")));
    }

    /** What is kept of a completed step: its own answers, and what the record held in the fields that were asked. */
    Map<String, Object> kept(
            PlannedStep step, RecordTypeDescriptor type, Map<String, Object> own, Map<String, Object> held) {
        Map<String, Object> kept = new LinkedHashMap<>();
        for (Ask ask : step.asks()) {
            FieldDescriptor field = type.fields().get(ask.name());
            Object value = held.get(ask.name());
            if (!ask.field() && own.containsKey(ask.name())) {
                kept.put(ask.name(), own.get(ask.name()));
            } else if (ask.field() && field != null && value != null) {
                boolean secret = field.view().is(Use.SENSITIVE);
                kept.put(
                        ask.name(),
                        secret ? HIDDEN_VALUE : fieldTypes.of(field.view()).stored(value));
            }
        }
        return kept;
    }

    /** The answer that was kept, as a value of its kind; null for none. */
    @Nullable
    Object restored(FieldView view, @Nullable Object kept) {
        return kept == null ? null : fieldTypes.of(view).restored(view, kept);
    }

    /** A step's own question, as the kernel reads values. */
    static FieldView view(Ask ask) {
        return new FieldView(
                ask.name(),
                ask.kind(),
                "",
                ask.choices().stream().map(Plan.Choice::code).toList(),
                "",
                "",
                LONGEST_TEXT,
                Set.of());
    }
}
