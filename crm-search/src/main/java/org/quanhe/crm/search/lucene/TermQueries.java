package org.quanhe.crm.search.lucene;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** The smallest parts of which the queries of a search are made. */
final class TermQueries {
    private TermQueries() {}

    static Query term(String field, String term) {
        return new TermQuery(new Term(field, term));
    }

    /** Weighed by how much of the text the term is, where the field keeps that. */
    static Query term(String field, String term, float boost) {
        return new BoostQuery(term(field, term), boost);
    }

    /** The same weight for every record that it finds. */
    static Query constant(Query query, float boost) {
        return new BoostQuery(new ConstantScoreQuery(query), boost);
    }

    static Query prefix(String field, String beginning) {
        return new BeginningQuery(new Term(field, beginning));
    }

    /** Short beginnings are terms of their own; of long ones there are so few that a range of words is as good. */
    static Query beginning(boolean isTerm, String terms, String words, String word) {
        return isTerm ? term(terms, word) : prefix(words, word);
    }

    /** The same with a weight. */
    static Query beginning(boolean isTerm, String terms, String words, String word, float boost) {
        return isTerm ? term(terms, word, boost) : constant(prefix(words, word), boost);
    }
}
