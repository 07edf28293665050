package org.quanhe.crm.dataquality.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.dataquality.control.columns.Warnings;

/**
 * Reads and checks the rows of one import on one thread while another writes them: the two cores of a small server both
 * have work, and no more than a few chunks are in memory.
 */
final class ImportRun {
    /**
     * Rows of one transaction: every commit writes the changed pages of all indexes anew, so few are better than many.
     */
    private static final int CHUNK = 500;

    /** Reading takes a tenth of the time of writing: one that waits is enough, and less lives through collections. */
    private static final int CHUNKS_AHEAD = 1;

    private final BlockingQueue<Message> queue = new ArrayBlockingQueue<>(CHUNKS_AHEAD);
    private final AtomicBoolean over = new AtomicBoolean();
    private final BooleanSupplier stopping;

    /** A chunk, or the end of the table, which may be a failure. */
    private record Message(@Nullable Chunk chunk, @Nullable RuntimeException failure) {}

    /** Takes what was read. */
    interface Sink {
        void write(Chunk chunk);
    }

    ImportRun(BooleanSupplier stopping) {
        this.stopping = stopping;
    }

    /** Reads to the end, or until the writer has ended; runs on the reader's thread. */
    void read(RowStream rows, long behind) {
        try {
            List<CheckedRow> collected = new ArrayList<>(CHUNK);
            Warnings warnings = new Warnings();
            Optional<CheckedRow> row = rows.nextBehind(behind, warnings);
            while (row.isPresent() && !ended()) {
                collected.add(row.get());
                if (collected.size() == CHUNK) {
                    put(new Message(new Chunk(collected, warnings), null));
                    collected = new ArrayList<>(CHUNK);
                    warnings = new Warnings();
                }
                row = rows.nextBehind(behind, warnings);
            }
            if (!collected.isEmpty()) {
                put(new Message(new Chunk(collected, warnings), null));
            }
            put(new Message(null, null));
        } catch (RuntimeException failed) {
            put(new Message(null, failed));
        }
    }

    private void put(Message message) {
        try {
            boolean taken = false;
            while (!taken && !ended()) {
                taken = queue.offer(message, 200, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException stopped) {
            over.set(true);
            Thread.currentThread().interrupt();
        }
    }

    private boolean ended() {
        return over.get() || stopping.getAsBoolean();
    }

    /** Writes what the reader brings; true at the table's end, false if the server stops before. */
    boolean writeAll(Sink sink) {
        try {
            while (!ended()) {
                Message message = queue.poll(200, TimeUnit.MILLISECONDS);
                if (message == null) {
                    continue;
                }
                if (message.failure() != null) {
                    throw message.failure();
                }
                if (message.chunk() == null) {
                    return true;
                }
                sink.write(message.chunk());
            }
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            over.set(true);
        }
    }
}
