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
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.Money;
import org.quanhe.crm.records.TextFold;

/**
 * By what amounts and texts are told apart; worked out from the deals that the model learns from.
 *
 * @param cuts by currency, the amounts from which the second, third and fourth quarter begin
 * @param texts by field of the lead: what enough deals say, as somebody wrote it, by its folded text
 */
record Scales(Map<String, List<BigDecimal>> cuts, Map<String, Map<String, String>> texts) {
    static final String NONE = "none";
    static final String UNSAID = "unsaid";
    static final String OTHER = "other";

    private static final String KNOWN = "s:";

    /** Deals without which a text, or a currency, is not looked at for itself. */
    static final int FEWEST = 5;

    private static final int QUARTERS = 4;

    /** Fields of leads in which people write what they like. */
    private static final List<String> TEXTS = List.of("source", "industry", "jobTitle");

    Scales {
        cuts = Map.copyOf(cuts);
        texts = Map.copyOf(texts);
    }

    static Scales of(List<Facts> deals) {
        Map<String, List<BigDecimal>> amounts = new TreeMap<>();
        for (Facts deal : deals) {
            deal.amounts().get(deal.amounts().size() - 1).value().ifPresent(money -> amounts.computeIfAbsent(
                            money.currency().getCurrencyCode(), code -> new ArrayList<>())
                    .add(money.amount()));
        }
        Map<String, List<BigDecimal>> cuts = new LinkedHashMap<>();
        amounts.forEach((code, all) -> {
            if (all.size() >= FEWEST) {
                List<BigDecimal> sorted = all.stream().sorted().toList();
                cuts.put(code, List.of(quarter(sorted, 1), quarter(sorted, 2), quarter(sorted, QUARTERS - 1)));
            }
        });
        Map<String, Map<String, String>> texts = new LinkedHashMap<>();
        TEXTS.forEach(field -> texts.put(field, written(deals, field)));
        return new Scales(cuts, texts);
    }

    /** What enough deals say in that field; of several ways to write it the first by the alphabet. */
    private static Map<String, String> written(List<Facts> deals, String field) {
        Map<String, Set<Long>> ids = new TreeMap<>();
        Map<String, String> written = new TreeMap<>();
        for (Facts deal : deals) {
            for (Facts.Past<String> past : deal.profile().getOrDefault(field, List.of())) {
                if (!past.value().isBlank()) {
                    String folded = TextFold.fold(past.value());
                    ids.computeIfAbsent(folded, text -> new HashSet<>()).add(deal.id());
                    written.merge(folded, past.value(), (one, other) -> one.compareTo(other) <= 0 ? one : other);
                }
            }
        }
        written.keySet().removeIf(folded -> ids.getOrDefault(folded, Set.of()).size() < FEWEST);
        return written;
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
        return new Scales(Map.of(), texts);
    }

    /** The value that a text of that field stands for. */
    String text(String field, String text) {
        if (text.isBlank()) {
            return UNSAID;
        }
        String folded = TextFold.fold(text);
        return texts.getOrDefault(field, Map.of()).containsKey(folded) ? KNOWN + folded : OTHER;
    }

    /** How somebody wrote the text that a value of that field stands for; empty if it stands for none. */
    Optional<String> written(String field, String value) {
        return value.startsWith(KNOWN)
                ? Optional.of(texts.getOrDefault(field, Map.of())
                        .getOrDefault(value.substring(KNOWN.length()), value.substring(KNOWN.length())))
                : Optional.empty();
    }

    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("cuts", new TreeMap<>(cuts));
        Map<String, Object> byField = new TreeMap<>();
        texts.forEach((field, of) -> byField.put(field, new TreeMap<>(of)));
        document.put("texts", byField);
        return document;
    }

    static Scales read(Map<?, ?> document) {
        Map<String, List<BigDecimal>> cuts = new LinkedHashMap<>();
        object(document.get("cuts"))
                .forEach((code, of) -> cuts.put(
                        code,
                        ((List<?>) of).stream().map(BigDecimal.class::cast).toList()));
        Map<String, Map<String, String>> texts = new LinkedHashMap<>();
        object(document.get("texts")).forEach((field, of) -> {
            Map<String, String> written = new LinkedHashMap<>();
            object(of).forEach((folded, text) -> written.put(folded, text.toString()));
            texts.put(field, written);
        });
        return new Scales(cuts, texts);
    }

    private static Map<String, Object> object(@Nullable Object value) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> object.put(key.toString(), one));
        }
        return object;
    }
}
