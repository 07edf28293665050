package org.quanhe.crm.search.lucene;

import org.quanhe.crm.platform.Money;

/**
 * Names of the index's fields. Those of the search box are shared by all types; those of filters and orders carry type
 * and shape, so that a field that changes its kind never meets its old self.
 */
final class Fields {
    static final String KEY = "_key";
    static final String TYPE = "_type";
    static final String ID = "_id";
    static final String VERSION = "_version";
    static final String STORED = "_stored";
    static final String PRESENT = "_present";

    /** The whole title, folded, also without its legal form; of one in characters all ways to type it in letters. */
    static final String TITLE = "title";

    /** Two words of the title that follow each other. */
    static final String TITLE_PAIR = "title.pair";

    /** The first letters of two words of the title that follow each other. */
    static final String TITLE_INITIALS = "title.initials";

    /** Words of the title, folded. */
    static final String TITLE_WORD = "title.word";

    /** Words of the title with their accents. */
    static final String TITLE_EXACT = "title.exact";

    /** Beginnings of words of the title. */
    static final String TITLE_PREFIX = "title.prefix";

    /** Pinyin of characters in the title and its beginnings. */
    static final String TITLE_PINYIN = "title.pinyin";

    /**
     * A name in the other of the two languages that share it: Vietnamese readings of its characters, or behind a
     * {@link #SOUND} the pinyin of its Vietnamese syllables.
     */
    static final String TITLE_SINO = "title.sino";

    /** Before what a Vietnamese name sounds like in Chinese. */
    static final char SOUND = '=';

    /** Words of the other fields. */
    static final String OTHER_WORD = "other.word";

    /** Two words of another field that follow each other. */
    static final String OTHER_PAIR = "other.pair";

    /** Words of other short texts, such as the company of a person. */
    static final String SHORT_WORD = "short.word";

    /** Beginnings of words of other short texts. */
    static final String SHORT_PREFIX = "short.prefix";

    /** Another short text as a whole, without its legal form. */
    static final String OTHER_WHOLE = "other.whole";

    /** Beginnings of words of the other fields. */
    static final String OTHER_PREFIX = "other.prefix";

    /** Phone numbers: every tail, so that an inner part is the beginning of a term. */
    static final String PHONE_TAIL = "phone.tail";

    /** Phone numbers: beginnings. */
    static final String PHONE_PREFIX = "phone.prefix";

    /** Words of legal forms of companies: asked for where one was typed, and by nobody else. */
    static final String OTHER_FORM = "other.form";

    /** Neighbours in an address written as one word. */
    static final String OTHER_JOINED = "other.joined";

    /** Mail addresses: whole, domain, and every tail of the name before the sign. */
    static final String MAIL = "mail";

    /** Words of mail addresses. */
    static final String MAIL_WORD = "mail.word";

    /** Keys by which exactly one record is meant: whole numbers, whole addresses, ids of other systems. */
    static final String KEYS = "keys";

    /** Stands before and behind each text of {@link #texts}; no folded text contains it. */
    static final char EDGE = '\n';

    private Fields() {}

    static String terms(String type, String field) {
        return type + '.' + field + "#terms";
    }

    /** Numbers, dates, moments and each currency of one field never meet: a day is not a count, a dong no yuan. */
    static String points(String type, String field, Object literal) {
        if (literal instanceof Money money) {
            return type + '.' + field + "#" + money.currency().getCurrencyCode();
        }
        return type + '.' + field + "#" + literal.getClass().getSimpleName();
    }

    static String texts(String type, String field) {
        return type + '.' + field + "#texts";
    }

    static String order(String type, String field) {
        return type + '.' + field + "#order";
    }

    static String facet(String field) {
        return "facet." + field;
    }

    static String present(String type, String field) {
        return type + '.' + field;
    }
}
