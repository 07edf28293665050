package org.quanhe.crm.automation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.quanhe.crm.audit.control.DocumentHistory;
import org.quanhe.crm.automation.entity.AutomationRule;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RenamedFields;
import org.quanhe.crm.records.spi.FieldUser;

/** Automations when fields change: they follow new names, and say before when they would not fit any more. */
@ApplicationScoped
class AutomationFields implements FieldUser {
    private static final Set<String> CONDITIONS = Set.of("condition", "if", "when");

    @Inject
    private AutomationBook book;

    @Inject
    private RecordTypes types;

    @Inject
    private Definitions definitions;

    @Inject
    private DocumentHistory history;

    @Override
    public List<Touched> touched(List<Renaming> renamings, Function<String, Optional<RecordTypeView>> after) {
        List<Touched> touched = new ArrayList<>();
        for (AutomationRule rule : book.all()) {
            Map<String, Object> document = JsonText.readMap(rule.document());
            Map<String, Object> renamed = RenamedFields.in(document, renamings, CONDITIONS, types::target);
            Optional<String> misfit = fits(document, definitions::type) ? misfit(renamed, after) : Optional.empty();
            if (misfit.isPresent()) {
                touched.add(new Touched(
                        rule.recordType(),
                        LocalizedMessage.of("automation.metadata.misfit", rule.name(), misfit.get())));
            } else if (!renamed.equals(document)) {
                touched.add(new Touched(
                        rule.recordType(), LocalizedMessage.of("automation.metadata.follows", rule.name())));
            }
        }
        return touched;
    }

    private boolean fits(Map<String, Object> document, Function<String, Optional<RecordTypeView>> types) {
        return misfit(document, types).isEmpty();
    }

    /** Places in the document that do not fit. */
    private Optional<String> misfit(Map<String, Object> document, Function<String, Optional<RecordTypeView>> types) {
        try {
            definitions.read(document, types);
            return Optional.empty();
        } catch (CrmException wrong) {
            return Optional.of(String.join(
                    ", ",
                    wrong.violations().stream()
                            .map(CrmException.Violation::field)
                            .toList()));
        }
    }

    @Override
    public void follow(List<Renaming> renamings) {
        for (AutomationRule rule : book.all()) {
            Map<String, Object> document = JsonText.readMap(rule.document());
            Map<String, Object> renamed = RenamedFields.in(document, renamings, CONDITIONS, types::target);
            if (!renamed.equals(document)) {
                rule.follow(JsonText.write(renamed));
            }
            history.follow(
                    new RecordRef("automations", rule.id()),
                    earlier -> RenamedFields.in(earlier, renamings, CONDITIONS, types::target));
        }
    }
}
