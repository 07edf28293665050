package org.quanhe.crm.search.lucene;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.BinaryPoint;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.ContactPoint;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.PostalAddress;
import org.quanhe.crm.search.spi.IndexDocument;

/** Makes Lucene documents of records, as the metadata says. */
final class DocumentMapping {
    /** Texts up to this length are shown in previews. */
    private static final int LONGEST_PREVIEW = 200;

    /** Of longer texts only the beginning is highlighted. */
    private static final int LONGEST_HIGHLIGHT = 4_000;

    static final String EXTERNAL_ID = "externalId";

    private final Schema schema;

    DocumentMapping(Schema schema) {
        this.schema = schema;
    }

    Document map(IndexDocument record) {
        Document document = new Document();
        RecordRef ref = record.ref();
        document.add(new StringField(Fields.KEY, ref.key(), Field.Store.YES));
        document.add(TermField.of(Fields.TYPE, ref.type()));
        document.add(new SortedDocValuesField(Fields.TYPE, new BytesRef(ref.type())));
        document.add(new NumericDocValuesField(Fields.ID, ref.id()));
        document.add(new NumericDocValuesField(Fields.VERSION, record.version()));
        Map<String, FieldNames> fields = schema.names(ref.type());
        SearchTerms terms = new SearchTerms(document);
        terms.title(record.title());
        Map<String, String> previews = new LinkedHashMap<>();
        List<StoredTexts.Searched> searched = new ArrayList<>();
        record.values().forEach((name, value) -> {
            FieldNames names = fields.get(name);
            if (names == null || value instanceof List<?> list && list.isEmpty()) {
                return;
            }
            FieldView field = names.view();
            filtered(document, ref.type(), names, value);
            if (field.is(Use.SEARCHED)) {
                searched(terms, field, value, searched);
            }
            if (name.equals(EXTERNAL_ID)) {
                terms.key(value.toString());
            }
            preview(field, value).ifPresent(text -> previews.put(name, text));
        });
        terms.close();
        document.add(new StoredField(
                Fields.STORED, new StoredTexts(record.title(), record.subtitle(), previews, searched).encoded()));
        return document;
    }

    private static void filtered(Document document, String type, FieldNames names, Object value) {
        FieldView field = names.view();
        document.add(TermField.of(Fields.PRESENT, names.present()));
        StringBuilder texts = new StringBuilder();
        Literals.of(value).forEach(literal -> {
            byte[] ordered = OrderedBytes.of(literal);
            if (ordered != null) {
                document.add(new BinaryPoint(Fields.points(type, field.name(), literal), ordered));
                return;
            }
            if (field.kind() != FieldKind.LONG_TEXT) {
                document.add(TermField.of(names.terms(), Literals.term(literal)));
            }
            if (literal instanceof String text) {
                texts.append(Fields.EDGE).append(text).append(Fields.EDGE);
            }
        });
        if (!texts.isEmpty()) {
            document.add(new BinaryDocValuesField(names.texts(), new BytesRef(texts)));
        }
        if (field.is(Use.SORTABLE)) {
            BytesRef key = SortKeys.of(value);
            if (key != null) {
                document.add(new SortedDocValuesField(names.order(), key));
                // beside the order as terms, so that a first page of an order reads only its first records
                document.add(TermField.of(names.order(), key));
            }
        }
        if (field.is(Use.FACET)) {
            facet(document, names.facet(), value);
        }
    }

    private static void facet(Document document, String field, Object value) {
        if (value instanceof List<?> list) {
            list.forEach(entry -> facet(document, field, entry));
            return;
        }
        String text = text(value);
        if (text.length() <= LONGEST_PREVIEW) {
            document.add(new SortedSetDocValuesField(field, new BytesRef(text)));
        }
    }

    private static void searched(SearchTerms terms, FieldView field, Object value, List<StoredTexts.Searched> stored) {
        if (value instanceof List<?> list) {
            list.forEach(entry -> searched(terms, field, entry, stored));
            return;
        }
        if (field.is(Use.TITLE) || value instanceof RecordRef || value instanceof Boolean) {
            return;
        }
        String text = text(value);
        terms.searched(field.kind(), text);
        stored.add(new StoredTexts.Searched(
                field.name(), text.length() > LONGEST_HIGHLIGHT ? text.substring(0, LONGEST_HIGHLIGHT) : text));
    }

    private static Optional<String> preview(FieldView field, Object value) {
        boolean wanted = field.is(Use.SEARCHED)
                || field.is(Use.FACET)
                || field.is(Use.LIST)
                || field.name().equals(EXTERNAL_ID);
        if (!wanted || value instanceof List<?> || field.kind() == FieldKind.LONG_TEXT) {
            return Optional.empty();
        }
        return Optional.of(text(value)).filter(text -> text.length() <= LONGEST_PREVIEW);
    }

    private static String text(Object value) {
        if (value instanceof ContactPoint point) {
            return point.value();
        }
        if (value instanceof PostalAddress address) {
            return address.oneLine();
        }
        if (value instanceof RecordRef ref) {
            return Long.toString(ref.id());
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value.toString();
    }
}
