package org.quanhe.crm.search.lucene;

import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.StoredFieldsFormat;
import org.apache.lucene.codecs.compressing.CompressionMode;
import org.apache.lucene.codecs.lucene90.compressing.Lucene90CompressingStoredFieldsFormat;
import org.apache.lucene.codecs.lucene912.Lucene912Codec;

/**
 * Lucene's codec, with texts of hits in small portions. A hit is one record among many: Lucene's portions of some
 * hundred records save disk, and unpack 8 KB for each hit.
 *
 * <p>Lucene finds it by its name, which stands in every part of an index. A portion of another size needs another name.
 */
public final class QuickTextsCodec extends FilterCodec {
    private static final int PORTION_BYTES = 2_048;
    private static final int MOST_RECORDS = 16;
    private static final int BLOCK_SHIFT = 10;

    private final StoredFieldsFormat texts = new Lucene90CompressingStoredFieldsFormat(
            "QuickTexts", CompressionMode.FAST, PORTION_BYTES, MOST_RECORDS, BLOCK_SHIFT);

    /** For Lucene, which asks for it by its name. */
    public QuickTextsCodec() {
        super("QuickTexts2K", new Lucene912Codec());
    }

    @Override
    public StoredFieldsFormat storedFieldsFormat() {
        return texts;
    }
}
