package org.quanhe.crm.records.spi;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;

/** How values of a kind of field are read and told. A new kind is a new CDI bean. */
public interface FieldType {
    /** The kinds it serves. */
    Set<FieldKind> kinds();

    /**
     * Reads a value: a Java value as in {@link FieldKind}, a text, or JSON as maps, lists and {@code BigDecimal}.
     *
     * @return the value, null for an empty one
     * @throws Unreadable if it cannot be one
     */
    @Nullable
    Object read(FieldView field, Object raw) throws Unreadable;

    /** The value as text, for audit and export. */
    default String text(Object value) {
        return value.toString();
    }

    /** The value as JSON has it: how it stands among a record's custom values. */
    default Object stored(Object value) {
        return text(value);
    }

    /**
     * The value that was stored. What cannot be one, as after a change of the field's kind, is null here; the record
     * keeps it.
     */
    default @Nullable Object restored(FieldView field, Object stored) {
        try {
            return read(field, stored);
        } catch (Unreadable ofAnotherKind) {
            return null;
        }
    }

    /** The value is none of this kind; the message says what was found and what is wanted. */
    class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient LocalizedMessage text;

        public Unreadable(String key, Object... args) {
            super(key);
            this.text = LocalizedMessage.of(key, args);
        }

        public LocalizedMessage text() {
            return text;
        }
    }
}
