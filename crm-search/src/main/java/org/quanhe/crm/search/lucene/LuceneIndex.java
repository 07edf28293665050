package org.quanhe.crm.search.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NRTCachingDirectory;
import org.quanhe.crm.platform.RecordRef;

/** One index in one folder: its writer, what is searchable of it, and the versions it holds. */
final class LuceneIndex implements Closeable {
    private static final Logger LOG = System.getLogger(LuceneIndex.class.getName());
    private static final double BUFFER_MEGABYTES = 16;
    private static final int SEGMENTS_PER_TIER = 5;

    /** Smaller segments count as that large. With more, the segments of single saves are merged over and over. */
    private static final double FLOOR_MEGABYTES = 0.1;

    private static final double CACHED_MERGE_MEGABYTES = 4;
    private static final double CACHED_MEGABYTES = 16;

    /** What waits for longer is shown by whoever searches next, unless somebody is at it. */
    private static final long STALE_NANOS = TimeUnit.MILLISECONDS.toNanos(25);

    /** What waits for longer, as behind a quiet night, no search goes on without: it waits for whoever is at it. */
    private static final long MISSED_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long NOTHING = 0;

    private final Path folder;
    private final Storage storage;
    private final AtomicLong applied;
    private final LongSupplier clock;
    private final ReentrantLock refreshing = new ReentrantLock();
    private final AtomicBoolean lost = new AtomicBoolean();
    private volatile Map<String, String> fingerprint = Map.of();
    private volatile long visible;
    private volatile Open open;

    /** Since when the oldest change waits that cannot be seen yet, by the clock; or {@link #NOTHING}. */
    private final AtomicLong waiting = new AtomicLong(NOTHING);

    /** Where the files of an index are: on disk, except for tests of failing disks. */
    interface Storage {
        Directory open(Path folder) throws IOException;
    }

    /**
     * What is replaced together when the writer had to be opened again.
     *
     * @param disk where its files are
     * @param directory the same with small new files in memory; closing it writes them to the disk
     */
    private record Open(
            Directory disk,
            Directory directory,
            IndexWriter writer,
            SearcherManager searchers,
            LiveVersions versions,
            RestingMerges resting) {}

    /**
     * Opens or creates the index.
     *
     * @param storage where its files are
     * @param applied generation of the changes written so far
     * @param clock tells how long a change waits, in nanoseconds
     */
    LuceneIndex(Path folder, Storage storage, AtomicLong applied, LongSupplier clock) throws IOException {
        this.folder = folder;
        this.storage = storage;
        this.applied = applied;
        this.clock = clock;
        this.open = open();
        Map<String, String> committed = new HashMap<>();
        Iterable<Map.Entry<String, String>> data = open.writer().getLiveCommitData();
        if (data != null) {
            data.forEach(entry -> committed.put(entry.getKey(), entry.getValue()));
        }
        this.fingerprint = Map.copyOf(committed);
    }

    private Open open() throws IOException {
        // the small segments of single saves live in memory until they are merged or committed
        Directory disk = storage.open(folder);
        Directory directory = new NRTCachingDirectory(disk, CACHED_MERGE_MEGABYTES, CACHED_MEGABYTES);
        try {
            TieredMergePolicy merges = new TieredMergePolicy();
            merges.setSegmentsPerTier(SEGMENTS_PER_TIER);
            merges.setFloorSegmentMB(FLOOR_MEGABYTES);
            RestingMerges resting = new RestingMerges(merges, folder, clock);
            RememberingSearchers making = new RememberingSearchers();
            IndexWriter writer = new IndexWriter(
                    directory,
                    new IndexWriterConfig()
                            .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                            .setMergePolicy(resting.usual())
                            .setCodec(new QuickTextsCodec())
                            .setSimilarity(new ShortTitlesFirst())
                            .setMergedSegmentWarmer(making)
                            .setUseCompoundFile(false));
            try (DirectoryReader reader = DirectoryReader.open(writer)) {
                LiveVersions versions = LiveVersions.read(reader);
                return new Open(disk, directory, writer, new SearcherManager(writer, making), versions, resting);
            } catch (IOException | RuntimeException unreadable) {
                writer.rollback();
                throw unreadable;
            }
        } catch (IOException | RuntimeException unreadable) {
            directory.close();
            throw unreadable;
        }
    }

