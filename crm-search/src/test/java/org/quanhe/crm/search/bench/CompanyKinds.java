package org.quanhe.crm.search.bench;

import java.util.List;
import java.util.Optional;

/** Companies in letters: legal forms are noise. Who has the words in his name satisfies as well as a company. */
final class CompanyKinds {
    private static final double TARGET = .995;
    private static final List<String> VIETNAMESE_FORMS =
            List.of("cty", "cong ty", "Công ty", "cty tnhh", "công ty tnhh", "cong ty cp", "công ty cổ phần");
    private static final List<String> ENGLISH_FORMS = List.of("ltd", "co ltd", "Co., Ltd", "inc", "llc", "limited");

    private CompanyKinds() {}

    static List<Kind> all() {
        return List.of(
                new Kind("company: without legal form", TARGET, CompanyKinds::bare),
                new Kind("company: a beginning", TARGET, CompanyKinds::beginning),
                new Kind("company: with another legal form", TARGET, CompanyKinds::otherForm));
    }

    static boolean asked(Traits t) {
        return !Fold.cjk(t.customer().company().core());
    }

    /** What people type of it: the brand, or the brand with the trade. */
    static String typed(Traits t, Dice dice) {
        Company company = t.customer().company();
        return dice.in100(60) ? company.brand() : company.core();
    }

    static boolean has(String[] words, Traits c) {
        return Rules.allWords(words, c.core()) || Rules.allWords(words, c.name());
    }

    private static Optional<Question> bare(Traits t, Dice dice) {
        String typed = typed(t, dice);
        String[] words = Fold.words(typed);
        String text = dice.in100(60) ? String.join(" ", words) : typed;
        return asked(t) ? Optional.of(Question.of(text, c -> has(words, c))) : Optional.empty();
    }

    private static Optional<Question> beginning(Traits t, Dice dice) {
        String[] words = Fold.words(typed(t, dice));
        int last = words.length - 1;
        int least = words.length == 1 ? Math.min(3, words[0].length()) : 1;
        words[last] = words[last].substring(0, least + dice.number(words[last].length() - least + 1));
        return asked(t)
                ? Optional.of(Question.of(
                        String.join(" ", words),
                        c -> Rules.lastBeginning(words, c.core()) || Rules.lastBeginning(words, c.name())))
                : Optional.empty();
    }

    private static Optional<Question> otherForm(Traits t, Dice dice) {
        String typed = typed(t, dice);
        String[] words = Fold.words(typed);
        String text = t.customer().kin() == Customer.Kin.ENGLISH
                ? typed + " " + dice.one(ENGLISH_FORMS)
                : dice.one(VIETNAMESE_FORMS) + " " + String.join(" ", words);
        return asked(t) ? Optional.of(Question.of(text, c -> has(words, c))) : Optional.empty();
    }
}
