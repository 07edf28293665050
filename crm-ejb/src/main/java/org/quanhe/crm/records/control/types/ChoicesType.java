package org.quanhe.crm.records.control.types;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.spi.FieldType;

/** Several codes, or free tags where the field has no codes; a text is split at commas and semicolons. */
@ApplicationScoped
public class ChoicesType implements FieldType {
    private static final int MOST = 50;
    private static final int LONGEST = 60;

    @Override
    public Set<FieldKind> kinds() {
        return EnumSet.of(FieldKind.CHOICES);
    }

    @Override
    public @Nullable Object read(FieldView field, Object raw) throws Unreadable {
        Iterable<?> parts =
                raw instanceof Iterable<?> list ? list : List.of(raw.toString().split("[,;，；、]"));
        Set<String> codes = new LinkedHashSet<>();
        for (Object part : parts) {
            if (part == null) {
                throw new Unreadable("records.error.noText");
            }
            String text = TextType.clean(part, false, LONGEST);
            if (text != null) {
                codes.add(ChoiceType.code(field, text));
            }
        }
        if (codes.size() > MOST) {
            throw new Unreadable("records.error.tooMany", codes.size(), MOST);
        }
        return codes.isEmpty() ? null : List.copyOf(new ArrayList<>(codes));
    }

    @Override
    public String text(Object value) {
        return String.join(
                ", ", ((List<?>) value).stream().map(Object::toString).toList());
    }

    @Override
    public Object stored(Object value) {
        return value;
    }

    /** Codes that are offered no more stay what they are. */
    @Override
    public @Nullable Object restored(FieldView field, Object stored) {
        return stored instanceof List<?> list
                ? List.copyOf(list.stream().map(Object::toString).toList())
                : List.of(stored.toString());
    }
}
