package org.quanhe.crm.search.bench;

import java.util.function.Predicate;

/**
 * Something typed into the search box, with its label: a rule that says of each customer whether he belongs to the
 * answer.
 *
 * @param text as typed
 * @param belongs the rule of its kind
 * @param rival who has a better claim to the first places than those who belong
 * @param rivalry what rivals do to the question
 */
record Question(String text, Predicate<Traits> belongs, Predicate<Traits> rival, Rivalry rivalry) {
    /** What happens where other customers fit what was typed as well. */
    enum Rivalry {
        /** There are none. */
        NONE,
        /** A question with rivals is not asked: a slip that made another name is no slip that anybody could see. */
        FORBIDDEN,
        /** It is asked if rivals and those who belong find room in ten hits together, the rivals first. */
        ON_ONE_PAGE
    }

    static Question of(String text, Predicate<Traits> belongs) {
        return new Question(text, belongs, t -> false, Rivalry.NONE);
    }

    /** Not to be asked if anybody is a rival. */
    Question without(Predicate<Traits> rivals) {
        return new Question(text, belongs, rivals, Rivalry.FORBIDDEN);
    }

    /** Rivals come first, and nobody belongs who is one. */
    Question behind(Predicate<Traits> rivals) {
        return new Question(text, belongs.and(rivals.negate()), rivals, Rivalry.ON_ONE_PAGE);
    }
}
