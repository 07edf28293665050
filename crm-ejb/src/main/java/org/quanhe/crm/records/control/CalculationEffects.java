package org.quanhe.crm.records.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.quanhe.crm.records.control.Calculation.RollUp;
import org.quanhe.crm.records.control.Calculation.Use;
import org.quanhe.crm.records.control.model.ModelCalculations;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.metadata.Model;

/** Finds which records' values have to follow what was written, and leaves them to the queue. */
@ApplicationScoped
public class CalculationEffects {
    @Inject
    private RecordTypes types;

    @Inject
    private RecordLinks links;

    @Inject
    private CalculationQueue queue;

    /** New records, written and flushed. */
    void created(RecordTypeDescriptor type, List<? extends RecordEntity> records) {
        records.forEach(record -> links.keep(type, record, true));
        if (!types.calculations().isEmpty()) {
            Map<String, Set<Long>> gathering = new LinkedHashMap<>();
            for (RecordEntity record : records) {
                Map<String, Object> values = RecordViews.values(type, record);
                gather(gathering, type, type.fields().keySet(), List.of(values));
            }
            gathering.forEach(queue::add);
            looksElsewhere(type, records);
        }
    }

    /** A record that was changed and flushed. */
    void changed(RecordTypeDescriptor type, RecordEntity record, Map<String, Object> before) {
        links.keep(type, record, false);
        followed(type, record, before);
        looksElsewhere(type, List.of(record));
    }

    /** Other records follow what is different now. */
    void followed(RecordTypeDescriptor type, RecordEntity record, Map<String, Object> before) {
        if (!types.calculations().isEmpty()) {
            Map<String, Object> now = RecordViews.values(type, record);
            Set<String> differing = new HashSet<>();
            Set<String> names = new HashSet<>(before.keySet());
            names.addAll(now.keySet());
            names.stream()
                    .filter(name -> !Objects.equals(before.get(name), now.get(name)))
                    .forEach(differing::add);
            follow(type, record, differing, List.of(before, now));
        }
    }

    /** Records that went away or came back. */
    void cameOrWent(RecordTypeDescriptor type, Collection<? extends RecordEntity> records) {
        for (RecordEntity record : records) {
            follow(type, record, type.fields().keySet(), List.of(RecordViews.values(type, record)));
            if (!record.deleted() && !types.calculations().of(type.name()).isEmpty()) {
                // what it gathers may have changed while it was away
                queue.add(type.name(), List.of(record.getId()));
            }
        }
    }

    private void follow(
            RecordTypeDescriptor type, RecordEntity record, Set<String> differing, List<Map<String, Object>> states) {
        Map<String, Set<Long>> gathering = new LinkedHashMap<>();
        gather(gathering, type, differing, states);
        gathering.forEach(queue::add);
        Set<List<String>> told = new HashSet<>();
        for (Calculation calculation : types.calculations().all()) {
            for (Use use : calculation.uses()) {
                boolean reached = use.elsewhere()
                        && use.place().type().equals(type.name())
                        && differing.contains(use.place().field());
                if (reached && told.add(List.of(calculation.at().type(), use.relation()))) {
                    queue.addPointing(calculation.at().type(), use.relation(), record.getId());
                }
            }
        }
    }

    /** Records whose roll-ups gather from this one, in any of its states. */
    private void gather(
            Map<String, Set<Long>> into,
            RecordTypeDescriptor type,
            Set<String> differing,
            List<Map<String, Object>> states) {
        for (Calculation calculation : types.calculations().all()) {
            RollUp rollUp = calculation.rollUp();
            if (rollUp != null
                    && rollUp.model().type().equals(type.name())
                    && calculation.uses().stream()
                            .anyMatch(use -> differing.contains(use.place().field()))) {
                Set<Long> targets = into.computeIfAbsent(calculation.at().type(), t -> new LinkedHashSet<>());
                states.forEach(values -> targets.addAll(
                        RecordLinks.targets(values.get(rollUp.model().field()))));
            }
        }
    }

    /**
     * A formula that looks at other records is worked out once more behind the commit: what it looked at may be
     * changing at this moment, and whoever changes it cannot see this record yet.
     */
    private void looksElsewhere(RecordTypeDescriptor type, List<? extends RecordEntity> records) {
        boolean looks = types.calculations().of(type.name()).stream()
                .anyMatch(one -> one.uses().stream().anyMatch(Use::elsewhere));
        if (looks) {
            queue.add(type.name(), records.stream().map(RecordEntity::getId).toList());
        }
    }

    /** Calculated fields that are new or other than before: every record of their types is worked out anew. */
    public void published(Model before, Model after) {
        Calculations calculations = types.calculations(after);
        Set<String> pointing = new LinkedHashSet<>();
        List<String> changed = new ArrayList<>();
        for (Calculation calculation : calculations.all()) {
            Set<FieldPlace> places = new LinkedHashSet<>(Set.of(calculation.at()));
            // each reference on the way is a use by itself
            calculation.uses().forEach(use -> places.add(use.place()));
            List<FieldPlace> others = places.stream()
                    .filter(place -> !ModelCalculations.same(before, after, place.type(), place.field()))
                    .toList();
            if (!others.isEmpty()) {
                changed.add(calculation.at().type());
                // what stands between is found by its links, too
                calculation.uses().stream()
                        .filter(use -> calculation.leadsOver(use) && others.contains(use.place()))
                        .forEach(use -> pointing.add(use.place().type()));
                RollUp rollUp = calculation.rollUp();
                if (rollUp != null) {
                    pointing.add(rollUp.model().type());
                }
            }
        }
        // those that are gathered from come first: their links are what the others go by
        Set<String> ordered = new LinkedHashSet<>(pointing);
        ordered.addAll(changed);
        queue.addAll(ordered);
    }
}
