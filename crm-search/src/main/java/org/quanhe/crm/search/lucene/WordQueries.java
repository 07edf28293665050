package org.quanhe.crm.search.lucene;

import static org.quanhe.crm.search.lucene.TermQueries.beginning;
import static org.quanhe.crm.search.lucene.TermQueries.constant;
import static org.quanhe.crm.search.lucene.TermQueries.prefix;
import static org.quanhe.crm.search.lucene.TermQueries.term;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.quanhe.crm.search.analysis.LegalForms;
import org.quanhe.crm.search.analysis.Salutations;
import org.quanhe.crm.search.analysis.Word;

/**
 * Makes queries of what was typed: every word must be found somewhere, and where decides the rank. One whole key (a
 * phone number, an address, an id) outranks everything, the title outranks other fields, a whole word outranks a
 * beginning, the same accents outrank others.
 */
final class WordQueries {
    private static final float WHOLE_KEY = 300;
    private static final float TITLE_WORD = 12;
    private static final float TITLE_EXACT = 4;

    /** Who types no accents says little of them. */
    private static final float TITLE_EXACT_PLAIN = 1;

    private static final float TITLE_PREFIX = 6;
    private static final float TITLE_PINYIN = 5;
    private static final float TITLE_SIMILAR = 3;
    private static final float PHONE_TAIL = 3;
    private static final float PHONE_PART = 2;
    private static final float OTHER_WORD = 2;
    private static final float OTHER_PREFIX = 1;
    private static final float MAIL = 1.5f;
    private static final float ADDRESS = 60;
    private static final float WRITTEN_AS_PHONE = 5;
    private static final float OTHER_SIMILAR = 0.5f;
    private static final float WELCOME = 0.2f;

    /** Above words found here and there, below a title that has them all. */
    private static final float OTHER_LANGUAGE = 17;

    /** Who is called so in the other language comes before what was perhaps meant, and behind who begins so. */
    private static final float WHOLE_IN_OTHER_LANGUAGE = 45;

    /** One word, or a run of characters, is found or not: whatever has it comes first. */
    private static final float OTHER_LANGUAGE_OF_ONE = 0.4f;

    private static final int SHORTEST_TAIL = 4;
    private static final int SHORTEST_INNER = 5;
    private static final int FEWEST_WORDS_TO_SPARE_ONE = 3;
    private static final int SHORTEST_HALF = 2;
    private static final int LONGEST_PAIR = 14;

    private static final List<String> WHOLE_WORDS =
            List.of(Fields.TITLE_WORD, Fields.OTHER_WORD, Fields.OTHER_JOINED, Fields.OTHER_FORM);

    private WordQueries() {}

    /** What somebody asks for: the words, how far to go, and what was perhaps meant. */
    record Wanted(TypedText typed, Stage stage, Similar similar) {
        /** Exactly what was typed. */
        static Wanted typed(TypedText typed) {
            return new Wanted(typed, Stage.TYPED, Similar.NONE);
        }
    }

    /**
     * Finds and ranks.
     *
     * @param everywhere true if all texts may decide the rank, not titles alone
     */
    static Query ranked(Wanted wanted, boolean everywhere) {
        TypedText typed = wanted.typed();
        if (typed.blank() || typed.parts().isEmpty()) {
            return finding(wanted);
        }
        BooleanQuery.Builder ranked = new BooleanQuery.Builder()
                .add(finding(wanted), Occur.MUST)
                .add(term(Fields.KEYS, typed.key(), WHOLE_KEY), Occur.SHOULD);
        OnePlaceQueries.of(typed, wanted.similar(), everywhere).forEach(place -> ranked.add(place, Occur.SHOULD));
        PhraseQueries.of(typed, wanted.similar(), everywhere).forEach(phrase -> ranked.add(phrase, Occur.SHOULD));
        if (!wanted.stage().literal()) {
            SinoQueries.whole(typed.words())
                    .ifPresent(name -> ranked.add(constant(name, WHOLE_IN_OTHER_LANGUAGE), Occur.SHOULD));
        }
        if (!typed.phone().isEmpty()) {
            ranked.add(term(Fields.KEYS, typed.phone(), WHOLE_KEY), Occur.SHOULD);
        }
        return ranked.build();
    }

    /** Finds, and ranks no more than the words do by themselves. */
    static Query finding(Wanted wanted) {
        return found(wanted, SinoQueries.of(wanted.typed().words()));
    }

