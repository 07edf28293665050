package org.quanhe.crm.capture.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How far keys were written of records that were there before keys were kept. */
@Entity
@Table(name = "person_key_progress")
public class PersonKeyProgress {
    @Id
    @Column(name = "record_type")
    private String recordType = "";

    private long behind;

    public String recordType() {
        return recordType;
    }

    public long behind() {
        return behind;
    }

    /** Everything up to that number has its keys. */
    public void reach(long number) {
        behind = number;
    }
}
