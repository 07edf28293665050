package org.quanhe.crm.search.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.Bits;
import org.quanhe.crm.platform.RecordRef;

/**
 * Which version of which record the index holds, what has not been made visible yet included. Held in memory, about 24
 * bytes a record: asking the index costs more than writing the document.
 */
final class LiveVersions {
    /** Changes of one record wait for each other; those of others seldom do. */
    private static final int STRIPES = 64;

    private final Map<String, LongVersions[]> types = new ConcurrentHashMap<>();

    /** What is held for a record's neighbourhood: lock it while a record is changed. */
    LongVersions stripe(RecordRef ref) {
        LongVersions[] stripes = types.computeIfAbsent(
                ref.type(),
                t -> Stream.generate(LongVersions::new).limit(STRIPES).toArray(LongVersions[]::new));
        return stripes[Math.floorMod(Long.hashCode(ref.id()), STRIPES)];
    }

    Map<Long, Long> of(String type) {
        Map<Long, Long> all = new HashMap<>();
        for (LongVersions stripe : types.getOrDefault(type, new LongVersions[0])) {
            synchronized (stripe) {
                stripe.forEach(all::put);
            }
        }
        return all;
    }

    long size() {
        long size = 0;
        for (LongVersions[] stripes : types.values()) {
            for (LongVersions stripe : stripes) {
                synchronized (stripe) {
                    size += stripe.size();
                }
            }
        }
        return size;
    }

    /** Reads what an index holds. */
    static LiveVersions read(DirectoryReader reader) throws IOException {
        LiveVersions versions = new LiveVersions();
        for (LeafReaderContext leaf : reader.leaves()) {
            SortedDocValues types = DocValues.getSorted(leaf.reader(), Fields.TYPE);
            NumericDocValues ids = DocValues.getNumeric(leaf.reader(), Fields.ID);
            NumericDocValues numbers = DocValues.getNumeric(leaf.reader(), Fields.VERSION);
            Bits live = leaf.reader().getLiveDocs();
            for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
                if ((live == null || live.get(doc))
                        && types.advanceExact(doc)
                        && ids.advanceExact(doc)
                        && numbers.advanceExact(doc)) {
                    String type = types.lookupOrd(types.ordValue()).utf8ToString();
                    RecordRef ref = new RecordRef(type, ids.longValue());
                    versions.stripe(ref).put(ref.id(), numbers.longValue());
                }
            }
        }
        return versions;
    }
}
