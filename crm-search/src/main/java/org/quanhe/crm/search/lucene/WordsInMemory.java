package org.quanhe.crm.search.lucene;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.FieldKind;

/** The terms of one record, and whether they answer a query of {@link WordQueries}. */
final class WordsInMemory {
    private final Map<String, NavigableSet<String>> terms = new HashMap<>();

    private WordsInMemory(Document document) {
        for (IndexableField field : document) {
            BytesRef term = field.binaryValue();
            terms.computeIfAbsent(field.name(), name -> new TreeSet<>()).add(term.utf8ToString());
        }
    }

    /** Made by what makes the terms of the index. */
    static WordsInMemory of(StoredTexts texts, Function<String, FieldKind> kinds) {
        Document document = new Document();
        SearchTerms made = new SearchTerms(document);
        made.title(texts.title());
        texts.searched().forEach(text -> made.searched(kinds.apply(text.field()), text.text()));
        String externalId = texts.values().get(DocumentMapping.EXTERNAL_ID);
        if (externalId != null) {
            made.key(externalId);
        }
        made.close();
        return new WordsInMemory(document);
    }

    boolean answer(Query query) {
        if (query instanceof BooleanQuery all) {
            return together(all);
        }
        if (query instanceof DisjunctionMaxQuery best) {
            return best.getDisjuncts().stream().anyMatch(this::answer);
        }
        if (query instanceof BoostQuery boosted) {
            return answer(boosted.getQuery());
        }
        if (query instanceof ConstantScoreQuery constant) {
            return answer(constant.getQuery());
        }
        if (query instanceof TermQuery one) {
            return of(one.getTerm()).contains(one.getTerm().text());
        }
        if (query instanceof BeginningQuery beginning) {
            String wanted = beginning.beginning().text();
            String next = of(beginning.beginning()).ceiling(wanted);
            return next != null && next.startsWith(wanted);
        }
        return query instanceof MatchAllDocsQuery;
    }

    private NavigableSet<String> of(Term term) {
        return terms.getOrDefault(term.field(), new TreeSet<>());
    }

    private boolean together(BooleanQuery all) {
        int wanted = all.getMinimumNumberShouldMatch();
        int should = 0;
        boolean must = false;
        for (BooleanClause clause : all) {
            boolean holds = answer(clause.getQuery());
            if (clause.isRequired() && !holds) {
                return false;
            }
            must |= clause.isRequired();
            should += clause.getOccur() == Occur.SHOULD && holds ? 1 : 0;
        }
        return should >= Math.max(wanted, must ? 0 : 1);
    }

    /** The same query as titles alone answer it: they are always read. */
    static Query titlesOnly(Query query) {
        if (query instanceof BooleanQuery all) {
            BooleanQuery.Builder part =
                    new BooleanQuery.Builder().setMinimumNumberShouldMatch(all.getMinimumNumberShouldMatch());
            all.forEach(clause -> part.add(titlesOnly(clause.getQuery()), clause.getOccur()));
            return part.build();
        }
        if (query instanceof DisjunctionMaxQuery best) {
            List<Query> parts =
                    best.getDisjuncts().stream().map(WordsInMemory::titlesOnly).toList();
            return new DisjunctionMaxQuery(parts, best.getTieBreakerMultiplier());
        }
        if (query instanceof BoostQuery boosted) {
            return titlesOnly(boosted.getQuery());
        }
        if (query instanceof ConstantScoreQuery constant) {
            return titlesOnly(constant.getQuery());
        }
        String field = field(query);
        return field == null || field.startsWith(Fields.TITLE) ? query : new MatchNoDocsQuery("no title");
    }

    private static @Nullable String field(Query query) {
        if (query instanceof TermQuery one) {
            return one.getTerm().field();
        }
        if (query instanceof BeginningQuery beginning) {
            return beginning.getField();
        }
        return null;
    }
}
