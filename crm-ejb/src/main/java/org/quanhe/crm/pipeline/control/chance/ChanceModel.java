package org.quanhe.crm.pipeline.control.chance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What was learnt from closed opportunities. The log-odds of a moment are those of an average one and what each
 * attribute adds; a value that was not learnt adds nothing.
 *
 * @param base log-odds of an average moment
 * @param weights by attribute and value: log-odds that it adds to the average
 * @param shares by attribute and value: share of the moments that had it
 */
record ChanceModel(
        double base, Map<String, Map<String, Double>> weights, Map<String, Map<String, Double>> shares, Scales scales) {
    /** What an attribute adds. */
    record Part(String attribute, String value, double logit) {}

    /** Learns from deals; each counts once, however many moments it has. */
    static ChanceModel learn(List<Facts> deals, Set<String> open) {
        Scales scales = Scales.of(deals);
        Map<String, Integer> numbers = new TreeMap<>();
        Map<String, Set<Long>> seen = new TreeMap<>();
        List<Moment> moments =
                deals.stream().flatMap(deal -> Moment.of(deal, open).stream()).toList();
        moments.forEach(
                moment -> names(moment, scales).forEach(name -> seen.computeIfAbsent(name, some -> new HashSet<>())
                        .add(moment.facts().id())));
        seen.forEach((name, of) -> {
            if (of.size() >= Scales.FEWEST) {
                numbers.put(name, numbers.size());
            }
        });
        List<Regression.Case> cases = new ArrayList<>();
        for (Facts deal : deals) {
            List<Moment> of = Moment.of(deal, open);
            of.forEach(moment -> cases.add(new Regression.Case(
                    names(moment, scales).stream()
                            .filter(numbers::containsKey)
                            .mapToInt(numbers::get)
                            .sorted()
                            .toArray(),
                    deal.won(),
                    1.0 / of.size())));
        }
        return centred(Regression.fit(numbers.size(), cases), numbers, cases, scales);
    }

    private static List<String> names(Moment moment, Scales scales) {
        List<String> names = new ArrayList<>();
        for (Attribute attribute : Attribute.values()) {
            names.add(attribute.code() + "=" + attribute.value(moment, scales));
        }
        return names;
    }

    /** Weights against the average of their attribute, so that each part says how far it is from an average deal. */
    private static ChanceModel centred(
            Regression fitted, Map<String, Integer> numbers, List<Regression.Case> cases, Scales scales) {
        double[] share = new double[numbers.size()];
        double all = 0;
        for (Regression.Case one : cases) {
            all += one.weight();
            for (int number : one.attributes()) {
                share[number] += one.weight();
            }
        }
        Map<String, Map<String, Double>> weights = new LinkedHashMap<>();
        Map<String, Map<String, Double>> shares = new LinkedHashMap<>();
        double base = fitted.bias();
        for (Attribute attribute : Attribute.values()) {
            String start = attribute.code() + "=";
            Map<String, Double> own = new TreeMap<>();
            Map<String, Double> part = new TreeMap<>();
            double mean = 0;
            for (Map.Entry<String, Integer> one : numbers.entrySet()) {
                if (one.getKey().startsWith(start)) {
                    double of = share[one.getValue()] / all;
                    mean += of * fitted.weights()[one.getValue()];
                    part.put(one.getKey().substring(start.length()), of);
                    own.put(one.getKey().substring(start.length()), fitted.weights()[one.getValue()]);
                }
            }
            double middle = mean;
            own.replaceAll((value, weight) -> weight - middle);
            weights.put(attribute.code(), own);
            shares.put(attribute.code(), part);
            base += mean;
        }
        return new ChanceModel(base, weights, shares, scales);
    }

    /** What each attribute adds at that moment, the strongest first; with the base they are the log-odds. */
    List<Part> parts(Moment moment) {
        List<Part> parts = new ArrayList<>();
        for (Attribute attribute : Attribute.values()) {
            String value = attribute.value(moment, scales);
            Double weight = weights.getOrDefault(attribute.code(), Map.of()).get(value);
            parts.add(new Part(attribute.code(), value, weight == null ? 0 : weight));
        }
        parts.sort(Comparator.comparingDouble((Part part) -> -Math.abs(part.logit()))
                .thenComparing(Part::attribute));
        return parts;
    }

    double probability(Moment moment) {
        return Regression.share(
                base + parts(moment).stream().mapToDouble(Part::logit).sum());
    }

    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("base", BigDecimal.valueOf(base));
        document.put("weights", told(weights));
        document.put("shares", told(shares));
        document.put("scales", scales.document());
        return document;
    }

    private static Map<String, Object> told(Map<String, Map<String, Double>> numbers) {
        Map<String, Object> told = new LinkedHashMap<>();
        numbers.forEach((attribute, of) -> {
            Map<String, Object> values = new LinkedHashMap<>();
            of.forEach((value, number) -> values.put(value, BigDecimal.valueOf(number)));
            told.put(attribute, values);
        });
        return told;
    }

    static ChanceModel read(Map<?, ?> document) {
        return new ChanceModel(
                ((Number) document.get("base")).doubleValue(),
                numbers((Map<?, ?>) document.get("weights")),
                numbers((Map<?, ?>) document.get("shares")),
                Scales.read((Map<?, ?>) document.get("scales")));
    }

    private static Map<String, Map<String, Double>> numbers(Map<?, ?> document) {
        Map<String, Map<String, Double>> numbers = new LinkedHashMap<>();
        document.forEach((attribute, of) -> {
            Map<String, Double> values = new TreeMap<>();
            ((Map<?, ?>) of).forEach((value, number) -> values.put(value.toString(), ((Number) number).doubleValue()));
            numbers.put(attribute.toString(), values);
        });
        return numbers;
    }
}