    /** Only what the words themselves find, in the language in which they were typed. */
    static Query direct(Wanted wanted) {
        return found(wanted, Optional.empty());
    }

    private static Query found(Wanted wanted, Optional<Query> otherLanguage) {
        TypedText typed = wanted.typed();
        if (typed.blank()) {
            return new MatchAllDocsQuery();
        }
        if (typed.parts().isEmpty()) {
            return new MatchNoDocsQuery("signs only");
        }
        List<Query> ways = new ArrayList<>();
        Optional<Query> place = wanted.stage() == Stage.ALL_SIMILAR
                ? OnePlaceQueries.finding(typed, wanted.similar())
                : Optional.empty();
        ways.add(parts(typed.parts(), place.isPresent() ? Wanted.typed(typed) : wanted));
        place.ifPresent(meant -> ways.add(meant(meant, wanted)));
        if (!wanted.stage().literal()) {
            typed.joined().forEach(parts -> ways.add(parts(parts, Wanted.typed(typed))));
        }
        if (!typed.phone().isEmpty()) {
            ways.add(new BoostQuery(best(phone(typed.phone())), WRITTEN_AS_PHONE));
            // the number of anything else, its digits grouped
            ways.add(term(Fields.KEYS, typed.phone(), 1));
            ways.add(term(Fields.OTHER_WORD, typed.phone(), 1));
        }
        ways.add(term(Fields.KEYS, typed.key(), 1));
        boolean oneThing = typed.words().size() == 1;
        otherLanguage.ifPresent(
                name -> ways.add(new BoostQuery(name, oneThing ? OTHER_LANGUAGE_OF_ONE : OTHER_LANGUAGE)));
        return best(ways);
    }

    /**
     * Words that there are were perhaps meant otherwise only where all stand in one place: here and there is anything.
     */
    private static Query meant(Query place, Wanted wanted) {
        BooleanQuery.Builder meant = new BooleanQuery.Builder().add(constant(place, 1), Occur.MUST);
        for (Word word : wanted.typed().words()) {
            meant.add(word(word, wanted, false), Occur.SHOULD);
        }
        return meant.build();
    }

    private static Query parts(List<TypedText.Part> parts, Wanted wanted) {
        boolean alone = parts.size() == 1;
        long count = parts.stream().filter(part -> !part.optional()).count();
        boolean spareOne = wanted.stage() == Stage.LOOSE && count >= FEWEST_WORDS_TO_SPARE_ONE;
        BooleanQuery.Builder needed = new BooleanQuery.Builder();
        BooleanQuery.Builder welcome = new BooleanQuery.Builder();
        for (TypedText.Part part : parts) {
            Query query = part(part, wanted, alone);
            if (part.optional()) {
                welcome.add(constant(query, WELCOME), Occur.SHOULD);
            } else {
                needed.add(query, spareOne ? Occur.SHOULD : Occur.MUST);
            }
        }
        Query found = needed.setMinimumNumberShouldMatch(spareOne ? (int) count - 1 : 0)
                .build();
        return count == parts.size() ? found : welcome.add(found, Occur.MUST).build();
    }

    /** Records that have a word which begins like this; mail addresses have all sorts of beginnings. */
    static Query begins(Word word) {
        String folded = word.folded();
        boolean titleTerm = folded.length() <= SearchTerms.LONGEST_TITLE_PREFIX;
        boolean otherTerm = folded.length() <= SearchTerms.LONGEST_OTHER_PREFIX;
        return best(List.of(
                beginning(titleTerm, Fields.TITLE_PREFIX, Fields.TITLE_WORD, folded, 1),
                beginning(titleTerm, Fields.TITLE_PINYIN, Fields.TITLE_PINYIN, folded, 1),
                beginning(otherTerm, Fields.OTHER_PREFIX, Fields.OTHER_WORD, folded, 1)));
    }

    /**
     * Records that are meant by exactly what was typed: they are called so, or have every word as it is, in one place
     * or at least neighbours together.
     */
    static Query exact(TypedText typed) {
        List<Query> keys = new ArrayList<>(List.of(term(Fields.KEYS, typed.key(), 1)));
        keys.add(term(Fields.TITLE, typed.whole(), 1));
        if (!typed.phone().isEmpty()) {
            keys.add(term(Fields.KEYS, typed.phone(), 1));
        }
        OnePlaceQueries.whole(typed).ifPresent(keys::add);
        if (typed.words().size() != 2) {
            keys.add(asTyped(typed));
        }
        return best(keys);
    }

