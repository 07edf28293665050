package org.quanhe.crm.search.lucene;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.BinaryPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.Filter;

/** Translates conditions on records of one type. */
final class FilterQueries {
    private final String type;
    private final Map<String, FieldView> fields;

    FilterQueries(Schema schema, String type) {
        this.type = type;
        this.fields = schema.fields(type);
    }

    /** Records of the type that fulfil the condition. */
    Query scope(Filter filter) {
        Query ofType = new TermQuery(new Term(Fields.TYPE, type));
        if (filter.equals(Filter.ALL)) {
            return ofType;
        }
        return new BooleanQuery.Builder()
                .add(ofType, Occur.FILTER)
                .add(query(filter), Occur.FILTER)
                .build();
    }

    Query query(Filter filter) {
        if (filter instanceof Filter.And and) {
            return all(and.parts().stream().map(this::query).toList());
        }
        if (filter instanceof Filter.Or or) {
            return any(or.parts().stream().map(this::query).toList());
        }
        if (filter instanceof Filter.Not not) {
            return no(query(not.part()));
        }
        if (filter instanceof Filter.Present present) {
            return present(present.field());
        }
        if (filter instanceof Filter.In in) {
            return in(in);
        }
        return compare((Filter.Compare) filter);
    }

    private Query present(String field) {
        return new TermQuery(new Term(Fields.PRESENT, Fields.present(type, field)));
    }

    private Query in(Filter.In in) {
        List<BytesRef> terms = new ArrayList<>();
        List<Query> queries = new ArrayList<>();
        for (Object raw : in.literals()) {
            Object literal = Literals.normal(raw);
            if (Literals.ordered(literal) || longText(in.field())) {
                queries.add(compare(new Filter.Compare(in.field(), Filter.Op.EQ, literal)));
            } else {
                terms.add(Literals.term(literal));
            }
        }
        if (!terms.isEmpty()) {
            queries.add(new TermInSetQuery(Fields.terms(type, in.field()), terms));
        }
        return any(queries);
    }

    private Query compare(Filter.Compare compare) {
        String field = compare.field();
        Object literal = Literals.normal(compare.literal());
        if (compare.op() == Filter.Op.NE) {
            return no(compare(new Filter.Compare(field, Filter.Op.EQ, literal)));
        }
        return Literals.ordered(literal) ? ordered(field, compare.op(), literal) : term(field, compare.op(), literal);
    }

    private Query term(String field, Filter.Op op, Object literal) {
        String terms = Fields.terms(type, field);
        if (!(literal instanceof String text)) {
            return op == Filter.Op.EQ
                    ? new TermQuery(new Term(terms, Literals.term(literal)))
                    : new MatchNoDocsQuery("no text");
        }
        boolean asTerm = text.length() <= Literals.LONGEST_TERM && !longText(field);
        return switch (op) {
            case EQ ->
                longText(field)
                        ? new TextsQuery(Fields.texts(type, field), Fields.EDGE + text + Fields.EDGE)
                        : new TermQuery(new Term(terms, Literals.term(text)));
            case CONTAINS -> new TextsQuery(Fields.texts(type, field), text);
            case STARTS_WITH ->
                asTerm
                        ? new BeginningQuery(new Term(terms, Literals.term(text)))
                        : new TextsQuery(Fields.texts(type, field), Fields.EDGE + text);
            default -> new MatchNoDocsQuery("texts have no size");
        };
    }

    private boolean longText(String field) {
        FieldView view = fields.get(field);
        return view != null && view.kind() == FieldKind.LONG_TEXT;
    }

    private Query ordered(String field, Filter.Op op, Object literal) {
        BigInteger floor = OrderedBytes.count(literal, RoundingMode.FLOOR);
        BigInteger ceiling = OrderedBytes.count(literal, RoundingMode.CEILING);
        if (floor == null || ceiling == null) {
            return new MatchNoDocsQuery("sizes only");
        }
        BigInteger from = OrderedBytes.LOWEST;
        BigInteger to = OrderedBytes.HIGHEST;
        switch (op) {
            case EQ -> {
                from = ceiling;
                to = floor;
            }
            case LT -> to = ceiling.subtract(BigInteger.ONE);
            case LE -> to = floor;
            case GT -> from = floor.add(BigInteger.ONE);
            case GE -> from = ceiling;
            default -> {
                return new MatchNoDocsQuery("texts only");
            }
        }
        return from.compareTo(to) > 0
                ? new MatchNoDocsQuery("empty range")
                : BinaryPoint.newRangeQuery(
                        Fields.points(type, field, literal), OrderedBytes.of(from), OrderedBytes.of(to));
    }

    static Query all(List<Query> parts) {
        return join(parts, Occur.FILTER, new MatchAllDocsQuery());
    }

    static Query any(List<Query> parts) {
        return join(parts, Occur.SHOULD, new MatchNoDocsQuery("none of nothing"));
    }

    static Query no(Query part) {
        return new BooleanQuery.Builder()
                .add(new MatchAllDocsQuery(), Occur.FILTER)
                .add(part, Occur.MUST_NOT)
                .build();
    }

    private static Query join(List<Query> parts, Occur how, Query empty) {
        if (parts.isEmpty()) {
            return empty;
        }
        if (parts.size() == 1) {
            return parts.get(0);
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        parts.forEach(part -> query.add(part, how));
        return query.build();
    }
}
