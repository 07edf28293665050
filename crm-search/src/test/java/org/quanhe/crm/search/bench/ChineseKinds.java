package org.quanhe.crm.search.bench;

import java.util.List;
import java.util.Optional;

/** Names and companies in characters, in either script: a name is found by all of it or by some of its characters. */
final class ChineseKinds {
    private static final double TARGET = .995;

    private ChineseKinds() {}

    static List<Kind> all() {
        return List.of(
                new Kind(
                        "Chinese: name",
                        TARGET,
                        (t, dice) -> name(t, t.customer().name())),
                new Kind("Chinese: name, other script", TARGET, ChineseKinds::otherScript),
                new Kind("Chinese: part of a name", TARGET, ChineseKinds::part),
                new Kind("Chinese: company without legal form", TARGET, ChineseKinds::company));
    }

    /** In the script it is not in; in its own where both are the same. */
    static String inOtherScript(String text) {
        String simplified = Vocabulary.simplified(text);
        return simplified.equals(text) ? Vocabulary.traditional(text) : simplified;
    }

    private static Optional<Question> name(Traits t, String text) {
        return t.customer().person().inCharacters()
                ? Optional.of(Question.of(text, c -> c.wholeName().equals(t.wholeName())))
                : Optional.empty();
    }

    private static Optional<Question> otherScript(Traits t, Dice dice) {
        String other = inOtherScript(t.customer().name());
        return other.equals(t.customer().name()) ? Optional.empty() : name(t, other);
    }

    private static Optional<Question> part(Traits t, Dice dice) {
        String name = t.customer().name();
        if (!t.customer().person().inCharacters() || name.length() < 3) {
            return Optional.empty();
        }
        String part = dice.in100(65) ? name.substring(name.length() - 2) : name.substring(0, 2);
        String meant = Vocabulary.simplified(part);
        return Optional.of(Question.of(
                dice.in100(50) ? part : inOtherScript(part), c -> c.wholeName().contains(meant)));
    }

    /** With its trade or without, in either script; a person who is called so satisfies as well. */
    private static Optional<Question> company(Traits t, Dice dice) {
        Company company = t.customer().company();
        if (!Fold.cjk(company.core())) {
            return Optional.empty();
        }
        String text = dice.in100(60) ? company.brand() : company.core();
        String meant = Vocabulary.simplified(text);
        return Optional.of(Question.of(
                dice.in100(50) ? text : inOtherScript(text),
                c -> c.wholeName().contains(meant) || c.core()[0].contains(meant)));
    }
}
