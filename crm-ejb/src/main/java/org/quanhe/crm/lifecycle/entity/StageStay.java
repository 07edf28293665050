package org.quanhe.crm.lifecycle.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.entity.StoredText;

/** A record's time in a stage. Its places follow each other without a gap; only the last is not left. */
@Entity
@Table(name = "stage_stay")
@IdClass(StageStay.Key.class)
public class StageStay {
    /** Numbers of records are unique over all types. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private long recordId;
        private int place;

        protected Key() {
            // for JPA
        }

        public Key(long recordId, int place) {
            this.recordId = recordId;
            this.place = place;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.recordId == recordId && key.place == place;
        }

        @Override
        public int hashCode() {
            return Objects.hash(recordId, place);
        }
    }

    @Id
    @Column(name = "record_id")
    private long recordId;

    @Id
    private int place;

    @Column(name = "record_type")
    private String recordType = "";

    private String stage = "";

    @Column(name = "entered_at")
    private Instant enteredAt = Instant.EPOCH;

    @Column(name = "entered_by")
    private long enteredBy;

    @Column(name = "by_itself")
    private boolean byItself;

    /** JSON of a message. */
    private String why = "";

    @Column(name = "left_at")
    private @Nullable Instant leftAt;

    protected StageStay() {
        // for JPA
    }

    /**
     * The record comes to the stage.
     *
     * @param place how many stages it was in before
     * @param by number of the user, 0 where nobody is signed in
     * @param byItself a condition brings it there, not a person
     */
    public StageStay(
            RecordRef ref, int place, String stage, Instant at, long by, boolean byItself, LocalizedMessage why) {
        this.recordId = ref.id();
        this.recordType = ref.type();
        this.place = place;
        this.stage = stage;
        this.enteredAt = at;
        this.enteredBy = by;
        this.byItself = byItself;
        this.why = JsonText.write(StoredText.of(why));
    }

    public void leave(Instant at) {
        leftAt = at;
    }

    public long recordId() {
        return recordId;
    }

    public int place() {
        return place;
    }

    public String stage() {
        return stage;
    }

    public Instant enteredAt() {
        return enteredAt;
    }

    public long enteredBy() {
        return enteredBy;
    }

    public boolean byItself() {
        return byItself;
    }

    public LocalizedMessage why() {
        return StoredText.read(JsonText.readList(why));
    }

    public @Nullable Instant leftAt() {
        return leftAt;
    }
}
