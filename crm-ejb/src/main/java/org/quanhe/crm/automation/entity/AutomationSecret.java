package org.quanhe.crm.automation.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** A secret of an automation, under a number that its document may show. */
@Entity
@Table(name = "automation_secret")
public class AutomationSecret {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "automation_seq")
    @SequenceGenerator(name = "automation_seq", sequenceName = "automation_seq", allocationSize = 50)
    private long id;

    @Column(name = "automation_id")
    private long automationId;

    private String secret = "";

    protected AutomationSecret() {
        // for JPA
    }

    public AutomationSecret(long automation, String secret) {
        this.automationId = automation;
        this.secret = secret;
    }

    public long id() {
        return id;
    }

    public boolean belongsTo(long automation) {
        return automationId == automation;
    }

    public String secret() {
        return secret;
    }
}
