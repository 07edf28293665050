package org.quanhe.crm.records.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.EmptyBecause;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.control.Calculation.RollUp;
import org.quanhe.crm.records.control.formula.Formula;
import org.quanhe.crm.records.control.formula.FormulaScope;
import org.quanhe.crm.records.control.formula.FormulaText.Name;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.metadata.RollUpModel.Function;
import org.quanhe.crm.records.spi.FieldType;

/**
 * Works the values of calculated fields out and writes them into the record. They are the company's, not the caller's:
 * rights are not asked for, so that a value is the same for everybody who may read the field.
 */
@ApplicationScoped
public class CalculatedValues {
    private static final int CHUNK = 500;

    /** References that formulas follow in a row. */
    private static final int STEPS = FormulaScope.MOST_STEPS;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private RecordTypes types;

    @Inject
    private FieldTypes fieldTypes;

    @Inject
    private RecordLinks links;

    /** Formulas of a record about to be written; its roll-ups stay, those of a new one begin with nothing gathered. */
    void fill(RecordTypeDescriptor type, RecordEntity entity, boolean fresh) {
        for (Calculation calculation : types.calculations().of(type.name())) {
            RollUp rollUp = calculation.rollUp();
            if (rollUp == null) {
                write(type, entity, calculation, formula(type, entity, calculation));
            } else if (fresh) {
                write(type, entity, calculation, new Gathering(rollUp.model().function()).result(money(rollUp)));
            }
        }
    }

    /** Values of the roll-ups of records, by field and number of the record. */
    record Gathered(Map<String, Map<Long, @Nullable Object>> byField) {
        @Nullable
        Object of(Calculation calculation, RecordEntity entity) {
            return byField.get(calculation.at().field()).get(entity.getId());
        }
    }

    /** Gathers the roll-ups of many records of a type with few questions to the database. */
    Gathered gathered(RecordTypeDescriptor type, List<? extends RecordEntity> records) {
        Map<String, Map<Long, @Nullable Object>> byField = new HashMap<>();
        List<Long> ids = records.stream().map(RecordEntity::getId).toList();
        if (!ids.isEmpty()) {
            for (Calculation calculation : types.calculations().of(type.name())) {
                RollUp rollUp = calculation.rollUp();
                if (rollUp != null) {
                    byField.put(calculation.at().field(), gathered(rollUp, ids));
                }
            }
        }
        return new Gathered(byField);
    }

    /**
     * Formulas and roll-ups of a record that is there.
     *
     * @param gathered its roll-ups among others
     */
    void fillAll(RecordTypeDescriptor type, RecordEntity entity, Gathered gathered) {
        for (Calculation calculation : types.calculations().of(type.name())) {
            write(
                    type,
                    entity,
                    calculation,
                    calculation.rollUp() == null
                            ? formula(type, entity, calculation)
                            : gathered.of(calculation, entity));
        }
    }

    private void write(
            RecordTypeDescriptor type, RecordEntity entity, Calculation calculation, @Nullable Object value) {
        FieldDescriptor field = type.fields().get(calculation.at().field());
        if (field != null && field.access() instanceof CustomAccess custom) {
            Object read = readable(field, value);
            EmptyBecause why = read instanceof EmptyBecause reason ? reason : null;
            Object now = why == null ? read : null;
            if (!Objects.equals(field.get(entity), now) || !Objects.equals(custom.why(entity), why)) {
                custom.put(entity, now, why);
            }
        }
    }

    /** What cannot be a value of the field is none: a number of too many digits. */
    private @Nullable Object readable(FieldDescriptor field, @Nullable Object value) {
        if (value instanceof EmptyBecause) {
            return value;
        }
        try {
            return fieldTypes.read(field.view(), value);
        } catch (FieldType.Unreadable none) {
            return value instanceof BigDecimal ? EmptyBecause.of(EmptyBecause.Reason.TOO_LARGE) : null;
        }
    }

