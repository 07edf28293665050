package org.quanhe.crm.records.control.types;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.spi.FieldType;

/** Yes or no, also as people write it in the four languages. */
@ApplicationScoped
public class YesNoType implements FieldType {
    private static final Set<String> YES = Set.of("true", "yes", "y", "1", "có", "co", "是", "x");
    private static final Set<String> NO = Set.of("false", "no", "n", "0", "không", "khong", "否");

    @Override
    public Set<FieldKind> kinds() {
        return EnumSet.of(FieldKind.YES_NO);
    }

    @Override
    public @Nullable Object read(FieldView field, Object raw) throws Unreadable {
        String text = raw.toString().strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return null;
        }
        if (YES.contains(text)) {
            return Boolean.TRUE;
        }
        if (NO.contains(text)) {
            return Boolean.FALSE;
        }
        throw new Unreadable("records.error.noYesNo", NumberType.shortened(text));
    }

    @Override
    public Object stored(Object value) {
        return value;
    }
}
