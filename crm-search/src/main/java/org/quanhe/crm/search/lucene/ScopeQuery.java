package org.quanhe.crm.search.lucene;

import java.io.IOException;
import org.apache.lucene.search.FilterWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/**
 * Which records somebody may see. Each search asks it several times and everybody who has the same rights asks the
 * same, so what it finds in a part of the index is kept with that part ({@link ScopesFirst}). It finds and never ranks.
 */
final class ScopeQuery extends Query {
    private final Query records;

    ScopeQuery(Query records) {
        this.records = records;
    }

    @Override
    public Query rewrite(IndexSearcher searcher) throws IOException {
        Query rewritten = records.rewrite(searcher);
        if (rewritten instanceof MatchNoDocsQuery) {
            return rewritten;
        }
        return rewritten == records ? this : new ScopeQuery(rewritten);
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) throws IOException {
        return new FilterWeight(this, searcher.createWeight(records, ScoreMode.COMPLETE_NO_SCORES, 1)) {};
    }

    @Override
    public String toString(String field) {
        return "within(" + records.toString(field) + ")";
    }

    @Override
    public void visit(QueryVisitor visitor) {
        records.visit(visitor);
    }

    @Override
    public boolean equals(Object other) {
        return sameClassAs(other) && records.equals(((ScopeQuery) other).records);
    }

    @Override
    public int hashCode() {
        return 31 * classHash() + records.hashCode();
    }
}
