package org.quanhe.crm.dataquality.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.dataquality.Imports.State;
import org.quanhe.crm.identity.CurrentUser;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;

/**
 * One import, from upload to undo. Whoever works on it claims it first; every step names its claim, so that a worker
 * that was taken for dead and comes back can write nothing more.
 */
@Entity
@Table(name = "import_job")
public class ImportJob {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "import_seq")
    @SequenceGenerator(name = "import_seq", sequenceName = "import_seq", allocationSize = 50)
    private long id;

    @Version
    private long version;

    @Column(name = "owner_id")
    private long ownerId;

    private String username;

    @Column(name = "record_type")
    private String recordType;

    @Column(name = "file_name")
    private String fileName;

    @Column(name = "stored_name")
    private String storedName;

    private String encoding;

    @Enumerated(EnumType.STRING)
    private State state;

    private @Nullable String headers;
    private @Nullable String mapping;

    @Column(name = "total_rows")
    private long totalRows;

    @Column(name = "rows_read")
    private long rowsRead;

    @Column(name = "rows_written")
    private long rowsWritten;

    @Column(name = "rows_failed")
    private long rowsFailed;

    @Column(name = "kept_at_undo")
    private long keptAtUndo;

    @Column(name = "checkpoint_row")
    private long checkpointRow;

    private @Nullable String warnings;
    private @Nullable String message;
    private int attempts;
    private @Nullable String runner;
    private @Nullable Instant heartbeat;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    protected ImportJob() {}

    public ImportJob(CurrentUser owner, String recordType, String fileName, String storedName, Instant now) {
        this.ownerId = owner.id();
        this.username = owner.username();
        this.recordType = recordType;
        // PostgreSQL keeps no NUL, and nobody reads the other controls
        String shown = fileName.replaceAll("\\p{Cntrl}", " ");
        this.fileName = shown.length() > 300 ? shown.substring(shown.length() - 300) : shown;
        this.storedName = storedName;
        this.encoding = "";
        this.state = State.UPLOADED;
        this.createdAt = now;
    }

    /** Keeps how the file is read, until it is started. */
    public void readAs(String encodingName, String columnNames, long rows) {
        encoding = encodingName;
        headers = columnNames;
        totalRows = rows;
    }

    /** Puts the import into the queue of workers; refused if it was started before. */
    public void start(String columns, String firstWarnings) {
        if (state != State.UPLOADED) {
            throw wrongState("dataquality.error.notStartable");
        }
        state = State.RUNNING;
        mapping = columns;
        warnings = firstWarnings;
        attempts = 0;
    }

    /**
     * Puts the removal of what was written into the queue; refused while the import runs or if it was undone before.
     */
    public void undo() {
        if (state != State.DONE && state != State.FAILED) {
            throw wrongState("dataquality.error.notUndoable");
        }
        state = State.UNDOING;
        message = null;
        attempts = 0;
        release();
    }

    private CrmException wrongState(String key) {
        return new CrmException(
                CrmException.Kind.CONFLICT,
                LocalizedMessage.of(key, LocalizedMessage.of("dataquality.state." + state.name())));
    }

    /** Takes the work, unless it is done or another worker has shown life within the patience. */
    public boolean claim(String worker, Instant now, Duration patience) {
        boolean open = state == State.RUNNING || state == State.UNDOING;
        boolean free = runner == null || heartbeat == null || heartbeat.isBefore(now.minus(patience));
        if (!open || !free) {
            return false;
        }
        runner = worker;
        heartbeat = now;
        attempts++;
        return true;
    }

    /** Shows life; false if another worker has taken the work. */
    public boolean stillOf(String worker, Instant now) {
        if (!worker.equals(runner)) {
            return false;
        }
        heartbeat = now;
        return true;
    }

    /** Notes that the rows up to this one are dealt with, in the transaction that wrote them. */
    public void advance(long row, long read, long written, long failed, String newWarnings) {
        checkpointRow = row;
        rowsRead += read;
        rowsWritten += written;
        rowsFailed += failed;
        totalRows = Math.max(totalRows, rowsRead);
        warnings = newWarnings;
        // it goes on: what failed before is behind it
        attempts = 1;
    }

    public void finish(Instant now) {
        state = State.DONE;
        totalRows = rowsRead;
        end(now, null);
    }

    public void fail(String why, Instant now) {
        state = State.FAILED;
        end(now, why);
    }

    public void keep(long records) {
        keptAtUndo += records;
        attempts = 1;
    }

    public void undone(Instant now, @Nullable String told) {
        state = State.UNDONE;
        end(now, told);
    }

    private void end(Instant now, @Nullable String told) {
        endedAt = now;
        message = told;
        release();
    }

    /** Gives the work back. */
    public void release() {
        runner = null;
        heartbeat = null;
    }

    public long id() {
        return id;
    }

    public long ownerId() {
        return ownerId;
    }

    public String username() {
        return username;
    }

    public String recordType() {
        return recordType;
    }

    public String fileName() {
        return fileName;
    }

    public String storedName() {
        return storedName;
    }

    public String encoding() {
        return encoding;
    }

    public State state() {
        return state;
    }

    public @Nullable String headers() {
        return headers;
    }

    public @Nullable String mapping() {
        return mapping;
    }

    public long totalRows() {
        return totalRows;
    }

    public long rowsRead() {
        return rowsRead;
    }

    public long rowsWritten() {
        return rowsWritten;
    }

    public long rowsFailed() {
        return rowsFailed;
    }

    public long keptAtUndo() {
        return keptAtUndo;
    }

    public long checkpointRow() {
        return checkpointRow;
    }

    public @Nullable String warnings() {
        return warnings;
    }

    public @Nullable String message() {
        return message;
    }

    public int attempts() {
        return attempts;
    }

    public @Nullable String runner() {
        return runner;
    }
}
