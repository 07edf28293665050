package org.quanhe.crm.search.lucene;

import java.io.EOFException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongSupplier;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.search.IndexReason;
import org.quanhe.crm.search.SearchAnswer;
import org.quanhe.crm.search.SearchExplanation;
import org.quanhe.crm.search.analysis.Spellings;
import org.quanhe.crm.search.spi.IndexChange;
import org.quanhe.crm.search.spi.IndexDocument;
import org.quanhe.crm.search.spi.ListAnswer;
import org.quanhe.crm.search.spi.ListRequest;
import org.quanhe.crm.search.spi.SearchBackend;
import org.quanhe.crm.search.spi.SearchRequest;
import org.quanhe.crm.search.spi.SearchUnavailable;

/** The search engine on Lucene: one index that serves, and one beside it while a rebuild is under way. */
final class LuceneBackend implements SearchBackend {
    private static final Logger LOG = System.getLogger(LuceneBackend.class.getName());

    private final IndexFolder folder;
    private final LuceneIndex.Storage storage;
    private final LongSupplier clock;
    private final AtomicLong applied = new AtomicLong();

    /** Changes share it; the moments at which the set of indexes changes have it alone. */
    private final ReadWriteLock indexes = new ReentrantReadWriteLock();

    private volatile LuceneIndex serving;
    private volatile @Nullable LuceneIndex building;
    private volatile Schema schema = Schema.EMPTY;
    private volatile boolean used;
    private volatile boolean shaped;
    private volatile boolean damaged;
    private volatile boolean interrupted;

    LuceneBackend(IndexFolder folder, LuceneIndex.Storage storage) throws IOException {
        this(folder, storage, System::nanoTime);
    }

    /** @param clock tells how long a change waits to be seen, in nanoseconds */
    LuceneBackend(IndexFolder folder, LuceneIndex.Storage storage, LongSupplier clock) throws IOException {
        this.folder = folder;
        this.storage = storage;
        this.clock = clock;
        Path path = folder.serving();
        this.damaged = folder.unreadable();
        this.interrupted = folder.removeAllBut(path);
        this.serving = open(path);
    }

    private LuceneIndex open(Path path) throws IOException {
        try {
            return new LuceneIndex(path, storage, applied, clock);
        } catch (CorruptIndexException
                | IndexFormatTooOldException
                | IndexFormatTooNewException
                | IndexNotFoundException
                | EOFException
                | NoSuchFileException
                | RuntimeException unreadable) {
            LOG.log(Level.WARNING, "The index in " + path + " cannot be read, an empty one is begun: " + unreadable);
            damaged = !(unreadable instanceof IndexFormatTooOldException
                    || unreadable instanceof IndexFormatTooNewException);
            folder.setAside(path);
            Path fresh = folder.next();
            folder.publish(fresh);
            return new LuceneIndex(fresh, storage, applied, clock);
        }
    }

    @Override
    public void use(List<RecordTypeView> types) {
        Schema next = new Schema(types);
        indexes.writeLock().lock();
        try {
            Map<String, String> wanted = next.fingerprint();
            Map<String, String> written = serving.fingerprint();
            // a field added while running is in no document yet; one that is new at start may be in every record
            boolean empty = written.isEmpty() && serving.versions().size() == 0;
            shaped = empty || (used ? shaped && Schema.onlyAdds(written, wanted) : written.equals(wanted));
            schema = next;
            used = true;
            if (shaped && !written.equals(wanted)) {
                serving.fingerprint(wanted);
            }
            LuceneIndex side = building;
            if (side != null) {
                side.fingerprint(wanted);
            }
        } finally {
            indexes.writeLock().unlock();
        }
    }

    @Override
    public Optional<IndexReason> need() {
        if (damaged) {
            return Optional.of(IndexReason.DAMAGE);
        }
        if (interrupted) {
            return Optional.of(IndexReason.INTERRUPTION);
        }
        return shaped ? Optional.empty() : Optional.of(IndexReason.SHAPE);
    }

    @Override
    public void verify() {
        LuceneIndex index = serving;
        try {
            IndexFiles.verify(index.folder());
        } catch (AlreadyClosedException replaced) {
            if (index == serving) {
                throw unavailable(replaced);
            }
        } catch (IOException failed) {
            throw unavailable(failed);
        }
    }

    private SearchUnavailable unavailable(Exception failed) {
        if (failed instanceof CorruptIndexException
                || failed instanceof EOFException
                || failed instanceof NoSuchFileException) {
            LOG.log(Level.ERROR, "The index is damaged and will be built anew: " + failed);
            damaged = true;
        }
        return new SearchUnavailable(failed);
    }

    @Override
    public long apply(List<IndexChange> changes) {
        indexes.readLock().lock();
        try {
            LuceneIndex side = building;
            DocumentMapping mapping = new DocumentMapping(schema);
            for (IndexChange change : changes) {
                if (change instanceof IndexChange.Put put) {
                    IndexDocument record = put.document();
                    Document document = mapping.map(record);
                    serving.put(record.ref(), record.version(), document);
                    if (side != null) {
                        side.put(record.ref(), record.version(), document);
                    }
                } else if (change instanceof IndexChange.Remove gone) {
                    serving.remove(gone.ref(), gone.version());
                    if (side != null) {
                        side.remove(gone.ref(), gone.version());
                    }
                } else if (change instanceof IndexChange.Mend mend) {
                    // the index beside it comes from the database anyway
                    mend(mend, mapping);
                }
            }
            long generation = applied.incrementAndGet();
            serving.changed();
            return generation;
        } catch (IOException | AlreadyClosedException failed) {
            throw unavailable(failed);
        } finally {
            indexes.readLock().unlock();
        }
    }

