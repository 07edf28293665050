package org.quanhe.crm.scoring.spi;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of a ledger.
 *
 * @param rule key of the criterion, {@link #MANUAL} for points given by hand
 * @param labels what it is called, by language tag; of points given by hand the reason, under an empty tag
 * @param points what it counts now
 * @param full what it counted when it was fresh
 * @param at when it happened, or when it was worked out first
 * @param fadesUntil when nothing of it is left, null where it stays
 * @param changesAt when it counts something else by itself, null for never
 * @param by who gave the points, 0 for rules
 * @param evidence what decided
 */
public record LedgerLine(
        String rule,
        Map<String, String> labels,
        int points,
        int full,
        Instant at,
        @Nullable Instant fadesUntil,
        @Nullable Instant changesAt,
        long by,
        List<Evidence> evidence) {
    public static final String MANUAL = "manual";

    /**
     * What decided.
     *
     * @param field name of the field whose value it is, empty for what somebody did
     * @param text the value, or what it was about
     * @param at when it was done, null for a value
     */
    public record Evidence(
            String field, String text, @Nullable Instant at) {}

    /** A line that does not depend on time. */
    public static LedgerLine lasting(CriterionKind.Basics about, int points, Instant now, List<Evidence> evidence) {
        return new LedgerLine(about.key(), about.labels(), points, points, now, null, null, 0, evidence);
    }

    /** The same line, but as old as the one that said the same before. */
    public LedgerLine since(Instant earlier) {
        return new LedgerLine(rule, labels, points, full, earlier, fadesUntil, changesAt, by, evidence);
    }

    /** True if both tell the same, whenever they were worked out. */
    public boolean tellsTheSame(LedgerLine other) {
        return since(Instant.EPOCH).equals(other.since(Instant.EPOCH));
    }

    /** As it is kept. */
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("rule", rule);
        document.put("labels", labels);
        document.put("points", BigDecimal.valueOf(points));
        document.put("full", BigDecimal.valueOf(full));
        document.put("at", at.toString());
        if (fadesUntil != null) {
            document.put("fadesUntil", fadesUntil.toString());
        }
        if (changesAt != null) {
            document.put("changesAt", changesAt.toString());
        }
        if (by != 0) {
            document.put("by", BigDecimal.valueOf(by));
        }
        List<Object> told = new ArrayList<>();
        for (Evidence one : evidence) {
            Instant when = one.at();
            told.add(
                    when == null
                            ? List.of(one.field(), one.text())
                            : List.of(one.field(), one.text(), when.toString()));
        }
        document.put("evidence", told);
        return document;
    }

    /** Reads what {@link #document()} wrote. */
    public static LedgerLine read(Map<?, ?> document) {
        Map<String, String> labels = new LinkedHashMap<>();
        ((Map<?, ?>) document.get("labels")).forEach((tag, text) -> labels.put(tag.toString(), text.toString()));
        List<Evidence> evidence = new ArrayList<>();
        for (Object one : (List<?>) document.get("evidence")) {
            List<?> parts = (List<?>) one;
            evidence.add(new Evidence(
                    parts.get(0).toString(),
                    parts.get(1).toString(),
                    parts.size() > 2 ? Instant.parse(parts.get(2).toString()) : null));
        }
        return new LedgerLine(
                document.get("rule").toString(),
                labels,
                number(document.get("points")).intValue(),
                number(document.get("full")).intValue(),
                Instant.parse(document.get("at").toString()),
                moment(document.get("fadesUntil")),
                moment(document.get("changesAt")),
                number(document.get("by")).longValue(),
                evidence);
    }

    private static Number number(@Nullable Object value) {
        return value instanceof Number number ? number : 0;
    }

    private static @Nullable Instant moment(@Nullable Object value) {
        return value == null ? null : Instant.parse(value.toString());
    }
}
