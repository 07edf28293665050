package org.quanhe.crm.scoring.control.suggest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.control.SeenTypes;
import org.quanhe.crm.scoring.ScoreSuggestions;
import org.quanhe.crm.scoring.ScoreSuggestions.Suggestion;
import org.quanhe.crm.scoring.spi.ClosedDeals;

/** Compares what was known of leads with what came of them. */
@ApplicationScoped
public class Suggestions {
    private static final int MOST_DEALS = 5_000;
    private static final int LONGEST_LABEL = 120;

    @Inject
    private ClosedDeals deals;

    @Inject
    private KnownLeads leads;

    @Inject
    private SeenTypes seen;

    /** What the deals of now suggest for that draft. */
    public ScoreSuggestions of(Map<String, Object> draft) {
        ClosedDeals.History history = deals.newest(MOST_DEALS);
        RecordTypeView type = seen.readable("leads").view();
        List<KnownLead> known = leads.of(history.deals());
        int won = (int) known.stream().filter(KnownLead::won).count();
        ScoreSuggestions bare = new ScoreSuggestions(
                won,
                known.size() - won,
                history.withoutLead(),
                0,
                List.of(),
                Traits.leftOut(type).stream()
                        .map(field -> LocalizedMessage.of(field.labelKey()))
                        .toList());
        if (bare.missing() > 0) {
            return bare;
        }
        Map<Trait, TwoByTwo> counted = counted(Traits.of(type, known), known);
        Set<String> adopted = keys(draft);
        return new ScoreSuggestions(
                bare.won(),
                bare.lost(),
                bare.withoutLead(),
                counted.size(),
                counted.entrySet().stream()
                        .filter(one -> one.getValue().matters())
                        .sorted(Comparator.comparingDouble((Map.Entry<Trait, TwoByTwo> one) ->
                                        -one.getValue().certainty())
                                .thenComparing(one -> one.getKey().key()))
                        .map(one -> suggestion(one.getKey(), one.getValue(), adopted))
                        .toList(),
                bare.leftOut());
    }

    /** Those of which there are enough cases with and without. */
    private static Map<Trait, TwoByTwo> counted(List<Trait> traits, List<KnownLead> known) {
        Map<Trait, TwoByTwo> counted = new LinkedHashMap<>();
        for (Trait trait : traits) {
            TwoByTwo table = trait.count(known);
            if (table.with().all() >= ScoreSuggestions.FEWEST_WITH
                    && table.without().all() >= ScoreSuggestions.FEWEST_WITH) {
                counted.put(trait, table);
            }
        }
        return counted;
    }

    /** The draft with that suggestion; empty if it has it. */
    public Optional<Map<String, Object>> with(Map<String, Object> draft, String key) {
        if (keys(draft).contains(key)) {
            return Optional.empty();
        }
        Suggestion chosen = of(draft).suggestions().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(() -> CrmException.invalid("scoring.error.notSuggested"));
        Map<String, Object> changed = new LinkedHashMap<>(draft);
        List<Object> criteria = new ArrayList<>();
        if (draft.get("criteria") instanceof List<?> before) {
            criteria.addAll(before);
        }
        criteria.add(chosen.criterion());
        changed.put("criteria", criteria);
        return Optional.of(changed);
    }

    private static Set<String> keys(Map<String, Object> draft) {
        return draft.get("criteria") instanceof List<?> criteria
                ? criteria.stream()
                        .filter(Map.class::isInstance)
                        .map(one -> String.valueOf(((Map<?, ?>) one).get("key")))
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private static Suggestion suggestion(Trait trait, TwoByTwo table, Set<String> adopted) {
        Map<String, Object> criterion = new LinkedHashMap<>();
        criterion.put("key", trait.key());
        criterion.put("labels", labels(trait.label()));
        criterion.put("points", BigDecimal.valueOf(table.points()));
        criterion.putAll(trait.rest());
        return new Suggestion(
                trait.key(),
                trait.label(),
                table.with(),
                table.without(),
                rounded(table.lift()),
                rounded(table.low()),
                rounded(table.high()),
                table.points(),
                adopted.contains(trait.key()),
                criterion);
    }

    private static Map<String, String> labels(LocalizedMessage label) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            String text = label.in(language);
            labels.put(language.tag(), text.length() > LONGEST_LABEL ? text.substring(0, LONGEST_LABEL) : text);
        }
        return labels;
    }

    private static BigDecimal rounded(double ratio) {
        return BigDecimal.valueOf(ratio).setScale(2, RoundingMode.HALF_UP);
    }
}
