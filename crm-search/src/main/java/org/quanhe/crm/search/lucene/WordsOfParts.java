package org.quanhe.crm.search.lucene;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader.CacheHelper;
import org.apache.lucene.index.IndexReader.CacheKey;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Terms;

/** Words that were read from parts of the index, kept as long as the parts are there: what they hold never changes. */
final class WordsOfParts {
    private final Map<CacheKey, Map<String, Optional<PartWords>>> kept = new ConcurrentHashMap<>();

    /** The words of a field, none if no record of the part has it. */
    Optional<PartWords> of(LeafReader part, String field) throws IOException {
        CacheHelper helper = part.getCoreCacheHelper();
        if (helper == null) {
            return read(part, field);
        }
        Map<String, Optional<PartWords>> fields = kept.get(helper.getKey());
        if (fields == null) {
            fields = new ConcurrentHashMap<>();
            Map<String, Optional<PartWords>> others = kept.putIfAbsent(helper.getKey(), fields);
            if (others == null) {
                helper.addClosedListener(kept::remove);
            } else {
                fields = others;
            }
        }
        Optional<PartWords> words = fields.get(field);
        if (words == null) {
            // two who read it at the same moment read the same
            words = read(part, field);
            fields.put(field, words);
        }
        return words;
    }

    private static Optional<PartWords> read(LeafReader part, String field) throws IOException {
        Terms terms = part.terms(field);
        return terms == null ? Optional.empty() : Optional.of(PartWords.of(terms));
    }

    /** How many parts words are kept of. */
    int size() {
        return kept.size();
    }
}
