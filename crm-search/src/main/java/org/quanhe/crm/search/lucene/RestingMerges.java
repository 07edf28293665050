package org.quanhe.crm.search.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;

/**
 * Merges the parts of an index (segments) while nobody writes. Each part costs every search a look into its
 * dictionaries, and what imports and single saves leave behind is many: merging it under their load would cost others
 * the saves of the last moment (ADR 24).
 */
final class RestingMerges {
    /** Nobody has written for so long. */
    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** With no more parts a rest is not worth its work; behind it some five are left. */
    private static final int FEW = 8;

    /** So many times as long as a rest took is waited for the next: it takes a twentieth of a processor at the most. */
    private static final int PAUSES = 20;

    /** Smaller parts count as equal to that share of the whole. */
    private static final double FLOOR_SHARE = 1.0 / 8;

    private static final double SMALLEST_FLOOR_MEGABYTES = 0.5;
    private static final double MEGABYTE = 1024 * 1024;

    private final MergePolicy usual;
    private final Path folder;
    private final LongSupplier clock;
    private volatile long written;
    private volatile boolean resting;
    private long began;
    private long notBefore = Long.MIN_VALUE;

    /**
     * @param usual how parts are merged while changes come in
     * @param folder where they are
     * @param clock in nanoseconds
     */
    RestingMerges(MergePolicy usual, Path folder, LongSupplier clock) {
        this.usual = UnmappedMerges.of(usual, folder);
        this.folder = folder;
        this.clock = clock;
        this.written = clock.getAsLong();
    }

    MergePolicy usual() {
        return usual;
    }

    /** A change comes in: what is being merged comes to its end, and no more is begun. */
    void written(IndexWriter writer) {
        written = clock.getAsLong();
        if (resting) {
            resting = false;
            writer.getConfig().setMergePolicy(usual);
        }
    }

    /**
     * Begins to merge, or looks whether that has come to its end.
     *
     * @param parts how many there are
     * @return true if it has: the result is not committed yet, and nobody sees it
     */
    synchronized boolean goOn(IndexWriter writer, Directory directory, int parts) throws IOException {
        long now = clock.getAsLong();
        if (resting) {
            boolean ended =
                    !writer.hasPendingMerges() && writer.getMergingSegments().isEmpty();
            if (ended) {
                resting = false;
                writer.getConfig().setMergePolicy(usual);
                notBefore = now + PAUSES * (now - began);
            }
            return ended;
        }
        if (parts > FEW && now - written >= QUIET_NANOS && now >= notBefore) {
            began = now;
            resting = true;
            writer.getConfig().setMergePolicy(few(directory));
            writer.maybeMerge();
        }
        return false;
    }

    private MergePolicy few(Directory directory) throws IOException {
        double megabytes = 0;
        for (String file : directory.listAll()) {
            megabytes += directory.fileLength(file) / MEGABYTE;
        }
        TieredMergePolicy few = new TieredMergePolicy();
        few.setSegmentsPerTier(2);
        few.setFloorSegmentMB(Math.max(SMALLEST_FLOOR_MEGABYTES, megabytes * FLOOR_SHARE));
        return UnmappedMerges.of(few, folder);
    }
}
