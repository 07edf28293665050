package org.quanhe.crm.search.lucene;

import java.io.Closeable;
import java.io.IOException;
import org.apache.lucene.search.SearcherManager;

/** A searcher in use. */
record Acquired(SearcherManager from, RememberingSearcher searcher) implements Closeable {
    @Override
    public void close() throws IOException {
        from.release(searcher);
    }
}
