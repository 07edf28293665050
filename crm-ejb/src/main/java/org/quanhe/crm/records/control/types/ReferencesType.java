package org.quanhe.crm.records.control.types;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.spi.FieldType;

/** Several other records of one type. */
@ApplicationScoped
public class ReferencesType implements FieldType {
    @Override
    public Set<FieldKind> kinds() {
        return EnumSet.of(FieldKind.REFERENCES);
    }

    @Override
    public @Nullable Object read(FieldView field, Object raw) throws Unreadable {
        Iterable<?> parts =
                raw instanceof Iterable<?> list ? list : List.of(raw.toString().split("[,;]"));
        List<RecordRef> refs = new ArrayList<>();
        for (Object part : parts) {
            RecordRef ref = part == null ? null : ReferenceType.reference(field, part);
            if (ref != null && !refs.contains(ref)) {
                refs.add(ref);
            }
        }
        return refs.isEmpty() ? null : List.copyOf(refs);
    }

    @Override
    public String text(Object value) {
        return ((List<?>) value)
                .stream().map(ref -> Long.toString(((RecordRef) ref).id())).collect(Collectors.joining(", "));
    }

    @Override
    public Object stored(Object value) {
        return ((List<?>) value).stream().map(ref -> ((RecordRef) ref).id()).toList();
    }
}
