package org.quanhe.crm.automation.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** An automation. */
@Entity
@Table(name = "automation")
public class AutomationRule {
    /** After so many runs in a row that were given up it stops by itself. */
    public static final int MOST_FAILURES = 10;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "automation_seq")
    @SequenceGenerator(name = "automation_seq", sequenceName = "automation_seq", allocationSize = 50)
    private long id;

    @Version
    private long version;

    private long revision;

    private String code = "";

    private String name = "";

    @Column(name = "record_type")
    private String recordType = "";

    private boolean active;

    private String document = "{}";

    private String author = "";

    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    private int failures;

    private String stopped = "";

    protected AutomationRule() {
        // for JPA
    }

    /** @param key by which other servers know it */
    public AutomationRule(String key) {
        this.code = key;
    }

    /** Says what it does from now on. */
    public void write(String title, String type, boolean runs, String text, String by, Instant at) {
        name = title;
        recordType = type;
        active = runs;
        document = text;
        author = by;
        updatedAt = at;
        revision++;
        failures = 0;
        stopped = "";
    }

    /** Says the same, with the new names of fields. */
    public void follow(String text) {
        document = text;
        revision++;
    }

    /** A run ended well. */
    public void succeeded() {
        failures = 0;
    }

    /** A run was given up; too many in a row, and it stops. */
    public void failed(String why) {
        failures++;
        if (failures >= MOST_FAILURES && active) {
            active = false;
            stopped = why.length() > 500 ? why.substring(0, 500) : why;
        }
    }

    public long id() {
        return id;
    }

    public long revision() {
        return revision;
    }

    /** By which other servers know it; it stays. */
    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public String recordType() {
        return recordType;
    }

    public boolean active() {
        return active;
    }

    public String document() {
        return document;
    }

    public String author() {
        return author;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** Why it stopped by itself, empty if it did not. */
    public String stopped() {
        return stopped;
    }

    public int failures() {
        return failures;
    }
}
