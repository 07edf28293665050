package org.quanhe.crm.records.control;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.ContactPoint;
import org.quanhe.crm.records.PostalAddress;
import org.quanhe.crm.records.entity.RecordEntity;

/**
 * The primary entry of a contact list, as a field of its own.
 *
 * @param list the list
 * @param type what a new entry is used for
 * @param address entries are addresses
 * @param city of an address the city is meant, not the street
 */
record PrimaryEntry(AttributeAccess list, String type, boolean address, boolean city) implements FieldAccess {
    @Override
    public @Nullable Object get(RecordEntity entity) {
        for (Object entry : list.list(entity)) {
            if (entry instanceof ContactPoint point && point.primary()) {
                return point.value();
            }
            if (entry instanceof PostalAddress found && found.primary()) {
                String text = city ? found.city() : found.street();
                return text.isEmpty() ? null : text;
            }
        }
        return null;
    }

    @Override
    public void set(RecordEntity entity, @Nullable Object value) {
        list.set(entity, withPrimary(list.list(entity), value));
    }

    private List<Object> withPrimary(List<?> list, @Nullable Object value) {
        String text = value == null ? "" : value.toString();
        List<Object> changed = new ArrayList<>(list);
        int at = -1;
        for (int i = 0; i < list.size(); i++) {
            if (primary(list.get(i))) {
                at = i;
            }
        }
        if (address) {
            PostalAddress old = at < 0 ? new PostalAddress(type, "", "", "", "", true) : (PostalAddress) list.get(at);
            PostalAddress now = city
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
        boolean some = list.stream().anyMatch(PrimaryEntry::primary);
        if (!some && !list.isEmpty()) {
            Object first = list.get(0);
            list.set(
                    0,
                    first instanceof ContactPoint p
                            ? new ContactPoint(p.type(), p.value(), true)
                            : promoted((PostalAddress) first));
        }
        return list;
    }

    private static PostalAddress promoted(PostalAddress a) {
        return new PostalAddress(a.type(), a.street(), a.city(), a.postalCode(), a.country(), true);
    }

    private static boolean primary(Object entry) {
        return entry instanceof ContactPoint point && point.primary()
                || entry instanceof PostalAddress found && found.primary();
    }
}
