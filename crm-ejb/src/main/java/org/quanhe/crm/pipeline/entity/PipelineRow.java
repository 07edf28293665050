package org.quanhe.crm.pipeline.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A pipeline, as administrators wrote it. */
@Entity
@Table(name = "pipeline")
public class PipelineRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "pipeline_seq")
    @SequenceGenerator(name = "pipeline_seq", sequenceName = "pipeline_seq", allocationSize = 50)
    private long id;

    @Version
    private long version;

    private String code = "";

    private String document = "{}";

    /** Names of stages and reasons that were removed, by code: history tells of them. */
    private String gone = "{}";

    protected PipelineRow() {
        // for JPA
    }

    public PipelineRow(String code, String document) {
        this.code = code;
        this.document = document;
    }

    /** Says something else from now on. */
    public void say(String changed, String remembered) {
        document = changed;
        gone = remembered;
    }

    public long id() {
        return id;
    }

    public long version() {
        return version;
    }

    public String code() {
        return code;
    }

    public String document() {
        return document;
    }

    public String gone() {
        return gone;
    }
}
