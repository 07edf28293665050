package org.quanhe.crm.search.lucene;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.quanhe.crm.search.analysis.LegalForms;
import org.quanhe.crm.search.analysis.Word;

/** Short texts as one term: whole, without their legal form, and their first words. */
final class Wholes {
    private static final int LONGEST = 200;
    private static final int MOST_FIRST_WORDS = 4;

    /** Before a term that is not all of the text. */
    static final String START = "^";

    private Wholes() {}

    /** The folded words with a blank between. */
    static String of(List<Word> words) {
        StringBuilder whole = new StringBuilder();
        words.forEach(word -> whole.append(whole.isEmpty() ? "" : " ").append(word.folded()));
        return whole.length() > LONGEST ? whole.substring(0, LONGEST) : whole.toString();
    }

    /** The term of texts that go on behind these words. */
    static String start(List<Word> words) {
        return START + of(words);
    }

    /** All terms of a text. */
    static Set<String> terms(List<Word> words) {
        Set<String> terms = new LinkedHashSet<>();
        terms.add(of(words));
        List<Word> name = LegalForms.name(words);
        terms.add(of(name));
        for (int count = 1; count <= Math.min(MOST_FIRST_WORDS, name.size()); count++) {
            terms.add(start(name.subList(0, count)));
        }
        return terms;
    }
}
