package org.quanhe.crm.search.spi;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.search.IndexReason;
import org.quanhe.crm.search.SearchAnswer;
import org.quanhe.crm.search.SearchExplanation;

/**
 * A search engine. All methods may be called by many threads at once. Failures are {@link SearchUnavailable}.
 *
 * <p>Every backend passes {@code SearchBackendContract} (crm-api's test-jar).
 */
public interface SearchBackend extends AutoCloseable {
    /**
     * Record types and fields from now on. A backend whose index does not fit them any more says so by {@link #fits}.
     */
    void use(List<RecordTypeView> types);

    /**
     * Why the index wants to be built anew: it was written for other fields or by another analysis, its files are
     * damaged, a rebuild was interrupted. Empty if it can go on as it is; a published rebuild settles it.
     */
    Optional<IndexReason> need();

    /** True if the index can go on as it is. */
    default boolean fits() {
        return need().isEmpty();
    }

    /** Reads the whole index and holds it against its checksums, which takes long; {@link #need} tells the outcome. */
    void verify();

    /**
     * Adds, replaces and removes documents.
     *
     * @return a generation: a search that names it sees these changes
     */
    long apply(List<IndexChange> changes);

    /**
     * Makes everything applied so far safe against a crash. If it throws, what was applied since the last commit may be
     * gone and must be applied again; that holds too where a failed disk took it and the engine has recovered since.
     */
    void commit();

    /**
     * Called about once a second: time for what makes later searches cheaper, as long as no changes come in. What is
     * found stays the same.
     */
    void rest();

    /** Hits for words, with the rights of each type inside the query. */
    SearchAnswer search(SearchRequest request);

    /** Why a search finds a record, or does not; what keeps it away is told, however little of it may be read. */
    SearchExplanation explain(SearchRequest request, RecordRef record);

    /** Ids for a list page: filter, order and position of one type. */
    ListAnswer list(ListRequest request);

    /** How many documents of a type fulfil filter and words; counting may stop behind {@code cap}. */
    long count(ListRequest request, int cap);

    /**
     * How a name is spelt when it is held against others: two spellings of one name have one of these in common. Case,
     * accents, the order of words, legal forms of companies, Chinese scripts and reading in Latin letters do not count.
     * Empty for a name without letters.
     */
    Set<String> spellings(String name);

    /**
     * As {@link #spellings}, of an organisation: the order of words counts, for An Phát and Phát An are two companies.
     */
    Set<String> spellingsOfOrganisation(String name);

    /** Number of documents. */
    long documents();

    /**
     * The next records of a type with their versions, in the order of their numbers, for holding the index against the
     * database.
     *
     * @param behind only greater numbers
     * @param most how many at most
     */
    SortedMap<Long, Long> versions(String type, long behind, int most);

    /** The version in which the index holds a record, null if it does not. */
    @Nullable
    Long version(RecordRef ref);

    /**
     * Begins a new, empty index beside the serving one; {@link #apply} then writes to both until
     * {@link Rebuild#publish}.
     */
    Rebuild rebuild();

    @Override
    void close();

    /** An index being built. */
    interface Rebuild extends AutoCloseable {
        /** Adds a document unless a newer version came by {@link SearchBackend#apply} meanwhile. */
        void add(List<IndexDocument> documents);

        /** From now on the new index serves; the old one is removed. */
        void publish();

        /** Gives an unpublished index up. */
        @Override
        void close();
    }
}
