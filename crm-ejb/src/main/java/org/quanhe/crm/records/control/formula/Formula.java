package org.quanhe.crm.records.control.formula;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.CelVariableResolver;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.Money;
import org.quanhe.crm.records.EmptyBecause;

/** A formula that was checked. */
public final class Formula {
    /** As many decimals as fields of numbers hold. */
    private static final int DECIMALS = 4;

    private final CelRuntime.Program program;
    private final WrittenNames names;

    Formula(CelRuntime.Program program, WrittenNames names) {
        this.program = program;
        this.names = names;
    }

    /**
     * The value for a record; null where there is none. A formula whose inputs are missing has none, unless it asks
     * {@code has(field)}; nor has one that divides by zero, adds amounts of two currencies, or otherwise cannot be
     * worked out.
     *
     * @param values the record's values by field name as Java values of {@link org.quanhe.crm.records.FieldKind}; a
     *     referenced record as a map of its values, empty where there is none
     */
    public @Nullable Object value(Function<String, @Nullable Object> values, Map<String, Object> record) {
        Object worked = worked(values, record);
        return worked instanceof EmptyBecause ? null : worked;
    }

    /** The same, or an {@link EmptyBecause} where there is no value and the reason is worth telling. */
    public @Nullable Object worked(Function<String, @Nullable Object> values, Map<String, Object> record) {
        try {
            return leaving(program.eval(known(values, record)));
        } catch (CelEvaluationException | ArithmeticException none) {
            return NoValue.behind(none);
        }
    }

    /**
     * The inputs without which there is no value, as the formula names them; none where there is a value, or none for
     * another reason. Of those behind references it is the first that is missed.
     */
    public List<FormulaText.Name> missing(Function<String, @Nullable Object> values, Map<String, Object> record) {
        try {
            return program.eval(known(values, record)) instanceof CelUnknownSet unknown
                    ? names.missed(unknown)
                    : List.of();
        } catch (CelEvaluationException failed) {
            return names.missed(failed);
        } catch (ArithmeticException none) {
            return List.of();
        }
    }

    private static CelVariableResolver known(Function<String, @Nullable Object> values, Map<String, Object> record) {
        return name -> Optional.ofNullable(name.equals(FormulaScope.RECORD) ? record : entering(values.apply(name)));
    }

    /** A value as formulas know it. */
    public static @Nullable Object entering(@Nullable Object value) {
        if (value instanceof Money money) {
            return Amount.of(money);
        }
        return value instanceof BigDecimal number ? Decimal.of(number) : value;
    }

    private static @Nullable Object leaving(Object value) {
        if (value instanceof Decimal number) {
            return number.value().setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        }
        if (value instanceof Amount amount) {
            return amount.money();
        }
        if (value instanceof Long whole) {
            return BigDecimal.valueOf(whole);
        }
        boolean plain = value instanceof String
                || value instanceof Boolean
                || value instanceof LocalDate
                || value instanceof Instant
                || value instanceof List<?>;
        // what is left is CEL's sign for an input that is missing
        return plain ? value : null;
    }
}
