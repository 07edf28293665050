package org.quanhe.crm.scoring.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.Money;
import org.quanhe.crm.platform.Told;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.control.model.ModelTexts;
import org.quanhe.crm.records.entity.MoneyColumn;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.spi.Access;
import org.quanhe.crm.records.spi.FieldScope;
import org.quanhe.crm.scoring.ScoreView;
import org.quanhe.crm.scoring.entity.ScoreLedger;
import org.quanhe.crm.scoring.spi.LedgerLine;

/** Tells why a score is what it is, to somebody who may not see every field: what such fields hold is left out. */
@ApplicationScoped
public class Explanation {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private ScoreModelsKept models;

    @Inject
    private RecordTypes types;

    @Inject
    private RecordViews views;

    @Inject
    private Access access;

    /** The score of a lead that the caller may see. */
    public ScoreView of(RecordEntity lead) {
        ScoreLedger known = entities.find(ScoreLedger.class, lead.getId());
        ScoreLedger ledger = known == null ? new ScoreLedger(lead.getId()) : known;
        return told(ledger, ledger.lines(), names(ledger.lines()));
    }

    /** The scores of leads that the caller may see, by number. */
    public Map<Long, ScoreView> of(List<RecordEntity> leads) {
        Map<Long, ScoreLedger> known = new HashMap<>();
        leads.forEach(lead -> known.put(lead.getId(), new ScoreLedger(lead.getId())));
        if (!known.isEmpty()) {
            entities.createQuery("select l from ScoreLedger l where l.leadId in :leads", ScoreLedger.class)
                    .setParameter("leads", new ArrayList<>(known.keySet()))
                    .getResultList()
                    .forEach(ledger -> known.put(ledger.lead(), ledger));
        }
        Map<Long, List<LedgerLine>> lines = new HashMap<>();
        known.forEach((lead, ledger) -> lines.put(lead, ledger.lines()));
        Map<Long, String> names =
                names(lines.values().stream().flatMap(List::stream).toList());
        Map<Long, ScoreView> told = new HashMap<>();
        known.forEach((lead, ledger) -> told.put(lead, told(ledger, lines.getOrDefault(lead, List.of()), names)));
        return told;
    }

    private Map<Long, String> names(List<LedgerLine> lines) {
        return views.names(
                lines.stream().map(LedgerLine::by).filter(by -> by != 0).toList());
    }

    private ScoreView told(ScoreLedger ledger, List<LedgerLine> lines, Map<Long, String> names) {
        ScoreModel model = models.inForce();
        FieldScope scope = access.fields(Scorekeeper.LEADS);
        int total = ScoreModel.total(lines);
        return new ScoreView(
                total,
                model.band(total),
                model.warm(),
                model.hot(),
                model.threshold(),
                named(model.name()),
                ledger.modelNumber(),
                ledger.computedAt(),
                lines.stream()
                        .map(line -> new ScoreView.Line(
                                line.rule(),
                                named(line.labels()),
                                evidence(line, scope),
                                line.points(),
                                line.full(),
                                line.at(),
                                line.fadesUntil(),
                                names.getOrDefault(line.by(), "")))
                        .toList());
    }

    private List<ScoreView.Evidence> evidence(LedgerLine line, FieldScope scope) {
        RecordTypeView type = types.named(Scorekeeper.LEADS).view();
        List<ScoreView.Evidence> evidence = new ArrayList<>();
        for (LedgerLine.Evidence one : line.evidence()) {
            if (one.field().isEmpty()) {
                evidence.add(new ScoreView.Evidence(one.at(), LocalizedMessage.verbatim(one.text())));
            } else if (scope.readable(one.field())) {
                type.find(one.field())
                        .ifPresent(field -> evidence.add(new ScoreView.Evidence(one.at(), value(field, one.text()))));
            }
        }
        return evidence;
    }

    private static LocalizedMessage value(FieldView field, String text) {
        boolean choice = field.kind() == FieldKind.CHOICE && field.choices().contains(text);
        Object told;
        if (choice) {
            told = LocalizedMessage.of(field.labelKey() + "." + text);
        } else if (field.kind() == FieldKind.MONEY && text.matches("-?[0-9.]+ [A-Z]{3}")) {
            told = amount(text);
        } else {
            told = text.isEmpty() ? "–" : text;
        }
        return LocalizedMessage.of("scoring.evidence", LocalizedMessage.of(field.labelKey()), told);
    }

    /** An amount as each language writes it. */
    private static LocalizedMessage amount(String text) {
        Money money = Objects.requireNonNull(new MoneyColumn().convertToEntityAttribute(text));
        return Told.message(money);
    }

    /** A name that was given by language tag; one under no tag is told as it stands. */
    public static LocalizedMessage named(Map<String, String> byTag) {
        String written = byTag.get("");
        return written != null
                ? LocalizedMessage.verbatim(written)
                : LocalizedMessage.named(Arrays.stream(Language.values())
                        .map(language -> ModelTexts.in(language, byTag))
                        .toList());
    }
}
