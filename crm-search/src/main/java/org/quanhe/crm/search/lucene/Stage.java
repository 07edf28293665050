package org.quanhe.crm.search.lucene;

/** How far a search goes. It widens only while it finds little: most searches end with the first stage. */
enum Stage {
    /** What was typed, folded; every word may be a beginning. */
    TYPED,
    /** As typed, but for what may be a form of address, or the word before a street. */
    SPARED,
    /** Inner parts of mail addresses as well, and for words that no text has those that were perhaps meant. */
    SIMILAR,
    /**
     * For every word those that were perhaps meant, if all stand in one place: a slip may make a word that there is.
     */
    ALL_SIMILAR,
    /** As before, and one of several words may be wrong altogether. */
    LOOSE;

    /** What comes behind the first stage. */
    static final Stage[] WIDER = {SPARED, SIMILAR, ALL_SIMILAR, LOOSE};

    /** True where words stand for themselves, not for others that were perhaps meant. */
    boolean literal() {
        return this == TYPED || this == SPARED;
    }
}