    Path folder() {
        return folder;
    }

    /** Writes a document unless a newer version is there or the record was removed since. */
    void put(RecordRef ref, long version, Document document) throws IOException {
        Open now = writable();
        LiveVersions.Stripe stripe = now.versions().stripe(ref);
        synchronized (stripe) {
            if (stripe.wants(ref.id(), version)) {
                write(now, stripe, ref, version, document);
            }
        }
    }

    private static void write(Open now, LiveVersions.Stripe stripe, RecordRef ref, long version, Document document)
            throws IOException {
        now.resting().written(now.writer());
        if (stripe.has(ref.id())) {
            now.writer().updateDocument(new Term(Fields.KEY, ref.key()), document);
        } else {
            now.writer().addDocument(document);
        }
        stripe.put(ref.id(), version);
    }

    /** Takes a document out unless a newer version is there. */
    void remove(RecordRef ref, long version) throws IOException {
        Open now = writable();
        LiveVersions.Stripe stripe = now.versions().stripe(ref);
        synchronized (stripe) {
            if (stripe.wantsRemoval(ref.id(), version)) {
                now.resting().written(now.writer());
                if (stripe.has(ref.id())) {
                    now.writer().deleteDocuments(new Term(Fields.KEY, ref.key()));
                }
                stripe.remove(ref.id(), version);
            }
        }
    }

    /**
     * Puts a document in the place of the version that was found, be it newer or older.
     *
     * @param found that version, {@link LongVersions#ABSENT} if the record was not there
     */
    void replace(RecordRef ref, long found, long version, Document document) throws IOException {
        Open now = writable();
        LiveVersions.Stripe stripe = now.versions().stripe(ref);
        synchronized (stripe) {
            if (stripe.version(ref.id()) == found) {
                write(now, stripe, ref, version, document);
            }
        }
    }

    /** Takes a document out if its version is the one that was found. */
    void removeFound(RecordRef ref, long found) throws IOException {
        Open now = writable();
        LiveVersions.Stripe stripe = now.versions().stripe(ref);
        synchronized (stripe) {
            if (stripe.has(ref.id()) && stripe.version(ref.id()) == found) {
                now.resting().written(now.writer());
                now.writer().deleteDocuments(new Term(Fields.KEY, ref.key()));
                stripe.remove(ref.id(), found);
            }
        }
    }

    /**
     * Writes everything to disk.
     *
     * @throws IOException also, once, if changes since the last commit fell away with a disk that failed meanwhile
     */
    void commit() throws IOException {
        writable().writer().commit();
        if (lost.getAndSet(false)) {
            throw new IOException("changes since the last commit were lost: " + folder);
        }
    }

    /** The fingerprint the documents were written with; empty for a new index. */
    Map<String, String> fingerprint() {
        return fingerprint;
    }

    /** Keeps the fingerprint with the next commit. */
    void fingerprint(Map<String, String> print) {
        fingerprint = Map.copyOf(print);
        open.writer().setLiveCommitData(fingerprint.entrySet());
    }

    LiveVersions versions() {
        return open.versions();
    }

    /** A generation more was written: it waits to be seen. */
    void changed() {
        if (waiting.get() == NOTHING) {
            waiting.compareAndSet(NOTHING, now());
        }
    }

    private long now() {
        long now = clock.getAsLong();
        return now == NOTHING ? 1 : now;
    }

    /** True if something that was written cannot be seen yet. */
    boolean behind() {
        return visible < applied.get();
    }

