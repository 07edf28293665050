package org.quanhe.crm.records.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.EmptyBecause.Input;
import org.quanhe.crm.records.control.formula.FormulaText.Name;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.spi.Access;

/** Which inputs a formula of a record lacks, told as far as the caller may see them. */
@ApplicationScoped
public class MissingInputs {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private RecordTypes types;

    @Inject
    private SeenTypes seenTypes;

    @Inject
    private CalculatedValues values;

    @Inject
    private Access access;

    /** A record on the way; {@code origin} is the one whose formula it is. */
    private record Place(RecordTypeDescriptor type, RecordEntity entity, boolean origin) {}

    /** The names of the inputs, as the formula has them; none where it has a value or lacks it for another reason. */
    List<Name> of(RecordTypeDescriptor type, RecordEntity entity, Calculation calculation) {
        return values.missing(type, entity, calculation);
    }

    /**
     * What to say of a missing input: the first field on the way to it that is empty; empty if that is not to be seen.
     */
    Optional<Input> told(RecordTypeDescriptor type, RecordEntity entity, Name missing) {
        Place at = new Place(type, entity, true);
        for (String step : missing.relation().isEmpty()
                ? new String[0]
                : missing.relation().split("\\.")) {
            FieldDescriptor reference = seenTypes.of(at.type()).fields().get(step);
            if (reference == null) {
                return Optional.empty();
            }
            Object value = reference.get(at.entity());
            if (value == null) {
                return Optional.of(input(at, reference));
            }
            Place next = value instanceof RecordRef ref ? visible(ref) : null;
            if (next == null) {
                return Optional.empty();
            }
            at = next;
        }
        FieldDescriptor field = seenTypes.of(at.type()).fields().get(missing.field());
        // a reference that is there, and missing all the same, points to what is deleted
        return field == null || field.get(at.entity()) != null ? Optional.empty() : Optional.of(input(at, field));
    }

    private static Input input(Place at, FieldDescriptor field) {
        return at.origin()
                ? new Input(field.name(), field.view().labelKey(), null, "")
                : new Input(
                        field.name(),
                        field.view().labelKey(),
                        new RecordRef(at.type().name(), at.entity().getId()),
                        at.entity().title());
    }

    private @Nullable Place visible(RecordRef ref) {
        RecordTypeDescriptor type = types.find(ref.type()).orElse(null);
        RecordEntity entity = type == null ? null : type.find(entities, ref.id(), LockModeType.NONE);
        boolean there = type != null && entity != null && !entity.deleted();
        return there && RecordViews.within(access.readable(type.name()), type, entity)
                ? new Place(type, entity, false)
                : null;
    }
}
