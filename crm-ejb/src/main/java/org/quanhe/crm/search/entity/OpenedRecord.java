package org.quanhe.crm.search.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.quanhe.crm.platform.RecordRef;

/**
 * A record that a user opens. How often is one number, the heat: the logarithm to the base 2 of the openings, each
 * halved for every 14 days that it is old, as seen from 1970. As all of them cool alike, the order by heat is the order
 * at any moment, and nothing has to be worked out anew as time goes by.
 */
@Entity
@Table(name = "opened_record")
public class OpenedRecord {
    private static final double HALVED_EVERY = Duration.ofDays(14).toMillis();

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "opened_seq")
    @SequenceGenerator(name = "opened_seq", sequenceName = "record_seq", allocationSize = 50)
    private long id;

    @Column(name = "user_id")
    private long userId;

    @Column(name = "record_type")
    private String recordType;

    @Column(name = "record_id")
    private long recordId;

    @Column(name = "opened_at")
    private Instant openedAt;

    private double heat;

    protected OpenedRecord() {}

    /** The user opens the record for the first time. */
    public OpenedRecord(long userId, RecordRef ref, Instant now) {
        this.userId = userId;
        this.recordType = ref.type();
        this.recordId = ref.id();
        this.openedAt = now;
        this.heat = now.toEpochMilli() / HALVED_EVERY;
    }

    /** The user opens it once more. */
    public void again(Instant now) {
        double one = now.toEpochMilli() / HALVED_EVERY;
        // from the larger of the two, so that no power overflows, whatever the clock says
        heat = Math.max(heat, one) + Math.log1p(Math.pow(2, -Math.abs(heat - one))) / Math.log(2);
        openedAt = now;
    }

    public RecordRef ref() {
        return new RecordRef(recordType, recordId);
    }

    public double heat() {
        return heat;
    }
}
