package org.quanhe.crm.search.lucene;

/** How far a search goes. It widens only while it finds little: most searches end with the first stage. */
enum Stage {
    /** What was typed, folded; every word may be a beginning. */
    TYPED,
    /** Inner parts of mail addresses and words with a typing mistake as well. */
    SIMILAR,
    /** As before, and one of several words may be wrong altogether. */
    LOOSE;

    /** With at least this many hits a search goes no further. */
    static final int ENOUGH = 3;
}
