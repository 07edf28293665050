package org.quanhe.crm.activities.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** A task that a cadence has made for a record and a day: the database refuses a second one. */
@Entity
@Table(name = "cadence_task")
public class CadenceTask {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "followup_seq")
    @SequenceGenerator(name = "followup_seq", sequenceName = "followup_seq", allocationSize = 50)
    private long id;

    @Column(name = "cadence_id")
    private long cadenceId;

    @Column(name = "record_id")
    private long recordId;

    @Column(name = "due_on")
    private LocalDate dueOn = LocalDate.EPOCH;

    @Column(name = "activity_id")
    private long activityId;

    protected CadenceTask() {
        // for JPA
    }

    public CadenceTask(long cadence, long record, LocalDate due, long activity) {
        this.cadenceId = cadence;
        this.recordId = record;
        this.dueOn = due;
        this.activityId = activity;
    }

    public long id() {
        return id;
    }

    public LocalDate due() {
        return dueOn;
    }

    public long activity() {
        return activityId;
    }
}
