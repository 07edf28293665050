package org.quanhe.crm.pipeline.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was learnt of a pipeline's opportunities, and how far working them out is. */
@Entity
@Table(name = "chance_model")
public class ChanceModelRow {
    @Id
    private String pipeline = "";

    @Version
    private long version;

    @Column(name = "model_number")
    private int number;

    private String document = "{}";

    @Column(name = "asked_at")
    private @Nullable Instant askedAt;

    @Column(name = "trained_at")
    private @Nullable Instant trainedAt;

    /** Number of the last opportunity that was worked out, null where none is to be. */
    private @Nullable Long behind;

    private long done;
    private long changed;

    protected ChanceModelRow() {
        // for JPA
    }

    public ChanceModelRow(String pipeline) {
        this.pipeline = pipeline;
    }

    /** It is to be worked out anew. */
    public void ask(Instant at) {
        askedAt = at;
    }

    /** The opportunities are to be worked out anew, as the stages say something else. */
    public void again() {
        behind = 0L;
        done = 0;
        changed = 0;
    }

    /** Something was learnt: the opportunities follow. */
    public void learnt(String learnt, Instant at) {
        document = learnt;
        number++;
        trainedAt = at;
        askedAt = null;
        again();
    }

    /** Some opportunities are done. */
    public void advance(long last, int looked, int others) {
        behind = last;
        done += looked;
        changed += others;
    }

    /** All are done. */
    public void end() {
        behind = null;
    }

    public String pipeline() {
        return pipeline;
    }

    public int number() {
        return number;
    }

    public String document() {
        return document;
    }

    public @Nullable Instant trainedAt() {
        return trainedAt;
    }

    public @Nullable Long behind() {
        return behind;
    }

    public boolean asked() {
        return askedAt != null;
    }

    /** Something is still to be done. */
    public boolean waiting() {
        return askedAt != null || behind != null;
    }
}
