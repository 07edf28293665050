package org.quanhe.crm.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.RecordRef;

/**
 * What was found.
 *
 * @param hits best first
 * @param total how many there are in all
 * @param exact false if {@code total} is only a lower bound
 * @param facets values with counts, by field name, most frequent first; {@code type} is always there
 * @param previous cursor of the hits before these, null at the beginning
 * @param next cursor of the next hits, null at the end
 * @param reach how far the search had to go
 * @param meant what was typed, in the spelling that was found instead; made of texts of hits, so that nothing is named
 *     that the reader may not read. Null if it was found as typed, or no spelling stands out
 */
public record SearchAnswer(
        List<Hit> hits,
        long total,
        boolean exact,
        Map<String, List<FacetValue>> facets,
        @Nullable String previous,
        @Nullable String next,
        Reach reach,
        @Nullable String meant) {

    /** Nothing was found. */
    public static final SearchAnswer NOTHING =
            new SearchAnswer(List.of(), 0, true, Map.of("type", List.of()), null, null, Reach.TYPED, null);

    /** How far a search goes; it goes on only while it finds too little. */
    public enum Reach {
        /** What was typed, every word of it. */
        TYPED,
        /** Similar spellings as well. */
        SIMILAR,
        /** One of several words may be missing. */
        FEWER_WORDS
    }

    /**
     * A record that was found.
     *
     * @param ref its address
     * @param title its name
     * @param subtitle what tells it from others of the same name
     * @param highlights parts of its texts with the marked ranges
     * @param values stored values of the index as texts, for previews: {@code externalId}, {@code phone} …
     */
    public record Hit(
            RecordRef ref, String title, String subtitle, List<Highlight> highlights, Map<String, String> values) {}

    /**
     * A text of a hit and what in it was found.
     *
     * @param field field name; {@code title} for the title
     * @param text in original spelling
     * @param marks ranges in it that match, in order, without overlap
     */
    public record Highlight(String field, String text, List<Mark> marks) {}

    /**
     * A marked range.
     *
     * @param start first char, from 0
     * @param end behind the last char
     */
    public record Mark(int start, int end) {}

    /**
     * A value and how many hits have it.
     *
     * @param value as the index holds it: code, tag, number of a referenced record
     * @param count hits with it
     * @param exact false if {@code count} is only a lower bound
     */
    public record FacetValue(String value, long count, boolean exact) {
        /** A value of which every hit was counted. */
        public FacetValue(String value, long count) {
            this(value, count, true);
        }
    }
}
