package org.quanhe.crm.records.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A value of a unique field is taken by a record. */
@Entity
@Table(name = "unique_value")
public class UniqueValue {
    @EmbeddedId
    private Key key = new Key();

    @Column(name = "record_id")
    private long recordId;

    protected UniqueValue() {
        // for JPA
    }

    public UniqueValue(Key key, long recordId) {
        this.key = key;
        this.recordId = recordId;
    }

    public boolean is(@Nullable Key other) {
        return key.equals(other);
    }

    public long recordId() {
        return recordId;
    }

    /** Type, field and value. */
    @Embeddable
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        @Column(name = "record_type")
        private String recordType = "";

        @Column(name = "field_key")
        private String fieldKey = "";

        @Column(name = "value_key")
        private String valueKey = "";

        protected Key() {
            // for JPA
        }

        public Key(String recordType, String fieldKey, String valueKey) {
            this.recordType = recordType;
            this.fieldKey = fieldKey;
            this.valueKey = valueKey;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && recordType.equals(key.recordType)
                    && fieldKey.equals(key.fieldKey)
                    && valueKey.equals(key.valueKey);
        }

        @Override
        public int hashCode() {
            return Objects.hash(recordType, fieldKey, valueKey);
        }
    }
}
