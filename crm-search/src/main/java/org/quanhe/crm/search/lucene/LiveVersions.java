package org.quanhe.crm.search.lucene;

import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.lucene.index.CorruptIndexException;
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

    private final Map<String, Stripe[]> types = new ConcurrentHashMap<>();

    /** Some records of a type. Lock it while one of them is changed. */
    static final class Stripe {
        private final LongVersions present = new LongVersions();

        /** A change that was read before a record was removed and comes after it must not bring it back. */
        private final LongVersions removed = new LongVersions();

        boolean has(long id) {
            return present.get(id) != LongVersions.ABSENT;
        }

        /** Version of a record, {@link LongVersions#ABSENT} without it. */
        long version(long id) {
            return present.get(id);
        }

        /** True if a document of that version is news. */
        boolean wants(long id, long version) {
            return has(id) ? present.get(id) <= version : removed.get(id) < version;
        }

        void put(long id, long version) {
            present.put(id, version);
            removed.remove(id);
        }

        /** True if a removal of that version is news. */
        boolean wantsRemoval(long id, long version) {
            return present.get(id) <= version;
        }

        void remove(long id, long version) {
            removed.put(id, Math.max(removed.get(id), version));
            present.remove(id);
        }
    }

    Stripe stripe(RecordRef ref) {
        Stripe[] stripes = types.computeIfAbsent(
                ref.type(), t -> Stream.generate(Stripe::new).limit(STRIPES).toArray(Stripe[]::new));
        return stripes[Math.floorMod(Long.hashCode(ref.id()), STRIPES)];
    }

    /** Version of a record, {@link LongVersions#ABSENT} without it. */
    long version(RecordRef ref) {
        Stripe stripe = stripe(ref);
        synchronized (stripe) {
            return stripe.version(ref.id());
        }
    }

    /** At most so many records of a type with greater numbers than that one, those with the smallest numbers. */
    SortedMap<Long, Long> next(String type, long behind, int most) {
        SmallestNumbers next = new SmallestNumbers(behind, most);
        for (Stripe stripe : types.getOrDefault(type, new Stripe[0])) {
            synchronized (stripe) {
                stripe.present.forEach((id, version) -> next.add(id));
            }
        }
        SortedMap<Long, Long> versions = new TreeMap<>();
        for (long id : next.sorted()) {
            long version = version(new RecordRef(type, id));
            if (version != LongVersions.ABSENT) {
                versions.put(id, version);
            }
        }
        return versions;
    }

    long size() {
        long size = 0;
        for (Stripe[] stripes : types.values()) {
            for (Stripe stripe : stripes) {
                synchronized (stripe) {
                    size += stripe.present.size();
                }
            }
        }
        return size;
    }

    /** Reads what an index holds; throws {@link CorruptIndexException} if it holds a record twice. */
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
                    Stripe stripe = versions.stripe(ref);
                    if (stripe.has(ref.id())) {
                        throw new CorruptIndexException("a record is in it twice", ref.key());
                    }
                    stripe.put(ref.id(), numbers.longValue());
                }
            }
        }
        return versions;
    }
}
