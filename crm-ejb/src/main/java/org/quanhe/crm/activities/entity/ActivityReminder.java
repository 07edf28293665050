package org.quanhe.crm.activities.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When the owner of an activity is reminded of it. The row is locked while that is done: nobody is reminded twice. */
@Entity
@Table(name = "activity_reminder")
public class ActivityReminder {
    @Id
    @Column(name = "activity_id")
    private long activityId;

    @Version
    private long version;

    /** What the activity says. */
    @Column(name = "wanted_at")
    private Instant wantedAt = Instant.EPOCH;

    /** The same, or later where it was put off. */
    @Column(name = "due_at")
    private Instant dueAt = Instant.EPOCH;

    @Column(name = "told_at")
    private @Nullable Instant toldAt;

    protected ActivityReminder() {
        // for JPA
    }

    public ActivityReminder(long activity) {
        this.activityId = activity;
    }

    /** The activity wants it then; who was reminded of the same moment is not reminded again. */
    public void want(Instant at) {
        if (!at.equals(wantedAt)) {
            wantedAt = at;
            later(at);
        }
    }

    /** Reminds again at that moment. */
    public void later(Instant at) {
        dueAt = at;
        toldAt = null;
    }

    /** True if it is time, and nobody was told. */
    public boolean isDue(Instant now) {
        return toldAt == null && !dueAt.isAfter(now);
    }

    public void told(Instant at) {
        toldAt = at;
    }
}
