package org.quanhe.crm.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.search.IndexReason;
import org.quanhe.crm.search.spi.IndexChange;
import org.quanhe.crm.search.spi.IndexDocument;
import org.quanhe.crm.search.spi.SearchBackend;
import org.quanhe.crm.search.spi.SearchRequest;
import org.quanhe.crm.search.spi.SearchUnavailable;

/** The index after crashes, damage and failing disks. */
class RecoveryTest {
    private static final String TYPE = "customers";

    @TempDir
    private Path folder;

    private volatile boolean full;

    private SearchBackend open(Path at) {
        try {
            SearchBackend backend =
                    new LuceneBackend(new IndexFolder(at), path -> new FilterDirectory(FSDirectory.open(path)) {
                        @Override
                        public IndexOutput createOutput(String name, IOContext context) throws IOException {
                            if (full) {
                                throw new IOException("no space left on device");
                            }
                            return super.createOutput(name, context);
                        }
                    });
            backend.use(List.of(type()));
            return backend;
        } catch (IOException failed) {
            throw new SearchUnavailable(failed);
        }
    }

    private static RecordTypeView type() {
        FieldView name = new FieldView(
                "name", FieldKind.TEXT, "name", List.of(), "", "", 0, java.util.Set.of(FieldView.Use.TITLE));
        return new RecordTypeView(TYPE, "pi-users", List.of(name), "name", true, true, true);
    }

    private static List<IndexChange> put(long... ids) {
        return LongStream.of(ids)
                .mapToObj(id -> (IndexChange) new IndexChange.Put(document(id)))
                .toList();
    }

    private static IndexDocument document(long id) {
        return new IndexDocument(new RecordRef(TYPE, id), 1, "Anna", "", Map.of("name", "Anna"));
    }

    private static long hits(SearchBackend backend, long generation) {
        return backend.search(new SearchRequest("anna", Map.of(TYPE, Filter.ALL), List.of(), 10, null, generation))
                .total();
    }

    private static Map<Long, Long> versions(SearchBackend backend) {
        return backend.versions(TYPE, Long.MIN_VALUE, 1_000);
    }

    @Test
    void killedServerKeepsWhatWasCommitted(@TempDir Path copy) throws IOException {
        try (SearchBackend backend = open(folder)) {
            backend.apply(put(1, 2));
            backend.commit();
            backend.apply(put(3));
            // what a killed server leaves is what stands in its files now
            copy(folder, copy);
        }
        try (SearchBackend after = open(copy)) {
            assertThat(versions(after)).containsOnlyKeys(1L, 2L);
            assertThat(after.fits()).isTrue();
            assertThat(hits(after, after.apply(put(3)))).isEqualTo(3);
        }
    }

