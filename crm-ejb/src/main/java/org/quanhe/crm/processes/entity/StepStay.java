package org.quanhe.crm.processes.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.JsonText;

/** A run's stay in a step: since when, until when, who completed it and what was answered. */
@Entity
@Table(name = "process_step")
public class StepStay {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "process_seq")
    @SequenceGenerator(name = "process_seq", sequenceName = "process_seq", allocationSize = 50)
    private long id;

    @Version
    private long version;

    @Column(name = "run_id")
    private long runId;

    private int place;

    @Column(name = "process_id")
    private long processId;

    @Column(name = "version_number")
    private int versionNumber;

    private String step = "";

    @Column(name = "team_id")
    private long teamId;

    @Column(name = "entered_at")
    private Instant enteredAt = Instant.EPOCH;

    @Column(name = "due_at")
    private @Nullable Instant dueAt;

    @Column(name = "paused_minutes")
    private long pausedMinutes;

    @Column(name = "left_at")
    private @Nullable Instant leftAt;

    @Column(name = "left_by")
    private @Nullable Long leftBy;

    private @Nullable Long minutes;

    private String answers = "{}";

    protected StepStay() {
        // for JPA
    }

    /** The run's record comes to the step. */
    public StepStay(ProcessRun run, String step, long team, Instant at, @Nullable Instant due) {
        this.runId = run.id();
        this.place = run.place();
        this.processId = run.processId();
        this.versionNumber = run.versionNumber();
        this.step = step;
        this.teamId = team;
        this.enteredAt = at;
        this.dueAt = due;
    }

    /**
     * The step is completed.
     *
     * @param worked working minutes since the record came to it
     * @param given answers by name, as JSON has them
     */
    public void leave(Instant at, long by, long worked, Map<String, Object> given) {
        leftAt = at;
        leftBy = by;
        minutes = Math.max(0, worked - pausedMinutes);
        answers = JsonText.write(given);
    }

    /** So many working minutes nobody could work on it; it may take that much longer. */
    public void paused(long worked, @Nullable Instant newDue) {
        pausedMinutes += worked;
        dueAt = newDue;
    }

    public boolean left() {
        return leftAt != null;
    }

    public long id() {
        return id;
    }

    public long runId() {
        return runId;
    }

    public int place() {
        return place;
    }

    public String step() {
        return step;
    }

    public long teamId() {
        return teamId;
    }

    public Instant enteredAt() {
        return enteredAt;
    }

    public @Nullable Instant dueAt() {
        return dueAt;
    }

    public @Nullable Instant leftAt() {
        return leftAt;
    }

    public @Nullable Long leftBy() {
        return leftBy;
    }

    public Map<String, Object> answers() {
        return JsonText.readMap(answers);
    }
}
