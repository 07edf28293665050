package org.quanhe.crm.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.NRTCachingDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is merged is the same, and the files that searches have mapped are hardly touched for it. */
class UnmappedMergesTest {
    private static final int PART = 3_000;
    private static final int PARTS = 3;

    @TempDir
    private Path folder;

    private final AtomicLong read = new AtomicLong();

    /** Counts what is read of files as searches have them. */
    private Directory counting() throws IOException {
        return new FilterDirectory(FSDirectory.open(folder)) {
            @Override
            public IndexInput openInput(String name, IOContext context) throws IOException {
                return new Counting(in.openInput(name, context));
            }
        };
    }

    private final class Counting extends IndexInput {
        private final IndexInput in;

        Counting(IndexInput in) {
            super(in.toString());
            this.in = in;
        }

        @Override
        public byte readByte() throws IOException {
            read.incrementAndGet();
            return in.readByte();
        }

        @Override
        public void readBytes(byte[] bytes, int offset, int length) throws IOException {
            read.addAndGet(length);
            in.readBytes(bytes, offset, length);
        }

        @Override
        public IndexInput clone() {
            return new Counting(in.clone());
        }

        @Override
        public IndexInput slice(String what, long offset, long length) throws IOException {
            return new Counting(in.slice(what, offset, length));
        }

        @Override
        public void close() throws IOException {
            in.close();
        }

        @Override
        public long getFilePointer() {
            return in.getFilePointer();
        }

        @Override
        public void seek(long position) throws IOException {
            in.seek(position);
        }

        @Override
        public long length() {
            return in.length();
        }
    }

    private static Document customer(int id) {
        String words = IntStream.range(0, 60)
                .mapToObj(i -> Long.toUnsignedString((id * 60L + i) * 0x9E3779B97F4A7C15L, 36))
                .collect(Collectors.joining(" "));
        Document document = new Document();
        document.add(new StringField("key", "k" + id, Field.Store.YES));
        document.add(new TextField("words", words, Field.Store.NO));
        document.add(new StoredField("texts", words));
        document.add(new SortedSetDocValuesField("city", new BytesRef("city" + id % 7)));
        document.add(new LongPoint("amount", id));
        return document;
    }

    private void write(boolean compound) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig()
                .setCodec(new QuickTextsCodec())
                .setUseCompoundFile(compound)
                .setMergePolicy(NoMergePolicy.INSTANCE)
                .setRAMBufferSizeMB(256);
        try (Directory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, config)) {
            for (int id = 0; id < PART * PARTS; id++) {
                writer.addDocument(customer(id));
                if ((id + 1) % PART == 0) {
                    writer.commit();
                }
            }
            writer.deleteDocuments(new Term("key", "k17"));
        }
    }

    /** Merges all parts into one, and returns how much was read of mapped files for that. */
    private long merged(UnaryOperator<MergePolicy> reading) throws IOException {
        read.set(0);
        IndexWriterConfig config = new IndexWriterConfig()
                .setCodec(new QuickTextsCodec())
                .setMergePolicy(reading.apply(new TieredMergePolicy()));
        try (Directory directory = counting();
                IndexWriter writer = new IndexWriter(directory, config)) {
            writer.forceMerge(1);
            long all = read.get();
            writer.rollback();
            return all;
        }
    }

    private void merge() throws IOException {
        IndexWriterConfig config = new IndexWriterConfig()
                .setCodec(new QuickTextsCodec())
                .setMergePolicy(UnmappedMerges.of(new TieredMergePolicy(), folder));
        try (Directory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, config)) {
            writer.forceMerge(1);
        }
    }

    private long found(IndexSearcher searcher, Query query) throws IOException {
        return searcher.count(query);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void largePartsAreReadFromTheirFiles(boolean compound) throws IOException {
        write(compound);
        long mapped = merged(merges -> merges);
        assertThat(merged(merges -> UnmappedMerges.of(merges, folder)))
                .as("of %,d bytes that a merge reads", mapped)
                .isLessThan(mapped / 20);
        merge();
        try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder))) {
            assertThat(reader.leaves()).hasSize(1);
            assertThat(reader.numDocs()).isEqualTo(PART * PARTS - 1);
            IndexSearcher searcher = new IndexSearcher(reader);
            assertThat(found(searcher, new TermQuery(new Term("key", "k17")))).isZero();
            assertThat(found(searcher, LongPoint.newRangeQuery("amount", 16, 18)))
                    .isEqualTo(2);
            for (int id : new int[] {0, 18, PART * PARTS - 1}) {
                var hit = searcher.search(new TermQuery(new Term("key", "k" + id)), 1).scoreDocs[0].doc;
                String words = reader.storedFields().document(hit).get("texts");
                assertThat(words).isEqualTo(customer(id).get("texts"));
                assertThat(found(searcher, new TermQuery(new Term("words", words.split(" ")[59]))))
                        .isPositive();
            }
        }
    }

    @Test
    void whatIsInMemoryAloneIsMergedFromThere() throws IOException {
        IndexWriterConfig config = new IndexWriterConfig()
                .setCodec(new QuickTextsCodec())
                .setMergePolicy(UnmappedMerges.of(new TieredMergePolicy(), folder));
        try (Directory directory = new NRTCachingDirectory(FSDirectory.open(folder), 64, 64);
                IndexWriter writer = new IndexWriter(directory, config)) {
            for (int id = 0; id < PART * 2; id++) {
                writer.addDocument(customer(id));
                if (id % PART == PART - 1) {
                    writer.flush();
                }
            }
            writer.forceMerge(1);
            writer.commit();
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                assertThat(reader.leaves()).hasSize(1);
                assertThat(reader.numDocs()).isEqualTo(PART * 2);
            }
        }
    }
}
