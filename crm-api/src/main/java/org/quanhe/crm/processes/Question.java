package org.quanhe.crm.processes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.FieldKind;

/**
 * Something that a step asks.
 *
 * @param name name of the record's field, or key of a question of the step's own
 * @param field it is a field of the record; the answer is written there
 * @param kind of the answer
 * @param label what is asked
 * @param help how to answer, may be empty
 * @param required the step cannot be completed without an answer
 * @param answerable the caller may answer it
 * @param choices possible answers of a CHOICE
 * @param value what the record holds now, or what was answered; null for nothing
 */
public record Question(
        String name,
        boolean field,
        FieldKind kind,
        LocalizedMessage label,
        LocalizedMessage help,
        boolean required,
        boolean answerable,
        List<Choice> choices,
        @Nullable Object value) {

    /** A possible answer. */
    public record Choice(String code, LocalizedMessage label) {}
}
