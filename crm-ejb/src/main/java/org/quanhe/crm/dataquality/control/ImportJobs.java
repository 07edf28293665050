package org.quanhe.crm.dataquality.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.dataquality.Imports.State;
import org.quanhe.crm.dataquality.control.columns.Warnings;
import org.quanhe.crm.dataquality.entity.ImportChunk;
import org.quanhe.crm.dataquality.entity.ImportJob;
import org.quanhe.crm.dataquality.entity.ImportRefused;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.control.RecordWriter;

/**
 * The steps of jobs, each a transaction of its own: rows and the checkpoint behind them are committed together, so that
 * a crash loses no row and doubles none.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ImportJobs {
    private static final Duration SILENCE = Duration.ofSeconds(5);

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private RecordWriter writer;

    @Inject
    private TimeSource time;

    public ImportJob create(ImportJob job) {
        entities.persist(job);
        entities.flush();
        return job;
    }

    /** The job as it stands now. */
    public Optional<ImportJob> find(long id) {
        return Optional.ofNullable(entities.find(ImportJob.class, id));
    }

    public List<ImportJob> newest(long owner, int limit) {
        return entities.createQuery(
                        "select j from ImportJob j where j.ownerId = :owner order by j.id desc", ImportJob.class)
                .setParameter("owner", owner)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Does something with the job while nobody else can; for what a person decides about it. */
    public ImportJob decide(long id, Consumer<ImportJob> decision) {
        ImportJob job = entities.find(ImportJob.class, id, LockModeType.PESSIMISTIC_WRITE);
        decision.accept(job);
        return job;
    }

    /** Removes an import that was not started. */
    public void discard(long id) {
        ImportJob job = entities.find(ImportJob.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (job != null && job.state() == State.UPLOADED) {
            entities.remove(job);
        }
    }

    /** Jobs that want work, whoever has them, oldest first. */
    public List<Long> open() {
        return entities.createQuery(
                        "select j.id from ImportJob j where j.state = :running or j.state = :undoing order by j.id",
                        Long.class)
                .setParameter("running", State.RUNNING)
                .setParameter("undoing", State.UNDOING)
                .getResultList();
    }

    /** Takes a job unless somebody else shows life; what an earlier process of this very home had is free at once. */
    public Optional<ImportJob> claim(long id, Worker worker, Duration patience) {
        ImportJob job = entities.find(ImportJob.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (job == null) {
            return Optional.empty();
        }
        if (worker.isSuccessorOf(job.runner())) {
            job.release();
        }
        return job.claim(worker.name(), time.now(), patience) ? Optional.of(job) : Optional.empty();
    }

    /** Shows life for jobs under way whose chunks have not done so for a while. */
    public void beat(Collection<Long> jobs, Worker worker) {
        Instant now = time.now();
        jobs.forEach(id -> entities.createQuery("update ImportJob j set j.heartbeat = :now"
                        + " where j.id = :id and j.runner = :runner and j.heartbeat < :silent")
                .setParameter("now", now)
                .setParameter("id", id)
                .setParameter("runner", worker.name())
                .setParameter("silent", now.minus(SILENCE))
                .executeUpdate());
    }

    /** Writes a chunk and the checkpoint behind it. */
    public void write(long id, Worker worker, Chunk chunk) {
        // read without a lock: whoever asks for the state must not wait for the rows
        ImportJob told = entities.find(ImportJob.class, id);
        List<CheckedRow> good = chunk.good();
        Map<Long, Long> versions = new LinkedHashMap<>();
        if (!good.isEmpty()) {
            List<Map<String, Object>> values =
                    good.stream().map(CheckedRow::values).toList();
            writer.createAll(told.recordType(), values, why(told))
                    .forEach(record -> versions.put(record.getId(), record.getVersion()));
        }
        ImportJob job = mine(id, worker);
        if (!versions.isEmpty()) {
            entities.persist(new ImportChunk(id, versions));
        }
        List<CheckedRow> refused = chunk.refused();
        refused.forEach(row -> entities.persist(new ImportRefused(
                id, row.number(), StoredMessages.write(row.reasons()), JsonText.write(shortened(row.cells())))));
        Warnings warnings = StoredMessages.readWarnings(job.warnings());
        warnings.addAll(chunk.warnings());
        job.advance(chunk.lastRow(), chunk.rows().size(), good.size(), refused.size(), StoredMessages.write(warnings));
    }

    private static String why(ImportJob job) {
        return "import " + job.id() + ": " + job.fileName();
    }

    /** An over-long cell is what the row was refused for; its beginning is enough to find it. */
    private static List<String> shortened(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.length() > 4_000 ? cell.substring(0, 4_000) + "…" : cell)
                .toList();
    }

    /** Takes one chunk back; false if there is none left. */
    public boolean takeBack(long id, Worker worker) {
        ImportJob job = mine(id, worker);
        List<ImportChunk> chunks = entities.createQuery(
                        "select c from ImportChunk c where c.jobId = :job order by c.id", ImportChunk.class)
                .setParameter("job", id)
                .setMaxResults(1)
                .getResultList();
        if (chunks.isEmpty()) {
            return false;
        }
        Map<Long, Long> versions = new HashMap<>(chunks.get(0).versionById());
        job.keep(writer.takeBack(job.recordType(), versions, why(job)));
        entities.remove(chunks.get(0));
        return true;
    }

    public void finish(long id, Worker worker) {
        ImportJob job = mine(id, worker);
        job.finish(time.now());
    }

    public void undone(long id, Worker worker) {
        ImportJob job = mine(id, worker);
        long kept = job.keptAtUndo();
        job.undone(time.now(), kept == 0 ? null : told(LocalizedMessage.of("dataquality.message.kept", kept)));
    }

    public void fail(long id, Worker worker, LocalizedMessage why) {
        ImportJob job = mine(id, worker);
        job.fail(told(why), time.now());
    }

    private static @Nullable String told(LocalizedMessage message) {
        return StoredMessages.write(List.of(message));
    }

    /** The job, locked and as it stands now, if this worker still has it. */
    private ImportJob mine(long id, Worker worker) {
        ImportJob job = entities.find(ImportJob.class, id);
        if (job != null) {
            entities.refresh(job, LockModeType.PESSIMISTIC_WRITE);
        }
        if (job == null || !job.stillOf(worker.name(), time.now())) {
            throw new WorkTaken(id);
        }
        return job;
    }
}
