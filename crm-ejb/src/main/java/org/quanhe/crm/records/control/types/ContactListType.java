package org.quanhe.crm.records.control.types;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.ContactPoint;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.spi.FieldType;

/** Phones, mail addresses, links: a list of texts or of objects with type, value, primary; exactly one is primary. */
@ApplicationScoped
public class ContactListType implements FieldType {
    private static final int MOST = 30;
    private static final int LONGEST = 300;

    @Override
    public Set<FieldKind> kinds() {
        return EnumSet.of(FieldKind.PHONES, FieldKind.EMAILS, FieldKind.LINKS);
    }

    @Override
    public @Nullable Object read(FieldView field, Object raw) throws Unreadable {
        Iterable<?> parts = raw instanceof Iterable<?> list ? list : List.of(raw);
        List<ContactPoint> points = new ArrayList<>();
        for (Object part : parts) {
            ContactPoint point = point(field, part);
            if (point != null) {
                points.add(point);
            }
        }
        if (points.size() > MOST) {
            throw new Unreadable("records.error.tooMany", points.size(), MOST);
        }
        return points.isEmpty() ? null : onePrimary(points);
    }

    private static @Nullable ContactPoint point(FieldView field, @Nullable Object part) throws Unreadable {
        if (part instanceof ContactPoint point) {
            return point;
        }
        Object value = part instanceof Map<?, ?> map ? map.get("value") : part;
        if (value == null) {
            return null;
        }
        String text = TextType.clean(value, false, LONGEST);
        if (text == null) {
            return null;
        }
        Object type = part instanceof Map<?, ?> map ? map.get("type") : null;
        boolean primary = part instanceof Map<?, ?> map && Boolean.TRUE.equals(map.get("primary"));
        String code = type == null || type.toString().isBlank()
                ? field.choices().get(0)
                : ChoiceType.code(field, type.toString());
        return new ContactPoint(code, text, primary);
    }

    /** The first one marked stays primary; without a mark the first one is. */
    static List<ContactPoint> onePrimary(List<ContactPoint> points) {
        int chosen = 0;
        for (int i = points.size() - 1; i >= 0; i--) {
            chosen = points.get(i).primary() ? i : chosen;
        }
        List<ContactPoint> marked = new ArrayList<>(points.size());
        for (int i = 0; i < points.size(); i++) {
            marked.add(new ContactPoint(points.get(i).type(), points.get(i).value(), i == chosen));
        }
        return List.copyOf(marked);
    }

    @Override
    public String text(Object value) {
        return ((List<?>) value)
                .stream().map(point -> ((ContactPoint) point).value()).collect(Collectors.joining(", "));
    }

    @Override
    public Object stored(Object value) {
        return ((List<?>) value)
                .stream()
                        .map(entry -> (ContactPoint) entry)
                        .map(point -> Map.of("type", point.type(), "value", point.value(), "primary", point.primary()))
                        .toList();
    }
}
