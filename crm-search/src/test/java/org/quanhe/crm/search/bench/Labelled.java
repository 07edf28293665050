package org.quanhe.crm.search.bench;

/**
 * A question that is asked.
 *
 * @param about number of the customer it was made of; he belongs
 * @param belonging how many customers belong, or ten where there are more
 */
record Labelled(Kind kind, Question question, long about, int belonging) {
    /** So many hits are looked at. */
    static final int FIRST = 10;
}