    private @Nullable Object formula(RecordTypeDescriptor type, RecordEntity entity, Calculation calculation) {
        Formula formula = Objects.requireNonNull(calculation.formula());
        KnownValues values = values(type, entity, STEPS);
        return formula.worked(values::get, values);
    }

    /** The inputs without which a formula of the record has no value, as it names them. */
    List<Name> missing(RecordTypeDescriptor type, RecordEntity entity, Calculation calculation) {
        KnownValues values = values(type, entity, STEPS);
        return Objects.requireNonNull(calculation.formula()).missing(values::get, values);
    }

    /** @param steps how many references may be followed from here */
    private KnownValues values(RecordTypeDescriptor type, RecordEntity entity, int steps) {
        return new KnownValues(type.fields().keySet(), name -> {
            FieldDescriptor field = type.fields().get(name);
            Object value = field == null ? null : field.get(entity);
            return field == null
                    ? null
                    : switch (field.view().kind()) {
                        case REFERENCE -> steps > 0 ? referenced(value, steps - 1) : null;
                        case CHOICES -> value == null ? List.of() : value;
                        default -> value;
                    };
        });
    }

    /** A record that is not there, or deleted, has no values. */
    private KnownValues referenced(@Nullable Object value, int steps) {
        if (value instanceof RecordRef ref) {
            RecordTypeDescriptor type = types.find(ref.type()).orElse(null);
            RecordEntity entity = type == null ? null : type.find(entities, ref.id(), LockModeType.NONE);
            if (type != null && entity != null && !entity.deleted()) {
                return values(type, entity, steps);
            }
        }
        return new KnownValues(Set.of(), name -> null);
    }

    /** Nothing gathered is 0 as a number, but no amount: it has no currency. */
    private boolean money(RollUp rollUp) {
        FieldDescriptor of =
                types.named(rollUp.model().type()).fields().get(rollUp.model().of());
        return of != null && of.view().kind() == FieldKind.MONEY;
    }

    private Map<Long, @Nullable Object> gathered(RollUp rollUp, List<Long> records) {
        Map<Long, @Nullable Object> values = new HashMap<>();
        String field = rollUp.model().field();
        RecordTypeDescriptor other = types.named(rollUp.model().type());
        if (rollUp.model().function() == Function.COUNT && rollUp.filter().equals(Filter.ALL)) {
            // counted in the database: thousands may point to each
            records.forEach(id -> values.put(id, BigDecimal.valueOf(links.count(other.name(), field, id))));
            return values;
        }
        Map<Long, Gathering> gathered = new HashMap<>();
        records.forEach(id -> gathered.put(id, new Gathering(rollUp.model().function())));
        FieldDescriptor relation = other.fields().get(field);
        FieldDescriptor of = other.fields().get(rollUp.model().of());
        long behind = 0;
        List<? extends RecordEntity> chunk;
        do {
            chunk = links.pointing(other.name(), field, records, behind, CHUNK);
            for (RecordEntity entity : chunk) {
                behind = entity.getId();
                if (Evaluation.holds(rollUp.filter(), RecordViews.values(other, entity))) {
                    for (Long target : Set.copyOf(RecordLinks.targets(relation.get(entity)))) {
                        Gathering its = gathered.get(target);
                        if (its != null) {
                            its.take(of == null ? null : of.get(entity));
                        }
                    }
                }
            }
        } while (chunk.size() == CHUNK);
        boolean money = money(rollUp);
        gathered.forEach((id, its) -> values.put(id, its.result(money)));
        return values;
    }

    /** What calculated fields hold now, by name. */
    static Map<String, Object> stored(RecordTypeDescriptor type, RecordEntity entity, List<Calculation> calculations) {
        Map<String, Object> stored = new HashMap<>();
        calculations.forEach(calculation -> {
            FieldDescriptor field = type.fields().get(calculation.at().field());
            Object value = field == null ? null : field.get(entity);
            if (value != null) {
                stored.put(calculation.at().field(), value);
            }
        });
        return stored;
    }
}
