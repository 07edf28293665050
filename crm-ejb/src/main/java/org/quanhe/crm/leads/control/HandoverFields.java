package org.quanhe.crm.leads.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.quanhe.crm.leads.entity.HandoverSettingsRow;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RenamedFields;
import org.quanhe.crm.records.spi.FieldUser;

/** Rules by which leads find their way to sales when fields change: they follow new names. */
@ApplicationScoped
class HandoverFields implements FieldUser {
    private static final Set<String> CONDITIONS = Set.of("when");

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private RecordTypes types;

    @Override
    public List<Touched> touched(List<Renaming> renamings, Function<String, Optional<RecordTypeView>> after) {
        Map<String, Object> document =
                JsonText.readMap(entities.find(HandoverSettingsRow.class, HandoverSettingsRow.ONLY)
                        .document());
        Map<String, Object> renamed = renamed(document, renamings);
        List<Violation> before = HandoverPlan.violations(
                document, types.named(HandoverBook.LEADS).view());
        List<Touched> misfits = after
                .apply(HandoverBook.LEADS)
                .map(leads -> HandoverPlan.violations(renamed, leads))
                .orElse(List.of())
                .stream()
                .filter(wrong -> !before.contains(wrong))
                .map(wrong -> touched("leads.fields.misfit", rule(wrong), wrong.message()))
                .toList();
        return misfits.isEmpty() && !renamed.equals(document) ? List.of(touched("leads.fields.follow")) : misfits;
    }

    /** Number of the rule as the page counts them. */
    private static String rule(Violation wrong) {
        String number = wrong.field().replaceAll("\\D", "");
        return number.isEmpty() ? "?" : Integer.toString(Integer.parseInt(number) + 1);
    }

    private static Touched touched(String key, Object... args) {
        return new Touched(HandoverBook.LEADS, LocalizedMessage.of(key, args));
    }

    @Override
    public void follow(List<Renaming> renamings) {
        HandoverSettingsRow row =
                entities.find(HandoverSettingsRow.class, HandoverSettingsRow.ONLY, LockModeType.PESSIMISTIC_WRITE);
        Map<String, Object> document = JsonText.readMap(row.document());
        Map<String, Object> renamed = renamed(document, renamings);
        if (!renamed.equals(document)) {
            row.say(JsonText.write(renamed));
        }
    }

    private Map<String, Object> renamed(Map<String, Object> document, List<Renaming> renamings) {
        return RenamedFields.of(HandoverBook.LEADS, document, renamings, CONDITIONS, types::target);
    }
}
