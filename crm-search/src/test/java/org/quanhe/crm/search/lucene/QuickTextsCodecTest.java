package org.quanhe.crm.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

class QuickTextsCodecTest {
    private static void add(Directory directory, IndexWriterConfig config, int from, int to, boolean oneAfter)
            throws IOException {
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (int i = from; i < to; i++) {
                Document document = new Document();
                document.add(new StoredField("text", text(i)));
                writer.addDocument(document);
            }
            if (oneAfter) {
                writer.forceMerge(1);
            }
        }
    }

    /** Of all lengths, empty ones and such as fill several portions among them. */
    private static String text(int number) {
        return ("Nguyễn 张伟 " + number + " ").repeat(number % 400);
    }

    private static List<String> texts(Directory directory) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < reader.maxDoc(); i++) {
                texts.add(reader.storedFields().document(i).get("text"));
            }
            return texts;
        }
    }

    @Test
    void partsOfBeforeAreReadBesideItsOwnAndBecomeThose() throws IOException {
        try (Directory directory = new ByteBuffersDirectory()) {
            add(directory, new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE), 0, 500, false);
            IndexWriterConfig quick =
                    new IndexWriterConfig().setCodec(new QuickTextsCodec()).setMergePolicy(NoMergePolicy.INSTANCE);
            add(directory, quick, 500, 900, false);
            List<String> wanted = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                wanted.add(text(i));
            }
            assertThat(texts(directory)).isEqualTo(wanted.subList(0, 900));

            add(directory, new IndexWriterConfig().setCodec(new QuickTextsCodec()), 900, 1_000, true);
            assertThat(texts(directory)).containsExactlyInAnyOrderElementsOf(wanted);
        }
    }

    @Test
    void luceneFindsItByItsName() {
        assertThat(Codec.forName(new QuickTextsCodec().getName())).isInstanceOf(QuickTextsCodec.class);
    }
}
