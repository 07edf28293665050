package org.quanhe.crm.records.control.types;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.Texts;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.spi.FieldType;

/** One of the field's codes; its label in any of the four languages is understood too. */
@ApplicationScoped
public class ChoiceType implements FieldType {
    @Override
    public Set<FieldKind> kinds() {
        return EnumSet.of(FieldKind.CHOICE);
    }

    @Override
    public @Nullable Object read(FieldView field, Object raw) throws Unreadable {
        String text = raw.toString().strip();
        return text.isEmpty() ? null : code(field, text);
    }

    static String code(FieldView field, String text) throws Unreadable {
        if (field.choices().isEmpty() || field.choices().contains(text)) {
            return text;
        }
        for (String code : field.choices()) {
            for (Language language : Language.values()) {
                if (Texts.in(language).text(field.labelKey() + "." + code).equalsIgnoreCase(text)) {
                    return code;
                }
            }
        }
        throw new Unreadable(
                "records.error.noChoice",
                NumberType.shortened(text),
                LocalizedMessage.of("records.list", String.join(", ", field.choices())));
    }

    /** A code that is offered no more stays what it is. */
    @Override
    public @Nullable Object restored(FieldView field, Object stored) {
        return stored instanceof Iterable ? null : stored.toString();
    }
}
