package org.quanhe.crm.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.search.spi.ListAnswer;
import org.quanhe.crm.search.spi.ListRequest;

/** Answers list pages. Going back is going on in the turned order. */
final class Lists {
    private Lists() {}

    static ListAnswer page(IndexSearcher searcher, Schema schema, ListRequest request) throws IOException {
        int of = Objects.hash(request.type(), request.sort(), request.descending());
        Sort sort = sort(request);
        FieldDoc after = request.cursor() == null ? null : after(Position.read(request.cursor(), of));
        TopFieldCollectorManager wanted = new TopFieldCollectorManager(sort, request.limit() + 1, after, 1);
        ScoreDoc[] found = searcher.search(query(schema, request), wanted).scoreDocs;
        boolean more = found.length > request.limit();
        List<Position> page = new ArrayList<>();
        for (int i = 0; i < Math.min(found.length, request.limit()); i++) {
            FieldDoc doc = (FieldDoc) found[i];
            page.add(new Position(of, (BytesRef) doc.fields[0], (Long) doc.fields[1]));
        }
        if (request.backwards()) {
            Collections.reverse(page);
        }
        return new ListAnswer(
                page.stream().map(Position::number).toList(),
                page.isEmpty() ? null : page.get(0).cursor(),
                page.isEmpty() ? null : page.get(page.size() - 1).cursor(),
                more);
    }

    /** Filter, rights and words of a list, without order. */
    static Query query(Schema schema, ListRequest request) {
        Query scope = new FilterQueries(schema, request.type()).scope(request.filter());
        TypedText typed = TypedText.of(request.text());
        if (typed.blank()) {
            return scope;
        }
        Query words = WordQueries.finding(WordQueries.Wanted.typed(typed));
        return new BooleanQuery.Builder()
                .add(new Readable(schema, request.type(), request.hidden()).within(scope, words), Occur.FILTER)
                .add(words, Occur.FILTER)
                .build();
    }

    private static Sort sort(ListRequest request) {
        boolean turned = request.descending() != request.backwards();
        SortField key = new SortField(Fields.order(request.type(), request.sort()), SortField.Type.STRING, turned);
        // Lucene turns the place of the missing with the order, so "last" is named first in a turned one
        key.setMissingValue(turned != request.backwards() ? SortField.STRING_FIRST : SortField.STRING_LAST);
        return new Sort(key, new SortField(Fields.ID, SortField.Type.LONG, request.backwards()));
    }

    private static FieldDoc after(Position position) {
        // behind every document with the same key and number, of which there is only that one
        return new FieldDoc(Integer.MAX_VALUE, Float.NaN, new @Nullable Object[] {position.key(), position.number()});
    }
}
