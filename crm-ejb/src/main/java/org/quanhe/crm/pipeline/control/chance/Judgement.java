package org.quanhe.crm.pipeline.control.chance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.quanhe.crm.pipeline.WinModel;
import org.quanhe.crm.platform.Proportion;

/**
 * How well a model that learnt from older deals foretells newer ones. Of each newer deal one moment is looked at,
 * chosen by its number, so that the cases do not hang together.
 *
 * @param reason code of why the model is used or not: {@code used}, {@code few}, {@code worse}
 * @param brier mean of the squares of what it was off by; null if it was not judged
 * @param bins what was foretold and what came
 */
record Judgement(
        String reason,
        int won,
        int lost,
        int judged,
        @org.jspecify.annotations.Nullable Double brier,
        @org.jspecify.annotations.Nullable Double brierOfStages,
        @org.jspecify.annotations.Nullable Double brierOfRates,
        List<WinModel.Bin> bins) {
    static final String USED = "used";
    static final String FEW = "few";
    static final String WORSE = "worse";

    private static final int QUARTERS = 4;
    private static final int MANY = 100;
    private static final int HUNDRED = 100;

    /** What was foretold of a deal, and what came. */
    record Foretold(double share, boolean won) {}

    boolean used() {
        return reason.equals(USED);
    }

    /**
     * Judges.
     *
     * @param deals closed ones with a moment, the first closed first
     * @param percents probability of each open stage, as the pipeline has it
     */
    static Judgement of(List<Facts> deals, Map<String, Integer> percents) {
        int won = won(deals);
        int lost = deals.size() - won;
        int split = deals.size() - deals.size() / QUARTERS;
        List<Facts> older = deals.subList(0, split);
        List<Facts> newer = deals.subList(split, deals.size());
        boolean few = deals.size() < WinModel.FEWEST
                || Math.min(won, lost) < WinModel.FEWEST_OF_EACH
                || Math.min(won(newer), newer.size() - won(newer)) < WinModel.FEWEST_JUDGED
                || Math.min(won(older), older.size() - won(older)) < WinModel.FEWEST_JUDGED;
        if (few) {
            return new Judgement(FEW, won, lost, 0, null, null, null, List.of());
        }
        ChanceModel model = ChanceModel.learn(older, percents.keySet());
        Map<String, Double> rates = rates(older, percents.keySet());
        List<Foretold> foretold = foretold(newer, percents.keySet(), model::probability);
        double brier = brier(foretold);
        double stages =
                brier(foretold(newer, percents.keySet(), moment -> percents.get(moment.stage()) / (double) HUNDRED));
        double observed =
                brier(foretold(newer, percents.keySet(), moment -> rates.getOrDefault(moment.stage(), 1.0 / 2)));
        return new Judgement(
                brier < Math.min(stages, observed) ? USED : WORSE,
                won,
                lost,
                newer.size(),
                brier,
                stages,
                observed,
                bins(foretold));
    }

    private static int won(List<Facts> deals) {
        return (int) deals.stream().filter(Facts::won).count();
    }

    /** What share of the deals that came into a stage was won; one won and one lost are added. */
    private static Map<String, Double> rates(List<Facts> deals, Set<String> open) {
        Map<String, int[]> counts = new HashMap<>();
        for (Facts deal : deals) {
            Moment.of(deal, open).stream().map(Moment::stage).distinct().forEach(stage -> {
                int[] count = counts.computeIfAbsent(stage, some -> new int[2]);
                count[0] += deal.won() ? 1 : 0;
                count[1]++;
            });
        }
        Map<String, Double> rates = new HashMap<>();
        counts.forEach((stage, count) -> rates.put(stage, (count[0] + 1.0) / (count[1] + 2.0)));
        return rates;
    }

    private static List<Foretold> foretold(List<Facts> deals, Set<String> open, ToDoubleFunction<Moment> by) {
        List<Foretold> foretold = new ArrayList<>();
        for (Facts deal : deals) {
            List<Moment> moments = Moment.of(deal, open);
            Moment chosen = moments.get(Math.floorMod(Long.hashCode(deal.id()), moments.size()));
            foretold.add(new Foretold(by.applyAsDouble(chosen), deal.won()));
        }
        return foretold;
    }

    static double brier(List<Foretold> foretold) {
        double sum = 0;
        for (Foretold one : foretold) {
            double off = one.share() - (one.won() ? 1 : 0);
            sum += off * off;
        }
        return sum / foretold.size();
    }

    /** Ten bins of equal width, five where there are fewer than 100 cases; those without a case are left out. */
    static List<WinModel.Bin> bins(List<Foretold> foretold) {
        int bins = foretold.size() < MANY ? 5 : 10;
        int width = HUNDRED / bins;
        List<WinModel.Bin> found = new ArrayList<>();
        for (int i = 0; i < bins; i++) {
            int bin = i;
            List<Foretold> in = foretold.stream()
                    .filter(one -> Math.min(bins - 1, (int) (one.share() * bins)) == bin)
                    .toList();
            if (!in.isEmpty()) {
                found.add(new WinModel.Bin(
                        i * width,
                        (i + 1) * width,
                        in.stream().mapToDouble(Foretold::share).average().orElse(0),
                        new Proportion(in.stream().filter(Foretold::won).count(), in.size())));
            }
        }
        return found;
    }

    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("reason", reason);
        document.put("won", BigDecimal.valueOf(won));
        document.put("lost", BigDecimal.valueOf(lost));
        document.put("judged", BigDecimal.valueOf(judged));
        if (brier != null && brierOfStages != null && brierOfRates != null) {
            document.put("brier", BigDecimal.valueOf(brier));
            document.put("brierOfStages", BigDecimal.valueOf(brierOfStages));
            document.put("brierOfRates", BigDecimal.valueOf(brierOfRates));
        }
        document.put(
                "bins",
                bins.stream()
                        .map(bin -> List.of(
                                BigDecimal.valueOf(bin.from()),
                                BigDecimal.valueOf(bin.to()),
                                BigDecimal.valueOf(bin.foretold()),
                                BigDecimal.valueOf(bin.came().hits()),
                                BigDecimal.valueOf(bin.came().all())))
                        .toList());
        return document;
    }

    static Judgement read(Map<?, ?> document) {
        List<WinModel.Bin> bins = new ArrayList<>();
        for (Object one : (List<?>) document.get("bins")) {
            List<Number> parts =
                    ((List<?>) one).stream().map(Number.class::cast).toList();
            bins.add(new WinModel.Bin(
                    parts.get(0).intValue(),
                    parts.get(1).intValue(),
                    parts.get(2).doubleValue(),
                    new Proportion(parts.get(3).longValue(), parts.get(4).longValue())));
        }
        return new Judgement(
                String.valueOf(document.get("reason")),
                number(document, "won").intValue(),
                number(document, "lost").intValue(),
                number(document, "judged").intValue(),
                share(document, "brier"),
                share(document, "brierOfStages"),
                share(document, "brierOfRates"),
                bins);
    }

    private static Number number(Map<?, ?> document, String name) {
        return (Number) document.get(name);
    }

    private static @org.jspecify.annotations.Nullable Double share(Map<?, ?> document, String name) {
        return document.get(name) instanceof Number number ? number.doubleValue() : null;
    }
}
