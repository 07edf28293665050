package org.quanhe.crm.search.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReaderContext;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.TermsEnum.SeekStatus;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/**
 * Looks up where terms are. What reads a dictionary is kept for the next term of its field: opening it takes longer
 * than the look itself, and one search looks for dozens of terms.
 */
final class TermPlaces {
    /** Readers of a field that are kept; more are made only while more searches are looking at the same moment. */
    private static final int KEPT = 2;

    private final IndexReaderContext index;
    private final List<LeafReaderContext> parts;
    private final Map<String, Queue<@Nullable TermsEnum[]>> idle = new ConcurrentHashMap<>();

    TermPlaces(IndexReaderContext index) {
        this.index = index;
        this.parts = index.leaves();
    }

    /** Where the term is in each part, and how often. */
    TermStates of(Term term) throws IOException {
        @Nullable TermsEnum[] dictionaries = dictionaries(term.field());
        TermStates places = new TermStates(index);
        for (int part = 0; part < dictionaries.length; part++) {
            TermsEnum dictionary = dictionaries[part];
            if (dictionary != null && dictionary.seekExact(term.bytes())) {
                places.register(dictionary.termState(), part, dictionary.docFreq(), dictionary.totalTermFreq());
            }
        }
        keep(term.field(), dictionaries);
        return places;
    }

    /** True if there is a term that begins like this. */
    boolean begins(Term beginning) throws IOException {
        @Nullable TermsEnum[] dictionaries = dictionaries(beginning.field());
        boolean begins = false;
        for (int part = 0; part < dictionaries.length && !begins; part++) {
            TermsEnum dictionary = dictionaries[part];
            begins = dictionary != null
                    && dictionary.seekCeil(beginning.bytes()) != SeekStatus.END
                    && StringHelper.startsWith(dictionary.term(), beginning.bytes());
        }
        keep(beginning.field(), dictionaries);
        return begins;
    }

    /**
     * The records that have the term.
     *
     * @param state where it is in that part
     * @param part which part of the index
     * @param wanted what is to be read of each, as {@link PostingsEnum} names it
     */
    PostingsEnum records(Term term, TermState state, int part, int wanted) throws IOException {
        @Nullable TermsEnum[] dictionaries = dictionaries(term.field());
        TermsEnum dictionary = Objects.requireNonNull(dictionaries[part]);
        dictionary.seekExact(term.bytes(), state);
        PostingsEnum records = dictionary.postings(null, wanted);
        keep(term.field(), dictionaries);
        return records;
    }

    private @Nullable TermsEnum[] dictionaries(String field) throws IOException {
        Queue<@Nullable TermsEnum[]> kept = idle.get(field);
        @Nullable TermsEnum[] dictionaries = kept == null ? null : kept.poll();
        return dictionaries == null ? opened(field) : dictionaries;
    }

    private void keep(String field, @Nullable TermsEnum[] dictionaries) {
        idle.computeIfAbsent(field, name -> new ArrayBlockingQueue<>(KEPT)).offer(dictionaries);
    }

    private @Nullable TermsEnum[] opened(String field) throws IOException {
        @Nullable TermsEnum[] dictionaries = new TermsEnum[parts.size()];
        for (int part = 0; part < dictionaries.length; part++) {
            Terms terms = parts.get(part).reader().terms(field);
            dictionaries[part] = terms == null ? null : terms.iterator();
        }
        return dictionaries;
    }
}