    /**
     * A searcher that sees that generation, to be given back with {@link #release}. It shows what others wrote too, if
     * that has been waiting for some time.
     */
    Acquired acquire(long generation) throws IOException {
        long wanted = Math.min(generation, applied.get());
        if (visible < wanted) {
            showUpTo(wanted);
        } else if (waited() > MISSED_NANOS) {
            refreshing.lock();
            showWhatWaits();
        } else if (waited() > STALE_NANOS && refreshing.tryLock()) {
            showWhatWaits();
        }
        return acquire();
    }

    private void showUpTo(long generation) throws IOException {
        refreshing.lock();
        try {
            if (visible < generation) {
                refresh();
            }
        } finally {
            refreshing.unlock();
        }
    }

    /** How long the oldest change has been waiting to be seen, in nanoseconds; 0 if none is. */
    private long waited() {
        long since = waiting.get();
        return since == NOTHING || !behind() ? 0 : now() - since;
    }

    /** Holds the lock before and not behind it. */
    private void showWhatWaits() {
        try {
            // unless somebody did it meanwhile: at a hundred saves a second there is always something younger
            if (waited() > STALE_NANOS) {
                refresh();
            }
        } catch (IOException | AlreadyClosedException failed) {
            // nobody asked for what is new; what was seen before is still there
            LOG.log(Level.DEBUG, "what was saved last cannot be shown yet", failed);
        } finally {
            refreshing.unlock();
        }
    }

    private Acquired acquire() throws IOException {
        while (true) {
            Open now = open;
            try {
                return new Acquired(
                        now.searchers(), (RememberingSearcher) now.searchers().acquire());
            } catch (AlreadyClosedException closed) {
                // unless the writer was opened again in this moment
                if (now == open) {
                    throw closed;
                }
            }
        }
    }

    /** Makes everything written searchable. */
    void show() throws IOException {
        refreshing.lock();
        try {
            refresh();
        } finally {
            refreshing.unlock();
        }
    }

    private void refresh() throws IOException {
        long start = now();
        long seen = applied.get();
        reopenSearchers();
        visible = seen;
        waiting.set(NOTHING);
        // in this order: what comes from here on tells so itself
        if (behind()) {
            waiting.compareAndSet(NOTHING, start);
        }
    }

    private void reopenSearchers() throws IOException {
        Open now = writable();
        try {
            now.searchers().maybeRefreshBlocking();
        } catch (IOException | AlreadyClosedException failed) {
            if (now.writer().isOpen()) {
                throw failed;
            }
            // the disk failed and took what was not committed: better found in the rest than not at all
            writable().searchers().maybeRefreshBlocking();
        }
    }

    /** The writer closes itself when the disk fails; the next change opens it again from what was committed. */
    private Open writable() throws IOException {
        Open now = open;
        return now.writer().isOpen() ? now : reopen();
    }

    /** Merges what many writes left, while nobody writes; called now and then. */
    void rest() throws IOException {
        Open now = open;
        if (now.writer().isOpen()) {
            int parts;
            try (Acquired seen = acquire()) {
                parts = seen.searcher().getIndexReader().leaves().size();
            }
            if (now.resting().goOn(now.writer(), now.directory(), parts)) {
                // else what was merged stays on the disk until the next change
                now.writer().commit();
                show();
            }
        }
    }

    private synchronized Open reopen() throws IOException {
        if (open.writer().isOpen()) {
            return open;
        }
        if (open.writer().getTragicException() == null) {
            throw new AlreadyClosedException("closed: " + folder);
        }
        Open broken = open;
        Open mended = open();
        mended.writer().setLiveCommitData(fingerprint.entrySet());
        open = mended;
        lost.set(true);
        broken.searchers().close();
        // not the directory in front of it: that would write what it has in memory to the disk that failed
        broken.disk().close();
        return mended;
    }

    @Override
    public void close() throws IOException {
        Open last = open;
        try (last.directory;
                last.writer) {
            last.searchers().close();
        }
    }

    /** Closes without keeping what was not committed. */
    void discard() throws IOException {
        open.searchers().close();
        open.writer().rollback();
        open.disk().close();
    }
}
