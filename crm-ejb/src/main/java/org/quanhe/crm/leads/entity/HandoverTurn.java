package org.quanhe.crm.leads.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Whose turn it was last in a team; the row is locked while the next one is found. */
@Entity
@Table(name = "handover_turn")
public class HandoverTurn {
    @Id
    @Column(name = "team_id")
    private long teamId;

    @Column(name = "user_id")
    private long userId;

    protected HandoverTurn() {
        // for JPA
    }

    public HandoverTurn(long team) {
        this.teamId = team;
    }

    public long last() {
        return userId;
    }

    public void take(long user) {
        userId = user;
    }
}
