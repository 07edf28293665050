package org.quanhe.crm.search.analysis;

/**
 * A word of a text.
 *
 * @param folded without case, accents and width; Chinese in simplified characters
 * @param exact with its accents, the tone mark at the end, so that hoà and hòa are one
 * @param start first char in the text it came from
 * @param end behind the last char
 * @param cjk true for a run of Chinese, Japanese or Korean characters
 */
public record Word(String folded, String exact, int start, int end, boolean cjk) {
    /** True if it consists of ASCII digits. */
    public boolean digits() {
        return folded.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The same place with another text. */
    Word as(String text) {
        return new Word(text, text, start, end, cjk);
    }

    /** Both in one. */
    public Word with(Word next) {
        return new Word(folded + next.folded, exact + next.exact, start, next.end, false);
    }

    /** Number of characters of the folded form. */
    public int length() {
        return folded.codePointCount(0, folded.length());
    }
}
