package org.quanhe.crm.records.control;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.LocalizedMessage;

/** The calculated fields of a model, each behind those it needs, and what is wrong with the others. */
public final class Calculations {
    private final Map<FieldPlace, Calculation> all = new LinkedHashMap<>();
    private final Map<String, List<Calculation>> byType;
    private final List<Violation> violations;

    Calculations(Collection<Calculation> read, List<Violation> faults) {
        this.violations = new ArrayList<>(faults);
        Map<FieldPlace, Calculation> known = new LinkedHashMap<>();
        read.forEach(calculation -> known.put(calculation.at(), calculation));
        known.keySet().forEach(place -> visit(place, known, new LinkedHashSet<>()));
        this.byType = all.values().stream()
                .collect(Collectors.groupingBy(one -> one.at().type()));
    }

    /** Depth first: what a field needs comes before it. A way back to a field on the way is a cycle. */
    private void visit(FieldPlace place, Map<FieldPlace, Calculation> known, Set<FieldPlace> way) {
        Calculation calculation = known.get(place);
        if (calculation == null || all.containsKey(place)) {
            return;
        }
        if (!way.add(place)) {
            List<FieldPlace> circle = new ArrayList<>(way);
            circle = circle.subList(circle.indexOf(place), circle.size());
            String path = circle.stream().map(FieldPlace::toString).collect(Collectors.joining(" → ")) + " → " + place;
            // once round is told once, wherever the search began
            boolean told = circle.stream().anyMatch(one -> violations.stream()
                    .anyMatch(violation -> violation.message().key().equals("records.formula.error.cycle")
                            && violation.field().startsWith(one + ".")));
            if (!told) {
                violations.add(new Violation(
                        place + (calculation.rollUp() == null ? ".formula" : ".rollup"),
                        LocalizedMessage.of("records.formula.error.cycle", path)));
            }
            return;
        }
        calculation.uses().forEach(use -> visit(use.place(), known, way));
        way.remove(place);
        all.put(place, calculation);
    }

    /** Refuses a model with a formula or roll-up that cannot be. */
    void refuse() {
        if (!violations.isEmpty()) {
            throw CrmException.invalid(violations.subList(0, Math.min(100, violations.size())));
        }
    }

    List<Violation> violations() {
        return violations;
    }

    Collection<Calculation> all() {
        return all.values();
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Calculated fields of a type, in the order in which they can be worked out. */
    List<Calculation> of(String type) {
        return byType.getOrDefault(type, List.of());
    }

    /** Every field that goes into a field, also by way of others; empty for one that is not calculated. */
    public Set<FieldPlace> inputs(FieldPlace field) {
        Set<FieldPlace> inputs = new LinkedHashSet<>();
        gather(field, inputs);
        return inputs;
    }

    private void gather(FieldPlace field, Set<FieldPlace> inputs) {
        Calculation calculation = all.get(field);
        if (calculation != null) {
            calculation.uses().stream()
                    .map(Calculation.Use::place)
                    .filter(inputs::add)
                    .forEach(place -> gather(place, inputs));
        }
    }
}
