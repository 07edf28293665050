package org.quanhe.crm.pipeline.control.chance;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.pipeline.control.chance.ChanceModel.Part;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.Proportion;

/**
 * A chance that was worked out.
 *
 * @param reason {@code used}, or why it is the stage's: {@code never}, {@code few}, {@code worse}
 * @param percent whole percent; by a model 1 to 99, as nothing open is certain
 * @param number of the model, 0 where nothing was learnt
 * @param base log-odds of an average deal
 * @param parts what is added to it
 * @param changesAt when it may become another one by itself, null for never
 */
record Reckoned(
        String reason,
        int percent,
        int number,
        double base,
        List<Part> parts,
        @Nullable Instant changesAt) {
    static final String NEVER = "never";

    private static final int MOST = 99;

    static Reckoned byStage(String reason, int percent, int number) {
        return new Reckoned(reason, percent, number, 0, List.of(), null);
    }

    static Reckoned byModel(int number, ChanceModel model, Moment moment) {
        List<Part> parts = model.parts(moment);
        int percent = Proportion.percent(Regression.share(
                model.base() + parts.stream().mapToDouble(Part::logit).sum()));
        return new Reckoned(
                Judgement.USED,
                Math.max(1, Math.min(MOST, percent)),
                number,
                model.base(),
                parts,
                Attribute.changes(moment));
    }

    boolean byModel() {
        return reason.equals(Judgement.USED);
    }

    String document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("reason", reason);
        document.put("percent", BigDecimal.valueOf(percent));
        document.put("base", BigDecimal.valueOf(base));
        document.put(
                "parts",
                parts.stream()
                        .map(part -> List.of(part.attribute(), part.value(), BigDecimal.valueOf(part.logit())))
                        .toList());
        return JsonText.write(document);
    }

    static Reckoned read(String text, int number) {
        Map<String, Object> document = JsonText.readMap(text);
        List<Part> parts = new ArrayList<>();
        for (Object one : (List<?>) document.get("parts")) {
            List<?> part = (List<?>) one;
            parts.add(new Part(part.get(0).toString(), part.get(1).toString(), ((Number) part.get(2)).doubleValue()));
        }
        return new Reckoned(
                String.valueOf(document.get("reason")),
                ((Number) document.get("percent")).intValue(),
                number,
                ((Number) document.get("base")).doubleValue(),
                parts,
                null);
    }
}
