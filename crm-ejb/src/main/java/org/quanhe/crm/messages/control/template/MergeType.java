package org.quanhe.crm.messages.control.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.FilterText;
import org.quanhe.crm.records.RecordTypeView;

/**
 * A record type with those that it points to, all as somebody sees them: what can be merged.
 *
 * @param type the type of the template
 * @param others a type by its name; nothing for one that may not be read
 */
record MergeType(RecordTypeView type, Function<String, Optional<RecordTypeView>> others) {
    /** Names that every record has, whatever its fields. */
    static final List<String> ALWAYS = List.of("title", "id");

    /** All that is wrong with the parts. */
    List<Fault> faults(List<Part> parts) {
        List<Fault> faults = new ArrayList<>();
        collect(parts, faults);
        return faults;
    }

    private void collect(List<Part> parts, List<Fault> faults) {
        for (Part part : parts) {
            if (part instanceof Part.Value value) {
                wrongPath(value.path()).ifPresent(text -> faults.add(new Fault(value.place(), text)));
            } else if (part instanceof Part.Choice choice) {
                wrongCondition(choice.condition()).ifPresent(text -> faults.add(new Fault(choice.place(), text)));
                collect(choice.then(), faults);
                collect(choice.otherwise(), faults);
            }
        }
    }

    private Optional<LocalizedMessage> wrongCondition(String condition) {
        if (condition.isEmpty()) {
            return Optional.empty();
        }
        if (ParsedText.PATH.matcher(condition).matches()) {
            return wrongPath(condition);
        }
        try {
            FilterText.parse(type, condition, 0);
            return Optional.empty();
        } catch (CrmException wrong) {
            return Optional.of(wrong.text());
        }
    }

    /** What is wrong with a path; nothing if it names a field. */
    Optional<LocalizedMessage> wrongPath(String path) {
        int dot = path.indexOf('.');
        String first = dot < 0 ? path : path.substring(0, dot);
        if (dot < 0) {
            return missing(type, first);
        }
        FieldView reference = type.find(first).orElse(null);
        if (reference == null) {
            return missing(type, first);
        }
        Optional<RecordTypeView> target =
                reference.kind() == FieldKind.REFERENCE ? others.apply(reference.target()) : Optional.empty();
        return target.isEmpty()
                ? Optional.of(LocalizedMessage.of("messages.error.noReference", first))
                : missing(target.get(), path.substring(dot + 1));
    }

    private static Optional<LocalizedMessage> missing(RecordTypeView type, String field) {
        return ALWAYS.contains(field) || type.find(field).isPresent()
                ? Optional.empty()
                : Optional.of(LocalizedMessage.of(
                        "automation.error.noField", field, LocalizedMessage.of(type.name() + ".type")));
    }

    /** All paths, those of the type itself first. */
    List<String> paths() {
        List<String> paths =
                new ArrayList<>(type.fields().stream().map(FieldView::name).toList());
        for (FieldView field : type.fields()) {
            if (field.kind() == FieldKind.REFERENCE) {
                others.apply(field.target()).ifPresent(target -> target.fields().stream()
                        .filter(other -> !other.kind().many())
                        .forEach(other -> paths.add(field.name() + "." + other.name())));
            }
        }
        return paths;
    }
}
