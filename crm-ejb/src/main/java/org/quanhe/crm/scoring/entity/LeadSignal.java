package org.quanhe.crm.scoring.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.quanhe.crm.scoring.SignalKind;
import org.quanhe.crm.scoring.spi.Prospect;

/** Something that a lead did. */
@Entity
@Table(name = "lead_signal")
public class LeadSignal {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "scoring_seq")
    @SequenceGenerator(name = "scoring_seq", sequenceName = "scoring_seq", allocationSize = 50)
    private long id;

    @Column(name = "lead_id")
    private long leadId;

    @Enumerated(EnumType.STRING)
    private SignalKind kind = SignalKind.VISIT;

    private String about = "";

    @Column(name = "at_time")
    private Instant at = Instant.EPOCH;

    protected LeadSignal() {
        // for JPA
    }

    public LeadSignal(long lead, SignalKind kind, String about, Instant at) {
        this.leadId = lead;
        this.kind = kind;
        this.about = about;
        this.at = at;
    }

    public long lead() {
        return leadId;
    }

    public Prospect.Signal told() {
        return new Prospect.Signal(kind, about, at);
    }
}
