package org.quanhe.crm.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;

/** The life of the search index: how it does, building it anew, holding it against the database. */
public interface SearchIndex {
    /** How the index does; administrators only. */
    IndexState state();

    /** Since when what is saved may not be found, empty while all is; for everybody. */
    Optional<Instant> behindSince();

    /** Builds the index anew from the database while the old one serves; administrators only. */
    void rebuild();

    /**
     * Holds every record of the index against the database and mends what differs, in the background; administrators
     * only. Throws {@link CrmException} CONFLICT while a rebuild or another comparison is under way.
     */
    void reconcile();

    /**
     * How the index does.
     *
     * @param answers false while it cannot be opened at all
     * @param documents records in it
     * @param waiting changes of the database that are not yet safe in it
     * @param behindSince since when what is saved may not be found, null while all is
     * @param work what is done to it now, null if nothing is
     * @param reports what was done to it last, newest first
     */
    record IndexState(
            boolean answers,
            long documents,
            long waiting,
            @Nullable Instant behindSince,
            @Nullable IndexWork work,
            List<IndexReport> reports) {}
}
