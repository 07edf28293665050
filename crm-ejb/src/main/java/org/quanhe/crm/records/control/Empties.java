package org.quanhe.crm.records.control;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.EmptyBecause;
import org.quanhe.crm.records.control.Calculation.Use;
import org.quanhe.crm.records.entity.RecordEntity;

/** Why calculated fields of a record have no value. */
final class Empties {
    private final RecordTypeDescriptor type;
    private final Map<String, Calculation> calculations = new HashMap<>();

    /** @param type with all its fields */
    Empties(RecordTypeDescriptor type, Calculations calculations) {
        this.type = type;
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
        return own != null || calculation.rollUp() != null
                ? own
                : calculation.uses().stream()
                        .filter(use -> !use.elsewhere())
                        .map(Use::place)
                        .flatMap(place -> Stream.ofNullable(calculations.get(place.field())))
                        .map(input -> why(input, entity))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }
}