    /**
     * Records that have every word as it is; of more than two words neighbours together but for one place, as between a
     * name and a city. The last word may be a beginning if it stands with the one before it.
     */
    static Query asTyped(TypedText typed) {
        List<Word> words = typed.needed();
        BooleanQuery.Builder whole = new BooleanQuery.Builder();
        words.forEach(word -> whole.add(whole(word), Occur.MUST));
        if (words.size() < 3 || words.stream().anyMatch(Word::cjk)) {
            return whole.build();
        }
        int last = words.size() - 1;
        BooleanQuery.Builder begun = new BooleanQuery.Builder();
        words.subList(0, last).forEach(word -> begun.add(whole(word), Occur.MUST));
        begun.add(together(words.get(last - 1), words.get(last), true), Occur.MUST);
        begun.add(neighbours(words.subList(0, last)), Occur.MUST);
        whole.add(neighbours(words), Occur.MUST);
        return best(List.of(whole.build(), begun.build()));
    }

    private static Query whole(Word word) {
        return word.cjk()
                ? characters(word)
                : best(WHOLE_WORDS.stream()
                        .map(field -> term(field, word.folded(), 1))
                        .toList());
    }

    /** All but one stand beside the one that was typed before. */
    private static Query neighbours(List<Word> words) {
        BooleanQuery.Builder pairs = new BooleanQuery.Builder();
        int needed = words.size() - 2;
        for (int i = 0; i + 1 < words.size(); i++) {
            pairs.add(together(words.get(i), words.get(i + 1), false), Occur.SHOULD);
        }
        return needed < 1
                ? new MatchAllDocsQuery()
                : pairs.setMinimumNumberShouldMatch(needed).build();
    }

    private static Query together(Word left, Word right, boolean open) {
        String pair = WordPairs.pair(left.folded(), right.folded());
        return best(List.of(
                beginning(!open, Fields.TITLE_PAIR, Fields.TITLE_PAIR, pair, 1),
                beginning(!open, Fields.OTHER_PAIR, Fields.OTHER_PAIR, pair, 1)));
    }

    /** True if more parts than one were typed, of which one may be wrong. */
    static boolean sparesOne(TypedText typed) {
        return typed.parts().stream().filter(part -> !part.optional()).count() >= FEWEST_WORDS_TO_SPARE_ONE;
    }

