package org.quanhe.crm.records.control;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.EmptyBecause;
import org.quanhe.crm.records.EmptyBecause.Input;
import org.quanhe.crm.records.EmptyBecause.Reason;
import org.quanhe.crm.records.control.Calculation.Use;
import org.quanhe.crm.records.control.formula.FormulaText.Name;
import org.quanhe.crm.records.entity.RecordEntity;

/** Why calculated fields of a record have no value. */
final class Empties {
    private final RecordTypeDescriptor type;
    private final Map<String, Calculation> calculations = new HashMap<>();
    private final @Nullable MissingInputs inputs;

    /**
     * @param type with all its fields
     * @param inputs tells of inputs that are missing, which reads the records that formulas look at; null to leave that
     */
    Empties(RecordTypeDescriptor type, Calculations calculations, @Nullable MissingInputs inputs) {
        this.type = type;
        this.inputs = inputs;
        calculations
                .of(type.name())
                .forEach(one -> this.calculations.put(one.at().field(), one));
    }

    /**
     * The reasons by name of the field.
     *
     * @param seen the type with the fields that may be read
     */
    Map<String, EmptyBecause> of(RecordTypeDescriptor seen, RecordEntity entity) {
        Map<String, EmptyBecause> reasons = new HashMap<>();
        calculations.forEach((name, calculation) -> {
            EmptyBecause why = seen.fields().containsKey(name) ? why(calculation, entity) : null;
            if (why != null) {
                reasons.put(name, why);
            }
        });
        return reasons;
    }

    /** Its own, or that of a field of the record that it is made from. Nothing goes round: circles are refused. */
    private @Nullable EmptyBecause why(Calculation calculation, RecordEntity entity) {
        FieldDescriptor field = type.fields().get(calculation.at().field());
        if (field == null || !(field.access() instanceof CustomAccess custom) || field.get(entity) != null) {
            return null;
        }
        EmptyBecause own = custom.why(entity);
        if (own != null || calculation.rollUp() != null) {
            return own;
        }
        return inputs == null ? inherited(calculation, entity) : missing(inputs, calculation, entity);
    }

    private @Nullable EmptyBecause inherited(Calculation calculation, RecordEntity entity) {
        return calculation.uses().stream()
                .filter(use -> !use.elsewhere())
                .map(Use::place)
                .flatMap(place -> Stream.ofNullable(calculations.get(place.field())))
                .map(input -> why(input, entity))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Down to what somebody can write: a formula of the record that is missing is told by what it lacks itself. */
    private @Nullable EmptyBecause missing(MissingInputs known, Calculation calculation, RecordEntity entity) {
        List<Name> names = known.of(type, entity, calculation);
        Set<Input> told = new LinkedHashSet<>();
        for (Name name : names) {
            Calculation between = name.relation().isEmpty() ? calculations.get(name.field()) : null;
            EmptyBecause why = between == null ? null : why(between, entity);
            if (why == null) {
                known.told(type, entity, name).ifPresent(told::add);
            } else if (why.reason() == Reason.INPUT_EMPTY) {
                told.addAll(why.inputs());
            } else {
                return why;
            }
        }
        return names.isEmpty() ? null : EmptyBecause.without(List.copyOf(told));
    }
}
