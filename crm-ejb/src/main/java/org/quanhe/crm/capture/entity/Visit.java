package org.quanhe.crm.capture.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** A page that a visitor looked at, nobody knows who. */
@Entity
@Table(name = "visit")
public class Visit {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "capture_seq")
    @SequenceGenerator(name = "capture_seq", sequenceName = "capture_seq", allocationSize = 50)
    private long id;

    private String visitor = "";
    private String page = "";
    private String title = "";

    @Column(name = "at_time")
    private Instant at = Instant.EPOCH;

    protected Visit() {
        // for JPA
    }

    public Visit(String visitor, String page, String title, Instant at) {
        this.visitor = visitor;
        this.page = page;
        this.title = title;
        this.at = at;
    }

    public String page() {
        return page;
    }

    public Instant at() {
        return at;
    }
}
