package org.quanhe.crm.scoring.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.quanhe.crm.scoring.spi.Prospect;

/** Points that somebody gave by hand. */
@Entity
@Table(name = "score_adjustment")
public class ScoreAdjustment {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "scoring_seq")
    @SequenceGenerator(name = "scoring_seq", sequenceName = "scoring_seq", allocationSize = 50)
    private long id;

    @Column(name = "lead_id")
    private long leadId;

    private int points;
    private String why = "";

    @Column(name = "given_by")
    private long by;

    @Column(name = "at_time")
    private Instant at = Instant.EPOCH;

    protected ScoreAdjustment() {
        // for JPA
    }

    public ScoreAdjustment(long lead, int points, String why, long by, Instant at) {
        this.leadId = lead;
        this.points = points;
        this.why = why;
        this.by = by;
        this.at = at;
    }

    public long lead() {
        return leadId;
    }

    public Prospect.GivenPoints told() {
        return new Prospect.GivenPoints(points, why, by, at);
    }
}
