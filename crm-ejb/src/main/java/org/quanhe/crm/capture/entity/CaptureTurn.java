package org.quanhe.crm.capture.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Whose turn it is: a row is locked by who works for a person or a team until the end of the transaction. */
@Entity
@Table(name = "capture_turn")
public class CaptureTurn {
    @Id
    private String id = "";

    private long holder;

    @Column(name = "taken_at")
    private Instant takenAt = Instant.EPOCH;

    protected CaptureTurn() {
        // for JPA
    }

    public CaptureTurn(String id) {
        this.id = id;
    }

    /** It is that one's turn now; 0 for nobody in particular. */
    public void take(long who, Instant at) {
        holder = who;
        takenAt = at;
    }

    public long holder() {
        return holder;
    }
}
