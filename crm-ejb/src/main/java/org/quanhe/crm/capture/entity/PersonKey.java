package org.quanhe.crm.capture.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * Something by which a lead or customer is known again. Its number is made of that of the record: the keys of a record
 * are neighbours, and need no index to be found by it. They are written as rows, not as entities.
 */
@Entity
@Table(name = "person_key")
public class PersonKey {
    /** So many keys a record can have: thirty telephone numbers, thirty mail addresses and its name are less. */
    private static final int OF_A_RECORD = 64;

    @Id
    private long id;

    @Column(name = "record_type")
    private String recordType = "";

    private String lookup = "";

    protected PersonKey() {
        // for JPA
    }

    /** The number of a record's first key; those of the others follow. */
    public static long first(long record) {
        return Math.multiplyExact(record, OF_A_RECORD);
    }

    /** The number behind the last that a key of the record may have. */
    public static long end(long record) {
        return first(record + 1);
    }

    /** The record that a key of that number belongs to. */
    public static long record(long id) {
        return Math.floorDiv(id, OF_A_RECORD);
    }
}
