package org.quanhe.crm.search.lucene;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.store.FSDirectory;
import org.quanhe.crm.search.spi.SearchBackend;
import org.quanhe.crm.search.spi.SearchBackendProvider;
import org.quanhe.crm.search.spi.SearchUnavailable;

/** Lucene in a folder of this machine. */
public final class LuceneBackendProvider implements SearchBackendProvider {
    @Override
    public String id() {
        return "lucene";
    }

    @Override
    public SearchBackend open(Path folder) {
        try {
            return new LuceneBackend(new IndexFolder(folder), FSDirectory::open);
        } catch (IOException unreachable) {
            throw new SearchUnavailable(unreachable);
        }
    }
}
