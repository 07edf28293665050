package org.quanhe.crm.pipeline.control.chance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.quanhe.crm.platform.Money;
import org.quanhe.crm.records.TextFold;

/**
 * By what amounts and sources are told apart; worked out from the deals that the model learns from.
 *
 * @param cuts by currency, the amounts from which the second, third and fourth quarter begin
 * @param sources as somebody wrote them, by their folded text
 */
record Scales(Map<String, List<BigDecimal>> cuts, Map<String, String> sources) {
    static final String NONE = "none";
    static final String UNSAID = "unsaid";
    static final String OTHER = "other";
    /** Deals without which a source, or a currency, is not looked at for itself. */
    static final int FEWEST = 5;

    private static final int QUARTERS = 4;

    Scales {
        cuts = Map.copyOf(cuts);
        sources = Map.copyOf(sources);
    }

    static Scales of(List<Facts> deals) {
        Map<String, List<BigDecimal>> amounts = new TreeMap<>();
        Map<String, Set<Long>> bySource = new TreeMap<>();
        Map<String, String> written = new TreeMap<>();
        for (Facts deal : deals) {
            deal.amounts().get(deal.amounts().size() - 1).value().ifPresent(money -> amounts.computeIfAbsent(
                            money.currency().getCurrencyCode(), code -> new ArrayList<>())
                    .add(money.amount()));
            if (!deal.source().isEmpty()) {
                String folded = TextFold.fold(deal.source());
                bySource.computeIfAbsent(folded, source -> new HashSet<>()).add(deal.id());
                written.merge(folded, deal.source(), (one, other) -> one.compareTo(other) <= 0 ? one : other);
            }
        }
        Map<String, List<BigDecimal>> cuts = new LinkedHashMap<>();
        amounts.forEach((code, all) -> {
            if (all.size() >= FEWEST) {
                List<BigDecimal> sorted = all.stream().sorted().toList();
                cuts.put(code, List.of(quarter(sorted, 1), quarter(sorted, 2), quarter(sorted, QUARTERS - 1)));
            }
        });
        Map<String, String> sources = new LinkedHashMap<>();
        bySource.forEach((folded, ids) -> {
            if (ids.size() >= FEWEST) {
                sources.put(folded, written.get(folded));
            }
        });
        return new Scales(cuts, sources);
    }

    private static BigDecimal quarter(List<BigDecimal> sorted, int which) {
        return sorted.get(sorted.size() * which / QUARTERS);
    }

    /** The quarter that an amount is in, {@code q1} to {@code q4} and its currency. */
    String amount(Money money) {
        String code = money.currency().getCurrencyCode();
        List<BigDecimal> of = cuts.get(code);
        if (of == null) {
            return OTHER;
        }
        long above =
                of.stream().filter(cut -> money.amount().compareTo(cut) >= 0).count();
        return "q" + (above + 1) + "-" + code;
    }

    /** The same for who is not told at which amounts the quarters begin. */
    Scales withoutAmounts() {
        return new Scales(Map.of(), sources);
    }

    String source(String text) {
        if (text.isBlank()) {
            return UNSAID;
        }
        return Optional.of(TextFold.fold(text))
                .filter(sources::containsKey)
                .map(folded -> "s:" + folded)
                .orElse(OTHER);
    }

    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("cuts", new TreeMap<>(cuts));
        document.put("sources", new TreeMap<>(sources));
        return document;
    }

    static Scales read(Map<?, ?> document) {
        Map<String, List<BigDecimal>> cuts = new LinkedHashMap<>();
        ((Map<?, ?>) document.get("cuts"))
                .forEach((code, of) -> cuts.put(
                        code.toString(),
                        ((List<?>) of).stream().map(BigDecimal.class::cast).toList()));
        Map<String, String> sources = new LinkedHashMap<>();
        ((Map<?, ?>) document.get("sources"))
                .forEach((folded, text) -> sources.put(folded.toString(), text.toString()));
        return new Scales(cuts, sources);
    }
}
