package org.quanhe.crm.search.bench;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Chinese names by sound. All belong whose whole name sounds so, blanks apart, the family name first or last; family
 * names with a reading of their own (曾 zeng, 单 shan) by that one.
 */
final class PinyinKinds {
    private static final Set<String> POLYPHONIC = Vocabulary.glyphs("families.polyphonic").stream()
            .map(Glyphs::simplified)
            .collect(Collectors.toSet());
    private static final Set<String> WORDS_IN_LETTERS = Stream.of(
                    "vi.families",
                    "vi.middles.women",
                    "vi.middles.men",
                    "vi.givens",
                    "en.firsts",
                    "en.lasts",
                    "vi.brands",
                    "en.brands",
                    "vi.legal",
                    "en.legal")
            .flatMap(section -> Vocabulary.words(section).stream())
            .flatMap(words -> Stream.of(Fold.words(words)))
            .collect(Collectors.toSet());

    private PinyinKinds() {}

    static List<Kind> all() {
        return List.of(
                new Kind("pinyin: whole name", .995, PinyinKinds::whole),
                new Kind(
                        "pinyin: surnames read apart",
                        .995,
                        (t, dice) -> polyphonic(t) ? whole(t, dice) : Optional.empty()),
                new Kind("pinyin: initials", .98, PinyinKinds::initials));
    }

    private static boolean polyphonic(Traits t) {
        PersonName person = t.customer().person();
        return person.inCharacters()
                && POLYPHONIC.contains(person.characters().get(0).simplified());
    }

    private static Optional<Question> whole(Traits t, Dice dice) {
        PersonName person = t.customer().person();
        if (!person.inCharacters()) {
            return Optional.empty();
        }
        String family = person.familySound();
        List<String> givens = person.givenSounds();
        String given = String.join("", givens);
        String text =
                switch (dice.number(5)) {
                    case 0 -> family + given;
                    case 1 -> family + " " + given;
                    case 2 -> given + " " + family;
                    case 3 -> given + family;
                    default -> family + " " + String.join(" ", givens);
                };
        String sound = text.replace(" ", "");
        return Optional.of(Question.of(text, c -> c.sounds().contains(sound)));
    }

    /**
     * Initials that begin a word in letters would rightly find those names first, so they are not asked. The family
     * name may be first or last.
     */
    private static Optional<Question> initials(Traits t, Dice dice) {
        if (t.initials().isEmpty()) {
            return Optional.empty();
        }
        String initials = t.initials().get(0);
        if (WORDS_IN_LETTERS.stream().anyMatch(word -> word.startsWith(initials))) {
            return Optional.empty();
        }
        return Optional.of(Question.of(initials, c -> c.initials().contains(initials)));
    }
}