    private static Query part(TypedText.Part part, Wanted wanted, boolean alone) {
        if (part.mail().startsWith("@")) {
            return constant(prefix(Fields.MAIL, part.mail()), ADDRESS);
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (Word word : part.words()) {
            Word called = part.called();
            Query asked = called == null ? word(word, wanted, alone) : best(List.of(characters(word), called(called)));
            all.add(
                    part.form() ? best(List.of(asked, term(Fields.OTHER_FORM, word.folded(), OTHER_WORD))) : asked,
                    Occur.MUST);
        }
        Query words = all.build();
        return part.mail().isEmpty() ? words : best(List.of(words, address(part.mail())));
    }

    /** Whoever is called so; by a family name alone whoever has that. */
    private static Query called(Word name) {
        return Salutations.isFamily(name.folded())
                ? term(Fields.TITLE, Wholes.start(List.of(name)), TITLE_WORD)
                : characters(name);
    }

    /** The beginning of an address or of a tail of its name, or of the domain. */
    private static Query address(String typed) {
        Query name = prefix(Fields.MAIL, typed);
        Query domain = prefix(Fields.MAIL, "@" + typed);
        return constant(typed.indexOf('@') >= 0 ? name : FilterQueries.any(List.of(name, domain)), ADDRESS);
    }

    private static Query word(Word word, Wanted wanted, boolean alone) {
        if (word.cjk()) {
            return characters(word);
        }
        String folded = word.folded();
        List<Query> ways = new ArrayList<>();
        ways.add(term(Fields.TITLE_WORD, folded, TITLE_WORD));
        boolean titleTerm = folded.length() <= SearchTerms.LONGEST_TITLE_PREFIX;
        ways.add(beginning(titleTerm, Fields.TITLE_PREFIX, Fields.TITLE_WORD, folded, TITLE_PREFIX));
        ways.add(beginning(titleTerm, Fields.TITLE_PINYIN, Fields.TITLE_PINYIN, folded, TITLE_PINYIN));
        ways.add(term(Fields.OTHER_WORD, folded, OTHER_WORD));
        boolean otherTerm = folded.length() <= SearchTerms.LONGEST_OTHER_PREFIX;
        ways.add(beginning(otherTerm, Fields.OTHER_PREFIX, Fields.OTHER_WORD, folded, OTHER_PREFIX));
        ways.add(term(Fields.MAIL_WORD, folded, OTHER_PREFIX));
        ways.add(term(Fields.OTHER_JOINED, folded, OTHER_WORD));
        if (word.digits()) {
            ways.addAll(phone(folded));
        }
        if (!wanted.stage().literal()) {
            if (innerMail(word, alone)) {
                ways.add(constant(prefix(Fields.MAIL, folded), MAIL));
                ways.add(constant(prefix(Fields.MAIL_WORD, folded), MAIL));
            }
            ways.add(constant(prefix(Fields.OTHER_JOINED, folded), OTHER_PREFIX));
            if (Vocabulary.maySlip(word)) {
                meant(word, wanted.similar(), ways);
            }
        }
        return new BooleanQuery.Builder()
                .add(best(ways), Occur.MUST)
                .add(
                        term(
                                Fields.TITLE_EXACT,
                                word.exact(),
                                word.exact().equals(folded) ? TITLE_EXACT_PLAIN : TITLE_EXACT),
                        Occur.SHOULD)
                .build();
    }

    /** Who types the inside of an address types nothing else, or something with digits in it. */
    private static boolean innerMail(Word word, boolean alone) {
        return word.length() >= SHORTEST_TAIL
                && (alone || word.folded().chars().anyMatch(Character::isDigit) && !word.digits());
    }

    private static void meant(Word word, Similar similar, List<Query> ways) {
        for (Vocabulary.Meant meant : similar.to(word)) {
            float boost = (meant.title() ? TITLE_SIMILAR : OTHER_SIMILAR) / meant.slips();
            ways.add(term(meant.title() ? Fields.TITLE_WORD : Fields.OTHER_WORD, meant.word(), boost));
        }
        for (String pair : apart(word)) {
            ways.add(constant(prefix(Fields.TITLE_PAIR, pair), TITLE_SIMILAR));
            ways.add(constant(prefix(Fields.OTHER_PAIR, pair), OTHER_SIMILAR));
        }
    }

    /** Every way to take a word for two that stand side by side and were typed without a blank. */
    private static List<String> apart(Word word) {
        String folded = word.folded();
        List<String> pairs = new ArrayList<>();
        for (int at = SHORTEST_HALF; folded.length() <= LONGEST_PAIR && at <= folded.length() - SHORTEST_HALF; at++) {
            pairs.add(WordPairs.pair(folded.substring(0, at), folded.substring(at)));
        }
        return pairs;
    }

    /** What a run of characters must have, its legal form left out. */
    static Set<String> grams(Word run) {
        return CjkGrams.wanted(LegalForms.without(run.folded()));
    }

    private static Query characters(Word run) {
        BooleanQuery.Builder title = new BooleanQuery.Builder();
        BooleanQuery.Builder other = new BooleanQuery.Builder();
        for (String gram : grams(run)) {
            title.add(term(Fields.TITLE_WORD, gram, TITLE_WORD), Occur.MUST);
            other.add(term(Fields.OTHER_WORD, gram, OTHER_WORD), Occur.MUST);
        }
        return best(List.of(title.build(), other.build()));
    }

    private static List<Query> phone(String digits) {
        List<Query> ways = new ArrayList<>();
        if (digits.length() >= SHORTEST_TAIL) {
            ways.add(term(Fields.PHONE_TAIL, digits, PHONE_TAIL));
            if (digits.length() <= SearchTerms.LONGEST_PHONE_PREFIX) {
                ways.add(term(Fields.PHONE_PREFIX, digits, PHONE_PART));
            }
        }
        if (digits.length() >= SHORTEST_INNER) {
            ways.add(constant(prefix(Fields.PHONE_TAIL, digits), PHONE_PART));
        }
        return ways;
    }

    private static Query best(List<Query> ways) {
        return ways.size() == 1 ? ways.get(0) : new DisjunctionMaxQuery(ways, 0);
    }
}
