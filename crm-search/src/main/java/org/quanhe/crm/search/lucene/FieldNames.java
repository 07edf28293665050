package org.quanhe.crm.search.lucene;

import org.quanhe.crm.records.FieldView;

/**
 * A field of a type and its names in the index, made once: a name that is put together anew for every document is
 * hashed anew in each of Lucene's tables.
 *
 * @param view what the metadata says of the field
 * @param present name of the term that says that a record has a value
 * @param terms see {@link Fields#terms}
 * @param texts see {@link Fields#texts}
 * @param order see {@link Fields#order}
 * @param facet see {@link Fields#facet}
 */
record FieldNames(FieldView view, String present, String terms, String texts, String order, String facet) {
    static FieldNames of(String type, FieldView view) {
        String field = view.name();
        return new FieldNames(
                view,
                Fields.present(type, field),
                Fields.terms(type, field),
                Fields.texts(type, field),
                Fields.order(type, field),
                Fields.facet(field));
    }
}
