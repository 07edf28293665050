package org.quanhe.crm.dataquality.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.dataquality.Imports.State;
import org.quanhe.crm.dataquality.entity.ImportJob;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.spi.Access;
import org.quanhe.crm.search.control.IndexVisibility;

/** Does a claimed job, as the person who started it, from its checkpoint to its end. */
@ApplicationScoped
public class ImportWork {
    private static final System.Logger LOG = System.getLogger(ImportWork.class.getName());
    /** Claims without any progress between them, after which nobody tries again. */
    private static final int MOST_ATTEMPTS = 5;

    @Inject
    private ImportJobs jobs;

    @Inject
    private RowStreams streams;

    @Inject
    private ImportFiles files;

    @Inject
    private IndexVisibility visibility;

    @Inject
    private Access access;

    /** Goes on with the job until it is done, it fails, or the server stops. */
    void goOn(ImportJob job, Worker worker, ExecutorService executor, BooleanSupplier stopping) {
        try {
            access.as(job.username(), () -> {
                if (job.state() == State.UNDOING) {
                    undo(job, worker, stopping);
                } else {
                    importRows(job, worker, executor, stopping);
                }
                return null;
            });
        } catch (WorkTaken taken) {
            LOG.log(Level.INFO, taken.getMessage());
        } catch (RuntimeException failed) {
            if (!stopping.getAsBoolean()) {
                failed(job, worker, failed);
            }
        }
    }

    private void importRows(ImportJob job, Worker worker, ExecutorService executor, BooleanSupplier stopping) {
        ImportRun run = new ImportRun(stopping);
        boolean end;
        try (RowStream rows = streams.open(job, mapping(job))) {
            Future<?> reading = executor.submit(() -> access.as(job.username(), () -> {
                run.read(rows, job.checkpointRow());
                return null;
            }));
            try {
                end = run.writeAll(chunk -> write(job, worker, chunk));
            } finally {
                // the table is closed behind this block: nobody may be reading it any more
                await(reading);
            }
        }
        if (end && awaitVisible(stopping)) {
            jobs.finish(job.id(), worker);
            files.remove(job.storedName());
        }
    }

    private static void await(Future<?> reading) {
        try {
            reading.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    private static Map<String, String> mapping(ImportJob job) {
        Map<String, String> mapping = new LinkedHashMap<>();
        JsonText.readMap(job.mapping()).forEach((header, field) -> mapping.put(header, field.toString()));
        return mapping;
    }

    /**
     * Writes a chunk; where the database or a rule refuses it, ever smaller parts of it, down to the row that is wrong.
     */
    private void write(ImportJob job, Worker worker, Chunk chunk) {
        try {
            jobs.write(job.id(), worker, chunk);
        } catch (WorkTaken taken) {
            throw taken;
        } catch (RuntimeException failed) {
            LocalizedMessage reason = DataFault.of(failed).orElseThrow(() -> failed);
            int size = chunk.rows().size();
            if (size == 1) {
                CheckedRow refused =
                        chunk.rows().get(0).refused(LocalizedMessage.of("dataquality.row.unwritable", reason));
                jobs.write(job.id(), worker, new Chunk(List.of(refused), chunk.warnings()));
            } else {
                write(job, worker, chunk.part(0, size / 2));
                write(job, worker, chunk.part(size / 2, size));
            }
        }
    }

    private void undo(ImportJob job, Worker worker, BooleanSupplier stopping) {
        boolean more = true;
        while (more && !stopping.getAsBoolean()) {
            more = jobs.takeBack(job.id(), worker);
        }
        if (!more && awaitVisible(stopping)) {
            jobs.undone(job.id(), worker);
        }
    }

    /** An import is done when its rows can be found, not before. */
    private boolean awaitVisible(BooleanSupplier stopping) {
        long last = visibility.newestWaiting();
        while (last > 0 && !visibility.visible(last)) {
            if (stopping.getAsBoolean()) {
                return false;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private void failed(ImportJob job, Worker worker, RuntimeException failure) {
        @Nullable CrmException refused = refusal(failure);
        boolean lasting = refused != null && refused.kind() != CrmException.Kind.UNAVAILABLE;
        if (!lasting) {
            LOG.log(Level.ERROR, "import " + job.id() + " stopped, attempt " + job.attempts(), failure);
        }
        if (lasting || job.attempts() >= MOST_ATTEMPTS) {
            long written = jobs.find(job.id()).map(ImportJob::rowsWritten).orElse(0L);
            jobs.fail(
                    job.id(),
                    worker,
                    refused != null
                            ? LocalizedMessage.of("dataquality.message.stopped", reason(job, refused), written)
                            : LocalizedMessage.of("dataquality.message.internal", written));
        }
        // else the claim stays: when its heartbeat has been silent long enough, the next attempt begins
    }

    /** Whoever reads that an import stopped has signed in; it was the importer who no longer may. */
    private static LocalizedMessage reason(ImportJob job, CrmException refused) {
        return refused.kind() == CrmException.Kind.UNAUTHENTICATED
                ? LocalizedMessage.of("dataquality.error.importerGone", job.username())
                : refused.text();
    }

    private static @Nullable CrmException refusal(Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof CrmException refused) {
                return refused;
            }
        }
        return null;
    }
}
