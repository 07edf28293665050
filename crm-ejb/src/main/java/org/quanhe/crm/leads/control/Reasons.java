package org.quanhe.crm.leads.control;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quanhe.crm.leads.Cycle;
import org.quanhe.crm.leads.entity.Handover;
import org.quanhe.crm.records.TextFold;

/** Counts why leads were returned; the same words count together, whatever their accents and capitals. */
final class Reasons {
    private static final int MOST = 20;

    private Reasons() {}

    static List<Cycle.Reason> of(List<Handover> answered) {
        Map<String, String> written = new LinkedHashMap<>();
        Map<String, Long> counts = new LinkedHashMap<>();
        answered.stream()
                .filter(handover -> handover.state().equals(Handover.RETURNED))
                .forEach(handover -> {
                    String folded = TextFold.fold(handover.reason());
                    written.putIfAbsent(folded, handover.reason());
                    counts.merge(folded, 1L, Long::sum);
                });
        return counts.entrySet().stream()
                .map(one -> new Cycle.Reason(written.get(one.getKey()), one.getValue()))
                .sorted(Comparator.comparingLong((Cycle.Reason one) -> -one.count())
                        .thenComparing(Cycle.Reason::why))
                .limit(MOST)
                .toList();
    }
}
