package org.quanhe.crm.records.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** A record points to another one by a custom field; read only, the rows are written by statements. */
@Entity
@Table(name = "record_link")
public class RecordLink {
    @EmbeddedId
    private Key key = new Key();

    protected RecordLink() {
        // for JPA
    }

    public long target() {
        return key.targetId;
    }

    /** All there is. */
    @Embeddable
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        @Column(name = "record_type")
        private String recordType = "";

        @Column(name = "field_key")
        private String fieldKey = "";

        @Column(name = "record_id")
        private long recordId;

        @Column(name = "target_id")
        private long targetId;

        protected Key() {
            // for JPA
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && recordType.equals(key.recordType)
                    && fieldKey.equals(key.fieldKey)
                    && recordId == key.recordId
                    && targetId == key.targetId;
        }

        @Override
        public int hashCode() {
            return Objects.hash(recordType, fieldKey, recordId, targetId);
        }
    }
}
