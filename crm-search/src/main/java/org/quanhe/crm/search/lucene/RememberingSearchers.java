package org.quanhe.crm.search.lucene;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.QueryCache;
import org.apache.lucene.search.QueryCachingPolicy;
import org.apache.lucene.search.SearcherFactory;

/** Makes the searchers of an index, and reads what they need of its great parts before anybody waits for it. */
final class RememberingSearchers extends SearcherFactory implements IndexWriter.IndexReaderWarmer {
    private final WordsOfParts words = new WordsOfParts();
    private final QueryCache kept = ScopesFirst.cache();
    private final QueryCachingPolicy keeping = new ScopesFirst();

    @Override
    public IndexSearcher newSearcher(IndexReader reader, IndexReader previous) {
        IndexSearcher searcher = new RememberingSearcher(reader, words);
        searcher.setSimilarity(new ShortTitlesFirst());
        searcher.setQueryCache(kept);
        searcher.setQueryCachingPolicy(keeping);
        return searcher;
    }

    @Override
    public void warm(LeafReader merged) throws IOException {
        for (String field : Vocabulary.FIELDS) {
            words.of(merged, field);
        }
    }
}
