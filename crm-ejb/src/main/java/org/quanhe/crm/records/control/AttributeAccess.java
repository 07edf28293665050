package org.quanhe.crm.records.control;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.entity.RecordEntity;

/**
 * A value in an attribute of the entity. Writing goes through the setter, where the entity's rules live.
 *
 * @param kind kind of the field
 * @param target record type a reference points to
 * @param attribute JPA attribute
 * @param getter reads it
 * @param setter writes it, null if nobody may
 * @param many it is a list
 */
record AttributeAccess(
        FieldKind kind,
        String target,
        String attribute,
        Method getter,
        @Nullable Method setter,
        boolean many) implements FieldAccess {

    /** Amounts are texts there, which the database cannot compare. */
    @Override
    public Optional<String> column() {
        return kind == FieldKind.MONEY ? Optional.empty() : Optional.of(attribute);
    }

    @Override
    public @Nullable Object get(RecordEntity entity) {
        Object raw = call(getter, entity);
        if (raw == null || raw instanceof List<?> list && list.isEmpty()) {
            return null;
        }
        return switch (kind) {
            case REFERENCE -> new RecordRef(target, (Long) raw);
            case REFERENCES ->
                ((List<?>) raw)
                        .stream().map(id -> new RecordRef(target, (Long) id)).toList();
            default -> raw;
        };
    }

    /** The list as it stands in the entity, empty where there is none. */
    List<?> list(RecordEntity entity) {
        return call(getter, entity) instanceof List<?> list ? list : List.of();
    }

    @Override
    public void set(RecordEntity entity, @Nullable Object value) {
        if (setter == null) {
            throw new IllegalStateException(attribute + " is read-only");
        }
        Object raw = value;
        if (value instanceof RecordRef ref) {
            raw = ref.id();
        } else if (kind == FieldKind.REFERENCES && value instanceof List<?> refs) {
            raw = refs.stream().map(ref -> ((RecordRef) ref).id()).toList();
        } else if (value == null && many) {
            raw = List.of();
        }
        call(setter, entity, raw);
    }

    private static @Nullable Object call(Method method, RecordEntity entity, @Nullable Object... args) {
        try {
            return method.invoke(entity, args);
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(refused.getCause());
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(method + " must be public", hidden);
        }
    }
}
