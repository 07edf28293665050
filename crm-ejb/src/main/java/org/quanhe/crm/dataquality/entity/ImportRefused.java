package org.quanhe.crm.dataquality.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row that was not written, and why. */
@Entity
@Table(name = "import_refused")
public class ImportRefused {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "import_seq")
    private long id;

    @Column(name = "job_id")
    private long jobId;

    @Column(name = "file_row")
    private long rowNumber;

    private String reasons;
    private String cells;

    protected ImportRefused() {}

    /**
     * Keeps a row.
     *
     * @param reasons messages as JSON, to be told in whatever language is read
     * @param cells the row's own texts as JSON
     */
    public ImportRefused(long jobId, long rowNumber, String reasons, String cells) {
        this.jobId = jobId;
        this.rowNumber = rowNumber;
        this.reasons = reasons;
        this.cells = cells;
    }

    public long rowNumber() {
        return rowNumber;
    }

    public String reasons() {
        return reasons;
    }

    public String cells() {
        return cells;
    }
}
