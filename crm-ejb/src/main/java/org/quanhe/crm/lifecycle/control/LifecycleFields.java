package org.quanhe.crm.lifecycle.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.quanhe.crm.lifecycle.Stage;
import org.quanhe.crm.lifecycle.entity.LifecycleDocument;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RenamedFields;
import org.quanhe.crm.records.spi.FieldUser;

/** Conditions of stages and of the ideal customer when fields change: they follow new names. */
@ApplicationScoped
class LifecycleFields implements FieldUser {
    @Inject
    private LifecycleBook book;

    @Inject
    private StagesInForce inForce;

    @Inject
    private RecordTypes types;

    @Override
    public List<Touched> touched(List<Renaming> renamings, Function<String, Optional<RecordTypeView>> after) {
        List<Touched> touched = new ArrayList<>();
        for (long number : List.of(LifecycleDocument.STAGES, LifecycleDocument.IDEAL_CUSTOMER)) {
            String text = book.row(number).document();
            String renamed = renamed(text, renamings);
            List<Violation> misfits =
                    violations(number, text, type -> types.find(type).map(known -> known.view()))
                                    .isEmpty()
                            ? violations(number, renamed, after)
                            : List.of();
            if (!misfits.isEmpty()) {
                touched.add(new Touched(
                        type(misfits.get(0)),
                        LocalizedMessage.of(
                                "lifecycle.fields.misfit", misfits.get(0).message())));
            } else if (!renamed.equals(text)) {
                touched.add(new Touched(renamings.get(0).type(), LocalizedMessage.of("lifecycle.fields.follow")));
            }
        }
        return touched;
    }

    private static String type(Violation violation) {
        return violation.field().substring(violation.field().lastIndexOf('.') + 1);
    }

    private static List<Violation> violations(
            long number, String text, Function<String, Optional<RecordTypeView>> after) {
        if (number == LifecycleDocument.IDEAL_CUSTOMER) {
            return StagesCheck.conditions(StagesInForce.conditions(text), "", after);
        }
        List<Violation> wrong = new ArrayList<>();
        for (Stage stage : StagesReader.stored(text, StagesInForce.TYPES).stages()) {
            wrong.addAll(StagesCheck.conditions(stage.enter(), "enter.", after));
            wrong.addAll(StagesCheck.conditions(stage.exit(), "exit.", after));
        }
        return wrong;
    }

    @Override
    public void follow(List<Renaming> renamings) {
        for (long number : List.of(LifecycleDocument.STAGES, LifecycleDocument.IDEAL_CUSTOMER)) {
            LifecycleDocument row = book.locked(number, null);
            String renamed = renamed(row.document(), renamings);
            if (!renamed.equals(row.document())) {
                row.say(renamed);
                inForce.changed();
            }
        }
    }

    /** Conditions stand under the name of their record type. */
    private String renamed(String text, List<Renaming> renamings) {
        Map<String, Object> before = JsonText.readMap(text);
        Map<String, Object> document = before;
        for (String type : StagesInForce.TYPES) {
            document = RenamedFields.of(type, document, renamings, Set.of(type), types::target);
        }
        return document.equals(before) ? text : JsonText.write(document);
    }
}