    private void mend(IndexChange.Mend mend, DocumentMapping mapping) throws IOException {
        IndexDocument right = mend.document();
        long found = mend.found() == null ? LongVersions.ABSENT : mend.found();
        if (right == null) {
            serving.removeFound(mend.ref(), found);
        } else {
            serving.replace(mend.ref(), found, right.version(), mapping.map(right));
        }
    }

    @Override
    public void commit() {
        indexes.readLock().lock();
        try {
            serving.commit();
        } catch (IOException | AlreadyClosedException failed) {
            throw unavailable(failed);
        } finally {
            indexes.readLock().unlock();
        }
    }

    @Override
    public void rest() {
        indexes.readLock().lock();
        try {
            serving.rest();
        } catch (IOException | AlreadyClosedException failed) {
            throw unavailable(failed);
        } finally {
            indexes.readLock().unlock();
        }
    }

    /** A question to a searcher. */
    private interface Question<T> {
        T ask(RememberingSearcher searcher) throws IOException;
    }

    private <T> T ask(long generation, Question<T> question) {
        while (true) {
            LuceneIndex index = serving;
            try (Acquired acquired = index.acquire(generation)) {
                return question.ask(acquired.searcher());
            } catch (AlreadyClosedException closed) {
                // a rebuild was published in this moment: ask the new index
                if (index == serving) {
                    throw unavailable(closed);
                }
            } catch (IOException failed) {
                throw unavailable(failed);
            }
        }
    }

    @Override
    public SearchAnswer search(SearchRequest request) {
        return ask(request.generation(), searcher -> Searches.answer(searcher, schema, request));
    }

    @Override
    public SearchExplanation explain(SearchRequest request, RecordRef record) {
        return ask(request.generation(), searcher -> Explained.of(searcher, schema, request, record));
    }

    @Override
    public ListAnswer list(ListRequest request) {
        return ask(request.generation(), searcher -> Lists.page(searcher, schema, request));
    }

    @Override
    public long count(ListRequest request, int cap) {
        return ask(request.generation(), searcher -> {
            Tally tally = Tally.of(searcher, Lists.query(schema, request), List.of(), cap);
            return tally.total();
        });
    }

    @Override
    public Set<String> spellings(String name) {
        return Spellings.of(name);
    }

    @Override
    public Set<String> spellingsOfOrganisation(String name) {
        return Spellings.ofOrganisation(name);
    }

    @Override
    public long documents() {
        return serving.versions().size();
    }

    @Override
    public SortedMap<Long, Long> versions(String type, long behind, int most) {
        return serving.versions().next(type, behind, most);
    }

    @Override
    public @Nullable Long version(RecordRef ref) {
        long version = serving.versions().version(ref);
        return version == LongVersions.ABSENT ? null : version;
    }

    @Override
    public Rebuild rebuild() {
        indexes.writeLock().lock();
        try {
            if (building != null) {
                throw new IllegalStateException("a rebuild is under way; publish or close it first");
            }
            LuceneIndex side = new LuceneIndex(folder.next(), storage, applied, clock);
            side.fingerprint(schema.fingerprint());
            building = side;
            return new SideIndex(side);
        } catch (IOException failed) {
            throw unavailable(failed);
        } finally {
            indexes.writeLock().unlock();
        }
    }

    @Override
    public void close() {
        indexes.writeLock().lock();
        try {
            LuceneIndex side = building;
            building = null;
            try {
                if (side != null) {
                    side.discard();
                }
            } finally {
                serving.close();
            }
        } catch (IOException | AlreadyClosedException failed) {
            throw unavailable(failed);
        } finally {
            indexes.writeLock().unlock();
        }
    }

    /** The index beside the serving one. */
    private final class SideIndex implements Rebuild {
        private final LuceneIndex side;

        SideIndex(LuceneIndex side) {
            this.side = side;
        }

        @Override
        public void add(List<IndexDocument> documents) {
            try {
                DocumentMapping mapping = new DocumentMapping(schema);
                for (IndexDocument record : documents) {
                    side.put(record.ref(), record.version(), mapping.map(record));
                }
            } catch (IOException | AlreadyClosedException failed) {
                throw unavailable(failed);
            }
        }

        @Override
        public void publish() {
            try {
                // the long part of writing to disk, before anybody has to wait
                side.commit();
                indexes.writeLock().lock();
                try {
                    side.commit();
                    side.show();
                    folder.publish(side.folder());
                    LuceneIndex old = serving;
                    serving = side;
                    building = null;
                    shaped = true;
                    damaged = false;
                    interrupted = false;
                    remove(old);
                } finally {
                    indexes.writeLock().unlock();
                }
            } catch (IOException | AlreadyClosedException failed) {
                throw unavailable(failed);
            }
        }

        /** The new one serves already: what cannot be removed of the old one goes with the next start. */
        private void remove(LuceneIndex old) {
            try {
                old.discard();
                folder.delete(old.folder());
            } catch (IOException | RuntimeException broken) {
                LOG.log(Level.WARNING, "The old index cannot be removed: " + broken);
            }
        }

        @Override
        public void close() {
            indexes.writeLock().lock();
            try {
                if (building == side) {
                    building = null;
                    side.discard();
                    folder.delete(side.folder());
                }
            } catch (IOException failed) {
                throw unavailable(failed);
            } finally {
                indexes.writeLock().unlock();
            }
        }
    }
}
