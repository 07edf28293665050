package org.quanhe.crm.search;

import java.util.List;
import java.util.Set;
import org.quanhe.crm.search.SearchAnswer.Reach;

/**
 * Why a search finds a record, or does not. For administrators: it tells of fields and records that the reader of the
 * search may not read.
 *
 * @param title name of the record as the index has it, empty if it has none
 * @param obstacles what keeps the record away; it is found if there is nothing
 * @param reach how far the search went to find enough
 * @param words what was typed, word for word, and where each was met
 * @param weight sum that decides the place, 0 if the words are not met; only comparable within one search
 * @param place 1 for the first of the hits, 0 if it is not found or stands behind those that are ranked
 * @param total how many hits there are
 * @param exact false if {@code total} is only a lower bound
 */
public record SearchExplanation(
        String title,
        Set<Obstacle> obstacles,
        Reach reach,
        List<Met> words,
        double weight,
        long place,
        long total,
        boolean exact) {

    /** What keeps a record away. */
    public enum Obstacle {
        /** The index does not have it: deleted, or not taken in yet. */
        ABSENT,
        /** The reader has no right to see it. */
        RIGHT,
        /** A type, a condition or a chosen value does not fit. */
        FILTER,
        /** The index does not know yet what the database says of it. */
        BEHIND,
        /** Not all words are met. */
        WORDS,
        /** Words are met only in fields that the reader may not read. */
        HIDDEN_FIELD,
        /** It would be met by a search that goes further; enough was found before. */
        ENOUGH_FOUND
    }

    /** True if the search finds the record. */
    public boolean found() {
        return obstacles.isEmpty();
    }

    /** The same with other obstacles. */
    public SearchExplanation hinderedBy(Set<Obstacle> others) {
        return new SearchExplanation(title, others, reach, words, weight, place, total, exact);
    }

    /**
     * A typed word and where it was met.
     *
     * @param typed as typed; empty for what was typed as a whole
     * @param ways how it was met, the weightiest first; empty if it was not
     */
    public record Met(String typed, List<Way> ways) {}

    /**
     * How a word was met.
     *
     * @param means by what
     * @param field field of the record, {@code title} for its name; empty where the index does not tell
     * @param hidden the reader may not read that field
     * @param weight what it adds; of several ways of one word the weightiest counts
     */
    public record Way(Means means, String field, boolean hidden, double weight) {}

    /** By what a word is met. */
    public enum Means {
        /** All that was typed is one key: a number, an address, an id. */
        KEY,
        /** All that was typed is the whole name. */
        WHOLE_NAME,
        /** A whole word. */
        WORD,
        /** The same accents too; added to the other ways. */
        ACCENTS,
        /** The beginning of a word. */
        BEGINNING,
        /** By sound: pinyin, initials, or a reading in another language. */
        SOUND,
        /** Digits of a phone number. */
        DIGITS,
        /** Part of an e-mail address. */
        MAIL,
        /** A similar spelling. */
        SIMILAR,
        /** Words stand beside each other in this order, or a text begins with them; added to the other ways. */
        ORDER,
        /** All words stand in one text; added to the other ways. */
        ONE_PLACE,
        /** A name as the other of Vietnamese and Chinese has it. */
        OTHER_LANGUAGE,
        /** Some other way of the engine. */
        OTHER
    }
}
