package org.quanhe.crm.dataquality.control.columns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.dataquality.control.table.TableRow;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.RecordTypeView;

/**
 * Turns rows into values. A company stays text on the person; a table that has companies but no names gives
 * organisations. An owner whom nobody knows warns, leaves the importer as owner and is kept as text.
 */
public final class RowInterpreter {
    private final RecordTypeView type;
    private final ColumnMapping mapping;
    private final People people;
    private final Map<String, ChoiceText> choices = new HashMap<>();
    private final Map<String, FieldView> lists = new HashMap<>();
    private final boolean companiesOnly;

    public RowInterpreter(RecordTypeView type, ColumnMapping mapping, People people) {
        this.type = type;
        this.mapping = mapping;
        this.people = people;
        companiesOnly = mapping.namesCompaniesOnly();
    }

    /** The values of a row; warnings are added to those given. */
    public InterpretedRow interpret(TableRow row, Warnings warnings) {
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, ContactCells> contacts = new LinkedHashMap<>();
        Map<String, String> nameParts = new HashMap<>();
        mapping.targets().forEach((column, target) -> {
            String text = row.cell(column);
            if (!text.isEmpty()) {
                FieldView list = listOf(target.field());
                if (list != null) {
                    contacts.computeIfAbsent(list.name(), name -> new ContactCells(list))
                            .add(target.part(), text);
                } else if (!target.part().isEmpty()) {
                    nameParts.put(target.part(), PlainText.oneLine(text));
                } else {
                    put(values, target.field(), text, warnings);
                }
            }
        });
        mapping.forAll().forEach((field, text) -> {
            if (!values.containsKey(field.name())) {
                put(values, field, text, warnings);
            }
        });
        contacts.forEach((name, cells) -> cells.putInto(values, primaryOf(name)));
        completeName(values, nameParts);
        return new InterpretedRow(row, values, problems(row, values));
    }

    /** The contact list into which a column goes, directly or as its primary entry; the city is a field of its own. */
    private @Nullable FieldView listOf(FieldView field) {
        if (field.kind().contactList()) {
            return field;
        }
        if (field.primaryOf().isEmpty() || field.name().equals("city")) {
            return null;
        }
        return lists.computeIfAbsent(field.primaryOf(), type::field);
    }

    private Optional<FieldView> primaryOf(String list) {
        return type.fields().stream()
                .filter(field -> field.primaryOf().equals(list) && !field.name().equals("city"))
                .findFirst();
    }

    private void put(Map<String, Object> values, FieldView field, String text, Warnings warnings) {
        switch (field.kind()) {
            case LONG_TEXT -> values.merge(field.name(), text, (one, other) -> one + "\n" + other);
            case DATE, DATE_TIME -> values.put(field.name(), DateText.iso(text));
            case NUMBER -> values.put(field.name(), NumberText.plain(text));
            case YES_NO -> values.put(field.name(), ChoiceText.yesNo(text));
            case CHOICE -> putChoice(values, field, text, warnings);
            case CHOICES -> values.merge(field.name(), ListText.tags(text), RowInterpreter::union);
            case REFERENCE -> putReference(values, field, PlainText.oneLine(text), warnings);
            default -> values.put(field.name(), PlainText.oneLine(text));
        }
    }

    private static Object union(Object one, Object other) {
        List<Object> all = new ArrayList<>((List<?>) one);
        ((List<?>) other).stream().filter(tag -> !all.contains(tag)).forEach(all::add);
        return all;
    }

    private void putChoice(Map<String, Object> values, FieldView field, String text, Warnings warnings) {
        String code = choices.computeIfAbsent(field.name(), name -> new ChoiceText(field))
                .code(text);
        // a column "type" may mean anything; that it was taken for this field must cost nobody a row
        if (field.name().equals("kind") && !field.choices().contains(code)) {
            warnings.add(LocalizedMessage.of(
                    "dataquality.warning.unknownChoice", LocalizedMessage.of(field.labelKey()), text));
        } else {
            values.put(field.name(), code);
        }
    }

    private void putReference(Map<String, Object> values, FieldView field, String text, Warnings warnings) {
        if (!field.target().equals("users") && !field.target().equals("teams")) {
            values.put(field.name(), text);
            return;
        }
        RecordRef found = people.find(field.target(), text).orElse(null);
        if (found != null) {
            values.put(field.name(), found);
            return;
        }
        LocalizedMessage label = LocalizedMessage.of(field.labelKey());
        if (field.name().equals("owner")) {
            type.find("importedOwner").ifPresent(kept -> values.put(kept.name(), text));
            warnings.add(LocalizedMessage.of("dataquality.warning.unknownOwner", label, text));
        } else {
            warnings.add(LocalizedMessage.of("dataquality.warning.unknownReference", label, text));
        }
    }

    private void completeName(Map<String, Object> values, Map<String, String> nameParts) {
        String title = type.titleField().name();
        if (!values.containsKey(title) && !nameParts.isEmpty()) {
            values.put(title, NameParts.join(nameParts));
        }
        if (companiesOnly && values.get("company") instanceof String company) {
            values.put(title, company);
            values.putIfAbsent("kind", "organisation");
            values.remove("company");
        }
    }

    private List<LocalizedMessage> problems(TableRow row, Map<String, Object> values) {
        List<LocalizedMessage> problems = new ArrayList<>();
        if (!values.containsKey(type.titleField().name()) && type.titleField().required()) {
            problems.add(LocalizedMessage.of(
                    "dataquality.row.titleMissing",
                    LocalizedMessage.of(type.titleField().labelKey()),
                    mapping.titleColumns()));
        }
        for (int column = mapping.width(); column < row.cells().size(); column++) {
            if (!row.cell(column).isEmpty()) {
                problems.add(LocalizedMessage.of(
                        "dataquality.row.tooManyCells", row.cells().size(), mapping.width()));
                break;
            }
        }
        return problems;
    }
}
