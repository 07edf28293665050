package org.quanhe.crm.capture.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.quanhe.crm.platform.RecordRef;

/** Something by which a lead or customer is known again. */
@Entity
@Table(name = "person_key")
public class PersonKey {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "capture_seq")
    @SequenceGenerator(name = "capture_seq", sequenceName = "capture_seq", allocationSize = 50)
    private long id;

    @Column(name = "record_type")
    private String recordType = "";

    @Column(name = "record_id")
    private long recordId;

    private String lookup = "";

    protected PersonKey() {
        // for JPA
    }

    public PersonKey(RecordRef record, String lookup) {
        this.recordType = record.type();
        this.recordId = record.id();
        this.lookup = lookup;
    }

    public RecordRef record() {
        return new RecordRef(recordType, recordId);
    }

    public String lookup() {
        return lookup;
    }
}
