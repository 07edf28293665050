package org.quanhe.crm.records.control;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.ContactPoint;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.PostalAddress;
import org.quanhe.crm.records.entity.RecordEntity;

/**
 * A field of a built-in type: how it is seen, and how it is read from and written to the entity. Values are those of
 * {@link FieldKind}; writing goes through the entity's setter, where its rules live.
 *
 * @param view what callers see
 * @param attribute JPA attribute; for a primary field, that of its list
 * @param getter reads the attribute
 * @param setter writes it, null if nobody may
 * @param many the attribute is a list
 */
public record FieldDescriptor(
        FieldView view,
        String attribute,
        Method getter,
        @Nullable Method setter,
        boolean many) {

    public String name() {
        return view.name();
    }

    /** By the name alone: a hash over all that a view tells cost more than reading the value. */
    @Override
    public int hashCode() {
        return view.name().hashCode();
    }

    /** The value in the entity, null for none. */
    public @Nullable Object get(RecordEntity entity) {
        Object raw = call(getter, entity);
        if (raw == null || raw instanceof List<?> list && list.isEmpty()) {
            return null;
        }
        if (!view.primaryOf().isEmpty()) {
            return primary((List<?>) raw);
        }
        return switch (view.kind()) {
            case REFERENCE -> new RecordRef(view.target(), (Long) raw);
            case REFERENCES ->
                ((List<?>) raw)
                        .stream()
                                .map(id -> new RecordRef(view.target(), (Long) id))
                                .toList();
            default -> raw;
        };
    }

    private @Nullable Object primary(List<?> list) {
        for (Object entry : list) {
            if (entry instanceof ContactPoint point && point.primary()) {
                return point.value();
            }
            if (entry instanceof PostalAddress address && address.primary()) {
                String text = isCity() ? address.city() : address.street();
                return text.isEmpty() ? null : text;
            }
        }
        return null;
    }

    private boolean isCity() {
        return view.name().equals("city") || view.name().endsWith("City");
    }

    /** Writes the value, null to empty the field; refusals of the setter come out as they are. */
    public void set(RecordEntity entity, @Nullable Object value) {
        if (setter == null) {
            throw new IllegalStateException(view.name() + " is read-only");
        }
        if (!view.primaryOf().isEmpty()) {
            List<?> list = (List<?>) call(getter, entity);
            call(setter, entity, withPrimary(list == null ? List.of() : list, value));
            return;
        }
        Object raw = value;
        if (value instanceof RecordRef ref) {
            raw = ref.id();
        } else if (view.kind() == FieldKind.REFERENCES && value instanceof List<?> refs) {
            raw = refs.stream().map(ref -> ((RecordRef) ref).id()).toList();
        } else if (value == null && many) {
            raw = List.of();
        }
        call(setter, entity, raw);
    }

    private List<Object> withPrimary(List<?> list, @Nullable Object value) {
        String text = value == null ? "" : value.toString();
        List<Object> changed = new ArrayList<>(list);
        int at = -1;
        for (int i = 0; i < list.size(); i++) {
            Object entry = list.get(i);
            if (entry instanceof ContactPoint point && point.primary()
                    || entry instanceof PostalAddress address && address.primary()) {
                at = i;
            }
        }
        String type = view.choices().isEmpty() ? "" : view.choices().get(0);
        if (view.primaryOf().equals("addresses")) {
            PostalAddress old = at < 0 ? new PostalAddress(type, "", "", "", "", true) : (PostalAddress) list.get(at);
            PostalAddress now = isCity()
                    ? new PostalAddress(old.type(), old.street(), text, old.postalCode(), old.country(), true)
                    : new PostalAddress(old.type(), text, old.city(), old.postalCode(), old.country(), true);
            boolean empty = (now.street() + now.city() + now.postalCode() + now.country()).isEmpty();
            replace(changed, at, empty ? null : now);
        } else {
            String kept = at < 0 ? type : ((ContactPoint) list.get(at)).type();
            replace(changed, at, text.isEmpty() ? null : new ContactPoint(kept, text, true));
        }
        return promoteFirst(changed);
    }

    private static void replace(List<Object> list, int at, @Nullable Object entry) {
        if (at >= 0) {
            list.remove(at);
        }
        if (entry != null) {
            list.add(Math.max(at, 0), entry);
        }
    }

    /** A list that lost its primary entry gets the first one as the new one. */
    private static List<Object> promoteFirst(List<Object> list) {
        boolean some = list.stream()
                .anyMatch(entry -> entry instanceof ContactPoint point && point.primary()
                        || entry instanceof PostalAddress address && address.primary());
        if (!some && !list.isEmpty()) {
            Object first = list.get(0);
            list.set(
                    0,
                    first instanceof ContactPoint p
                            ? new ContactPoint(p.type(), p.value(), true)
                            : primary((PostalAddress) first));
        }
        return list;
    }

    private static PostalAddress primary(PostalAddress a) {
        return new PostalAddress(a.type(), a.street(), a.city(), a.postalCode(), a.country(), true);
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
