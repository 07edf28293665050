package org.quanhe.crm.records.control;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.entity.RecordEntity;

/**
 * A field of a record type: how it is seen, and where its values are kept. Values are those of {@link FieldKind}.
 *
 * @param view what callers see
 * @param access reads and writes values
 */
public record FieldDescriptor(FieldView view, FieldAccess access) {

    public String name() {
        return view.name();
    }

    /** The same field for somebody who may not write it. */
    FieldDescriptor locked() {
        Set<Use> uses = EnumSet.of(Use.READ_ONLY);
        uses.addAll(view.uses());
        return with(view.choices(), uses);
    }

    /** The same field with those choices. */
    FieldDescriptor offering(List<String> choices) {
        return with(choices, view.uses());
    }

    private FieldDescriptor with(List<String> choices, Set<Use> uses) {
        return new FieldDescriptor(
                new FieldView(
                        view.name(),
                        view.kind(),
                        view.labelKey(),
                        choices,
                        view.target(),
                        view.primaryOf(),
                        view.maxLength(),
                        uses,
                        view.rules()),
                access);
    }

    /** By the name alone: a hash over all that a view tells cost more than reading the value. */
    @Override
    public int hashCode() {
        return view.name().hashCode();
    }

    /** The value in the entity, null for none. */
    public @Nullable Object get(RecordEntity entity) {
        return access.get(entity);
    }

    /** True if that value stands there already. Numbers come from the database with the digits of their column. */
    boolean holds(RecordEntity entity, @Nullable Object value) {
        Object held = get(entity);
        return held instanceof BigDecimal number && value instanceof BigDecimal other
                ? number.compareTo(other) == 0
                : Objects.equals(held, value);
    }

    /** Writes the value, null to empty the field; refusals of the entity come out as they are. */
    public void set(RecordEntity entity, @Nullable Object value) {
        access.set(entity, value);
    }

    /** JPA attribute of a field that the database can compare. */
    public Optional<String> column() {
        return access.column();
    }
}
