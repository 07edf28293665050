package org.quanhe.crm.automation.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Whose turn it was last in a team; the row is locked while the next one is found. */
@Entity
@Table(name = "assignment_turn")
public class AssignmentTurn {
    @Id
    @Column(name = "team_id")
    private long teamId;

    @Column(name = "user_id")
    private long userId;

    protected AssignmentTurn() {
        // for JPA
    }

    public AssignmentTurn(long teamId) {
        this.teamId = teamId;
    }

    public long last() {
        return userId;
    }

    public void take(long user) {
        userId = user;
    }
}
