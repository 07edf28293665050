package org.quanhe.crm.search.lucene;

import java.io.IOException;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.LRUQueryCache;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryCache;
import org.apache.lucene.search.QueryCachingPolicy;
import org.apache.lucene.search.UsageTrackingQueryCachingPolicy;

/**
 * What is kept of what was found: what somebody may see at once, other conditions once they are asked often. Words that
 * were typed are not: a search makes many questions of them, and hardly one of them is asked again.
 */
final class ScopesFirst implements QueryCachingPolicy {
    private static final int MOST_QUERIES = 1_000;
    private static final long MOST_BYTES = 16L * 1024 * 1024;

    private final QueryCachingPolicy usual = new UsageTrackingQueryCachingPolicy();

    /** A new place to keep things in; small parts of the index count too, each search visits them all. */
    static QueryCache cache() {
        return new LRUQueryCache(MOST_QUERIES, MOST_BYTES, part -> true, Float.MAX_VALUE);
    }

    @Override
    public void onUse(Query query) {
        if (!isScope(query) && !isWords(query)) {
            usual.onUse(query);
        }
    }

    @Override
    public boolean shouldCache(Query query) throws IOException {
        return isScope(query) || !isWords(query) && usual.shouldCache(query);
    }

    private static boolean isScope(Query query) {
        return query instanceof ScopeQuery;
    }

    private static boolean isWords(Query query) {
        return query instanceof BooleanQuery || query instanceof DisjunctionMaxQuery;
    }
}
