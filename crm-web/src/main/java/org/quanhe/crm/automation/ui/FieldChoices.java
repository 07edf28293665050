package org.quanhe.crm.automation.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quanhe.crm.automation.ui.AutomationPage.Option;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.ListQuery;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.shell.ui.Viewer;

/** Values of fields as their kind wants them: chosen where they can be, days from a calendar, all others as text. */
@RequestScoped
class FieldChoices {
    private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";

    @Inject
    private ArgumentChoices choices;

    @Inject
    private Viewer viewer;

    private final Map<String, List<ValueInput>> known = new HashMap<>();

    /** Inputs of those fields of the type that are not put in as text. */
    List<ValueInput> of(RecordTypeView type) {
        return known.computeIfAbsent(type.name(), name -> inputs(type));
    }

    /** The input of a field that holds this now; what stands there can be chosen even if it is none of the choices. */
    ValueInput of(Optional<RecordTypeView> type, String field, String value) {
        ValueInput input = type.flatMap(known ->
                        of(known).stream().filter(one -> one.isFor(field)).findFirst())
                .orElse(ValueInput.TEXT);
        boolean text = value.contains("{{")
                || input.drawn().equals(ValueInput.DATE) && !value.isEmpty() && !value.matches(DAY);
        if (text) {
            return ValueInput.TEXT;
        }
        if (value.isEmpty()
                || !input.drawn().equals(ValueInput.SELECT)
                || input.options().stream().anyMatch(option -> option.code().equals(value))) {
            return input;
        }
        List<Option> more = new ArrayList<>(input.options());
        more.add(new Option(value, value));
        return new ValueInput(input.type(), input.fields(), input.drawn(), more);
    }

    private List<ValueInput> inputs(RecordTypeView type) {
        List<ValueInput> inputs = new ArrayList<>();
        Map<String, List<String>> references = new LinkedHashMap<>();
        List<String> days = new ArrayList<>();
        List<String> yesNo = new ArrayList<>();
        for (FieldView field : type.fields()) {
            if (field.kind() == FieldKind.CHOICE) {
                inputs.add(new ValueInput(type.name(), field.name(), ValueInput.SELECT, codes(field)));
            } else if (field.kind() == FieldKind.REFERENCE) {
                references
                        .computeIfAbsent(field.target(), target -> new ArrayList<>())
                        .add(field.name());
            } else if (field.kind() == FieldKind.DATE) {
                days.add(field.name());
            } else if (field.kind() == FieldKind.YES_NO) {
                yesNo.add(field.name());
            }
        }
        references.forEach((target, fields) -> {
            List<Option> records = choices.records(target, Optional.of(type)).toList();
            // more than a list holds are not all there: their numbers are written
            if (records.size() < ListQuery.MAX_LIMIT) {
                inputs.add(new ValueInput(type.name(), String.join(" ", fields), ValueInput.SELECT, records));
            }
        });
        if (!days.isEmpty()) {
            inputs.add(new ValueInput(type.name(), String.join(" ", days), ValueInput.DATE, List.of()));
        }
        if (!yesNo.isEmpty()) {
            List<Option> both = choices.yesNo().toList();
            inputs.add(new ValueInput(type.name(), String.join(" ", yesNo), ValueInput.SELECT, both));
        }
        return inputs;
    }

    private List<Option> codes(FieldView field) {
        return field.choices().stream()
                .map(code -> new Option(code, viewer.text(field.labelKey() + "." + code)))
                .toList();
    }
}
