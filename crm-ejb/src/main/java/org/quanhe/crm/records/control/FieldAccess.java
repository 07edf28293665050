package org.quanhe.crm.records.control;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.entity.RecordEntity;

/** Where a field's value is kept, and how it is read and written there. */
public interface FieldAccess {
    /** The value in the entity, null for none. */
    @Nullable
    Object get(RecordEntity entity);

    /** Writes the value, null to empty the field; refusals of the entity come out as they are. */
    void set(RecordEntity entity, @Nullable Object value);

    /** JPA attribute that holds exactly this value, where there is one: what the database can compare. */
    default Optional<String> column() {
        return Optional.empty();
    }
}
