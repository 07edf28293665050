package org.quanhe.crm.search.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Parts of names in letters, in any order: all who have them in their name belong. */
final class TypingKinds {
    private static final double TARGET = .99;

    private TypingKinds() {}

    static List<Kind> all() {
        return List.of(
                new Kind("name: every word a beginning", TARGET, TypingKinds::beginnings),
                new Kind("name: last word a beginning", TARGET, TypingKinds::lastBeginning),
                new Kind("name: other word order", TARGET, TypingKinds::otherOrder),
                new Kind("name: a word left out", TARGET, TypingKinds::leftOut));
    }

    private static boolean asked(Traits t, int words) {
        return !t.customer().organisation()
                && t.name().length >= words
                && !Fold.cjk(t.customer().name());
    }

    private static String cut(String word, int least, Dice dice) {
        int from = Math.min(least, word.length());
        return word.substring(0, from + dice.number(word.length() - from + 1));
    }

    private static Optional<Question> beginnings(Traits t, Dice dice) {
        if (!asked(t, 2)) {
            return Optional.empty();
        }
        List<String> typed = new ArrayList<>();
        for (int i = 0; i < t.name().length; i++) {
            if (i == 0 || t.name().length == 2 || !dice.in100(25)) {
                typed.add(cut(t.name()[i], i == 0 ? 2 : 1, dice));
            }
        }
        String[] words = typed.toArray(String[]::new);
        return Optional.of(Question.of(String.join(" ", words), c -> Rules.allBeginnings(words, c.name())));
    }

    private static Optional<Question> lastBeginning(Traits t, Dice dice) {
        if (!asked(t, 2)) {
            return Optional.empty();
        }
        String[] words = t.name().clone();
        int last = words.length - 1;
        words[last] = cut(words[last], 1, dice);
        return Optional.of(Question.of(String.join(" ", words), c -> Rules.lastBeginning(words, c.name())));
    }

    private static Optional<Question> otherOrder(Traits t, Dice dice) {
        if (!asked(t, 2)) {
            return Optional.empty();
        }
        List<String> turned = new ArrayList<>(List.of(t.name()));
        Collections.rotate(turned, 1 + dice.number(turned.size() - 1));
        return allWords(turned);
    }

    private static Optional<Question> leftOut(Traits t, Dice dice) {
        if (!asked(t, 3)) {
            return Optional.empty();
        }
        List<String> left = new ArrayList<>(List.of(t.name()));
        left.remove(1 + dice.number(left.size() - 2));
        if (dice.in100(25)) {
            Collections.reverse(left);
        }
        return allWords(left);
    }

    private static Optional<Question> allWords(List<String> typed) {
        String[] words = typed.toArray(String[]::new);
        return Optional.of(Question.of(String.join(" ", words), c -> Rules.allWords(words, c.name())));
    }
}
