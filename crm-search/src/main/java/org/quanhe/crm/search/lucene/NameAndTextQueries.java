package org.quanhe.crm.search.lucene;

import static org.quanhe.crm.search.lucene.TermQueries.beginning;
import static org.quanhe.crm.search.lucene.TermQueries.constant;
import static org.quanhe.crm.search.lucene.TermQueries.term;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.quanhe.crm.search.analysis.Word;

/**
 * What raises a record of which somebody typed the name and behind or before it something else that stands together:
 * "lan dieu hoa" is a Lan who asked for a điều hoà.
 */
final class NameAndTextQueries {
    private static final float NAME_AND_TEXT = 40;
    private static final int LONGEST_NAME = 3;
    private static final int SHORTEST_TEXT = 2;

    private NameAndTextQueries() {}

    /** @param words what was typed, none of it in characters */
    static List<Query> of(List<Word> words) {
        List<Query> all = new ArrayList<>();
        for (int name = 1; name <= Math.min(LONGEST_NAME, words.size() - SHORTEST_TEXT); name++) {
            int text = words.size() - name;
            all.add(query(words.subList(0, name), words.subList(name, words.size()), false));
            all.add(query(words.subList(text, words.size()), words.subList(0, text), true));
        }
        return all;
    }

    /** @param nameLast what was typed last may be a beginning */
    private static Query query(List<Word> name, List<Word> text, boolean nameLast) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (int i = 0; i < name.size(); i++) {
            String word = name.get(i).folded();
            boolean open = nameLast && i + 1 == name.size() && word.length() <= SearchTerms.LONGEST_TITLE_PREFIX;
            all.add(term(open ? Fields.TITLE_PREFIX : Fields.TITLE_WORD, word), Occur.MUST);
        }
        for (int i = 0; i + 1 < text.size(); i++) {
            String pair = WordPairs.pair(text.get(i).folded(), text.get(i + 1).folded());
            boolean open = !nameLast && i + 2 == text.size();
            all.add(beginning(!open, Fields.OTHER_PAIR, Fields.OTHER_PAIR, pair), Occur.MUST);
        }
        return constant(all.build(), NAME_AND_TEXT);
    }
}
