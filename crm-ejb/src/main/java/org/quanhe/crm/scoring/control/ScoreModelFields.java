package org.quanhe.crm.scoring.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RenamedFields;
import org.quanhe.crm.records.spi.FieldUser;
import org.quanhe.crm.scoring.entity.ScoreModelRow;

/** Criteria of the score model, in force and in the draft, when fields change: they follow new names. */
@ApplicationScoped
class ScoreModelFields implements FieldUser {
    private static final Set<String> CONDITIONS = Set.of("when");

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private ModelReader reader;

    @Inject
    private ScoreModelsKept kept;

    @Inject
    private RecordTypes types;

    @Override
    public List<Touched> touched(List<Renaming> renamings, Function<String, Optional<RecordTypeView>> after) {
        ScoreModelRow row = entities.find(ScoreModelRow.class, ScoreModelRow.ONLY);
        Map<String, Object> inForce = ScoreModelsKept.document(row.inForce());
        Map<String, Object> draft = ScoreModelsKept.document(row.draft());
        List<Touched> touched = new ArrayList<>(touched(inForce, "scoring.fields", renamings, after));
        if (!draft.equals(inForce)) {
            touched.addAll(touched(draft, "scoring.fields.draft", renamings, after));
        }
        return touched;
    }

    private List<Touched> touched(
            Map<String, Object> document,
            String text,
            List<Renaming> renamings,
            Function<String, Optional<RecordTypeView>> after) {
        Map<String, Object> renamed = renamed(document, renamings);
        List<Violation> before =
                reader.violations(document, types.named(Scorekeeper.LEADS).view());
        List<Touched> touched =
                after
                        .apply(Scorekeeper.LEADS)
                        .map(leads -> reader.violations(renamed, leads))
                        .orElse(List.of())
                        .stream()
                        .filter(wrong -> !before.contains(wrong))
                        .map(wrong -> touched(text + ".misfit", criterion(renamed, wrong), wrong.message()))
                        .toList();
        return touched.isEmpty() && !renamed.equals(document) ? List.of(touched(text + ".follow")) : touched;
    }

    private static Touched touched(String key, Object... args) {
        return new Touched(Scorekeeper.LEADS, LocalizedMessage.of(key, args));
    }

    /** What people call the criterion that is at the place of the violation. */
    private static LocalizedMessage criterion(Map<String, Object> document, Violation wrong) {
        String number = wrong.field().replaceAll("\\D", "");
        if (wrong.field().startsWith("criteria[")
                && document.get("criteria") instanceof List<?> criteria
                && criteria.get(Integer.parseInt(number)) instanceof Map<?, ?> criterion
                && criterion.get("labels") instanceof Map<?, ?> labels) {
            Map<String, String> byTag = new LinkedHashMap<>();
            labels.forEach((tag, label) -> byTag.put(tag.toString(), String.valueOf(label)));
            return Explanation.named(byTag);
        }
        return LocalizedMessage.verbatim(wrong.field());
    }

    @Override
    public void follow(List<Renaming> renamings) {
        ScoreModelRow row = entities.find(ScoreModelRow.class, ScoreModelRow.ONLY, LockModeType.PESSIMISTIC_WRITE);
        String draft = renamed(row.draft(), renamings);
        String inForce = renamed(row.inForce(), renamings);
        if (!draft.equals(row.draft()) || !inForce.equals(row.inForce())) {
            row.follow(draft, inForce);
            kept.changed();
        }
    }

    /** The text itself where nothing is renamed: an empty one stands for the model that comes with the application. */
    private String renamed(String text, List<Renaming> renamings) {
        Map<String, Object> document = ScoreModelsKept.document(text);
        Map<String, Object> renamed = renamed(document, renamings);
        return renamed.equals(document) ? text : JsonText.write(renamed);
    }

    private Map<String, Object> renamed(Map<String, Object> document, List<Renaming> renamings) {
        return RenamedFields.of(Scorekeeper.LEADS, document, renamings, CONDITIONS, types::target);
    }
}
