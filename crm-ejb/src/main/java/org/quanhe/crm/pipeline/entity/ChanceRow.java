package org.quanhe.crm.pipeline.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Why an opportunity is as likely to be won as its field says; written in the transaction that writes the field. */
@Entity
@Table(name = "opportunity_chance")
public class ChanceRow {
    @Id
    @Column(name = "opportunity_id")
    private long opportunityId;

    @Column(name = "model_number")
    private int modelNumber;

    @Column(name = "computed_at")
    private Instant computedAt = Instant.EPOCH;

    @Column(name = "due_at")
    private @Nullable Instant dueAt;

    private String document = "{}";

    protected ChanceRow() {
        // for JPA
    }

    public ChanceRow(long opportunity) {
        this.opportunityId = opportunity;
    }

    /**
     * It says something else from now on.
     *
     * @param due when it may say something else by itself, null for never
     */
    public void say(String told, int model, @Nullable Instant due, Instant at) {
        if (!told.equals(document) || model != modelNumber) {
            document = told;
            modelNumber = model;
            computedAt = at;
        }
        dueAt = due;
    }

    public int modelNumber() {
        return modelNumber;
    }

    public String document() {
        return document;
    }
}
