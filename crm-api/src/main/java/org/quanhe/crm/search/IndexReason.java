package org.quanhe.crm.search;

/** Why the index is built anew or held against the database. */
public enum IndexReason {
    /** An administrator asked for it. */
    ASKED,
    /** It is done every night. */
    NIGHT,
    /** Fields or analysis are others than those the index was made for. */
    SHAPE,
    /** A file of the index is not as it was written. */
    DAMAGE,
    /** A rebuild was under way when the server ended. */
    INTERRUPTION,
    /** The index did not hold as many records as the database. */
    DIFFERENCE
}
