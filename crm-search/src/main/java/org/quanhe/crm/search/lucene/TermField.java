package org.quanhe.crm.search.lucene;

import java.nio.charset.StandardCharsets;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.InvertableType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** One ready term of a document. It goes into the index as it is; a token stream for each would cost twice the time. */
final class TermField extends Field {
    private static final FieldType PLAIN = type(IndexOptions.DOCS, true);
    private static final FieldType COUNTED = type(IndexOptions.DOCS_AND_FREQS, false);

    private TermField(String name, BytesRef term, FieldType type) {
        super(name, term, type);
    }

    /** A term that is there or not. */
    static TermField of(String name, String term) {
        return new TermField(name, bytes(term), PLAIN);
    }

    static TermField of(String name, BytesRef term) {
        return new TermField(name, term, PLAIN);
    }

    /** A term whose weight depends on the length of the text it stands in. */
    static TermField counted(String name, String term) {
        return new TermField(name, bytes(term), COUNTED);
    }

    /** In as many bytes as it has; Lucene's own way begins with three for each char. */
    private static BytesRef bytes(String term) {
        return new BytesRef(term.getBytes(StandardCharsets.UTF_8));
    }

    private static FieldType type(IndexOptions options, boolean omitNorms) {
        FieldType type = new FieldType();
        type.setIndexOptions(options);
        type.setOmitNorms(omitNorms);
        type.setTokenized(false);
        type.freeze();
        return type;
    }

    @Override
    public InvertableType invertableType() {
        return InvertableType.BINARY;
    }
}
