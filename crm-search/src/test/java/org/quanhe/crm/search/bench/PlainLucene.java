package org.quanhe.crm.search.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Lucene as it comes: StandardAnalyzer over the same texts in one field, and the QueryParser on what was typed, its
 * signs escaped. Hits with more of the words come first, as is its custom.
 */
final class PlainLucene implements Competitor {
    private static final String TEXT = "text";
    private static final String NUMBER = "number";

    private final Path folder = Folders.fresh("plain");
    private final StandardAnalyzer analyzer = new StandardAnalyzer();
    private final IndexWriter writer;
    private @Nullable IndexSearcher searcher;

    PlainLucene() {
        try {
            writer = new IndexWriter(FSDirectory.open(folder), new IndexWriterConfig(analyzer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "plain Lucene";
    }

    @Override
    public void add(List<Customer> customers) {
        try {
            for (Customer customer : customers) {
                Document document = new Document();
                document.add(new StoredField(NUMBER, customer.number()));
                texts(customer).forEach(text -> document.add(new TextField(TEXT, text, Field.Store.NO)));
                writer.addDocument(document);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> texts(Customer customer) {
        List<String> texts = new ArrayList<>(List.of(
                customer.name(),
                customer.company().written(),
                customer.street(),
                customer.city(),
                customer.notes(),
                "KH-" + customer.number()));
        customer.phones().forEach(phone -> texts.add(phone.written()));
        texts.addAll(customer.mails());
        texts.addAll(customer.tags());
        return texts;
    }

    @Override
    public void finish() {
        try {
            writer.commit();
            searcher = new IndexSearcher(DirectoryReader.open(writer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Long> firstTen(String text) {
        IndexSearcher index = searcher;
        if (index == null) {
            throw new IllegalStateException("not finished");
        }
        try {
            List<Long> numbers = new ArrayList<>();
            for (ScoreDoc hit : index.search(
                            new QueryParser(TEXT, analyzer).parse(QueryParser.escape(text)), Labelled.FIRST)
                    .scoreDocs) {
                numbers.add(index.storedFields()
                        .document(hit.doc)
                        .getField(NUMBER)
                        .numericValue()
                        .longValue());
            }
            return numbers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    @Override
    public long bytes() {
        return Folders.bytes(folder);
    }

    @Override
    public void close() {
        try {
            writer.close();
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