    @Test
    void killInTheMiddleOfARebuildKeepsTheOldIndex(@TempDir Path copy) throws IOException {
        try (SearchBackend backend = open(folder)) {
            backend.apply(put(1));
            backend.commit();
            try (SearchBackend.Rebuild rebuild = backend.rebuild()) {
                rebuild.add(List.of(new IndexDocument(new RecordRef(TYPE, 9), 1, "Anna", "", Map.of())));
                copy(folder, copy);
            }
        }
        try (SearchBackend after = open(copy)) {
            assertThat(versions(after)).containsOnlyKeys(1L);
            assertThat(after.need()).contains(IndexReason.INTERRUPTION);
        }
        try (Stream<Path> left = Files.list(copy)) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("serving", "index-1");
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"segments_", ".si", ".fnm", ".tim", ".dvd", "serving"})
    void damagedIndexIsMovedAwayAndAnEmptyOneBegun(String file) throws IOException {
        try (SearchBackend backend = open(folder)) {
            backend.apply(put(1, 2));
        }
        damage(file);
        try (SearchBackend healed = open(folder)) {
            assertThat(healed.documents()).isZero();
            assertThat(healed.need()).contains(IndexReason.DAMAGE);
            assertThat(hits(healed, healed.apply(put(1)))).isEqualTo(1);
            healed.commit();
        }
        try (SearchBackend again = open(folder)) {
            assertThat(versions(again)).containsOnlyKeys(1L);
        }
    }

    private void damage(String file) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.filter(Files::isRegularFile)
                    .filter(path -> path.getFileName().toString().contains(file))
                    .toList()) {
                try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                    channel.truncate(channel.size() / 2);
                }
            }
        }
    }

    /** Bytes in the middle of the large files are read by nobody when an index is opened. */
    @ParameterizedTest
    @ValueSource(strings = {".tim", ".doc", ".dvd", ".fdt", ".nvd"})
    void flippedByteIsFoundByReadingAll(String file) throws IOException {
        try (SearchBackend backend = open(folder)) {
            backend.apply(put(1, 2));
        }
        flip(file);
        try (SearchBackend backend = open(folder)) {
            if (backend.need().isEmpty()) {
                assertThatThrownBy(backend::verify).isInstanceOf(SearchUnavailable.class);
            }
            assertThat(backend.need()).contains(IndexReason.DAMAGE);
            try (SearchBackend.Rebuild rebuild = backend.rebuild()) {
                rebuild.add(List.of(document(1), document(2)));
                rebuild.publish();
            }
            assertThat(backend.need()).isEmpty();
            assertThat(hits(backend, 0)).isEqualTo(2);
            backend.verify();
        }
    }

    private void flip(String file) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files =
                    all.filter(path -> path.toString().endsWith(file)).toList();
            assertThat(files).isNotEmpty();
            for (Path path : files) {
                byte[] bytes = Files.readAllBytes(path);
                bytes[bytes.length / 2] ^= 0x10;
                Files.write(path, bytes);
            }
        }
    }

    @Test
    void recordThatIsInItTwiceIsDamage() throws IOException {
        try (SearchBackend backend = open(folder)) {
            backend.apply(put(1, 2));
        }
        Path index = folder.resolve("index-1");
        try (FSDirectory directory = FSDirectory.open(index);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            writer.addDocument(new DocumentMapping(new Schema(List.of(type()))).map(document(2)));
        }
        try (SearchBackend backend = open(folder)) {
            assertThat(backend.need()).contains(IndexReason.DAMAGE);
        }
    }

    @Test
    void secondServerOnTheSameFolderIsRefusedAndHarmsNothing() {
        try (SearchBackend backend = open(folder)) {
            backend.apply(put(1));
            assertThatThrownBy(() -> open(folder)).isInstanceOf(SearchUnavailable.class);
            assertThat(hits(backend, backend.apply(put(2)))).isEqualTo(2);
        }
    }

    @Test
    void fullDiskIsToldAndTheNextChangesWorkAgain() {
        try (SearchBackend backend = open(folder)) {
            backend.apply(put(1));
            backend.commit();
            backend.apply(put(2));
            full = true;
            assertThatThrownBy(backend::commit).isInstanceOf(SearchUnavailable.class);
            assertThatThrownBy(() -> {
                        backend.apply(put(3));
                        backend.commit();
                    })
                    .isInstanceOf(SearchUnavailable.class);
            full = false;
            assertThat(recovered(backend)).isEqualTo(3);
            assertThat(versions(backend)).containsOnlyKeys(1L, 2L, 3L);
        }
    }

    /** What the outbox does: until a commit succeeds it brings everything again. */
    private static long recovered(SearchBackend backend) {
        for (int tries = 0; tries < 5; tries++) {
            try {
                long generation = backend.apply(put(2, 3));
                backend.commit();
                return hits(backend, generation);
            } catch (SearchUnavailable lost) {
                // once more
            }
        }
        throw new AssertionError("the index did not recover");
    }

    @Test
    void commitTellsOnceThatAFailedDiskTookChanges() {
        try (SearchBackend backend = open(folder)) {
            backend.apply(put(1));
            backend.commit();
            backend.apply(put(2));
            full = true;
            // making changes visible writes files as well: a search may be what meets the full disk first
            assertThat(hits(backend, Long.MAX_VALUE)).isEqualTo(1);
            full = false;
            backend.apply(put(3));
            assertThatThrownBy(backend::commit).isInstanceOf(SearchUnavailable.class);
            assertThat(hits(backend, backend.apply(put(2)))).isEqualTo(3);
            backend.commit();
        }
    }

    @Test
    void searchesGoOnWhileTheDiskIsFull() {
        try (SearchBackend backend = open(folder)) {
            backend.apply(put(1));
            backend.commit();
            long generation = backend.apply(put(2));
            full = true;
            for (int tries = 0; tries < 20; tries++) {
                long id = 3 + tries;
                assertThatThrownBy(() -> {
                            backend.apply(put(id));
                            backend.commit();
                        })
                        .isInstanceOf(SearchUnavailable.class);
                assertThat(hits(backend, generation)).isBetween(1L, 2L);
            }
            full = false;
            assertThat(recovered(backend)).isEqualTo(3);
        }
    }
}
