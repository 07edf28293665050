package org.quanhe.crm.capture.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.control.RecordTypes;

/** Fields of leads that visitors can be asked for. */
@ApplicationScoped
public class AskableFields {
    private static final Set<FieldKind> KINDS = EnumSet.of(
            FieldKind.TEXT,
            FieldKind.LONG_TEXT,
            FieldKind.NUMBER,
            FieldKind.MONEY,
            FieldKind.DATE,
            FieldKind.YES_NO,
            FieldKind.CHOICE,
            FieldKind.CHOICES,
            FieldKind.PHONE,
            FieldKind.EMAIL,
            FieldKind.URL);

    /** What the form itself knows of a lead, and what colleagues think of it. */
    private static final Set<String> NOT_ASKED = Set.of(
            "source",
            "medium",
            "campaign",
            "page",
            "firstChannel",
            "firstTouch",
            "language",
            "nextReview",
            "lifecycleStage",
            "tags",
            "notes",
            "externalId");

    @Inject
    private RecordTypes types;

    /** By their names, in the order of the record's form. */
    public Map<String, FieldView> all() {
        return of(types.named(PersonKeyBook.LEADS).view());
    }

    /** The same if leads were of that type. */
    static Map<String, FieldView> of(RecordTypeView leads) {
        Map<String, FieldView> all = new LinkedHashMap<>();
        leads.fields().stream().filter(AskableFields::askable).forEach(field -> all.put(field.name(), field));
        return all;
    }

    /** Those of them that every lead must have and that nobody but the visitor can know. */
    static Map<String, FieldView> demanded(Map<String, FieldView> askable) {
        Map<String, FieldView> demanded = new LinkedHashMap<>();
        askable.forEach((name, field) -> {
            if (field.required() && field.is(Use.CUSTOM) && field.rules().beginning() == null) {
                demanded.put(name, field);
            }
        });
        return demanded;
    }

    private static boolean askable(FieldView field) {
        boolean choosable =
                field.kind() != FieldKind.CHOICES || !field.choices().isEmpty();
        return KINDS.contains(field.kind()) && choosable && !field.settled() && !NOT_ASKED.contains(field.name());
    }
}
