package org.quanhe.crm.search.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A name in characters by its Vietnamese reading, and the name in letters by the characters. Who is called as typed
 * comes first; so it is asked only where there is room for both on the first page.
 */
final class SinoVietnameseKinds {
    private static final Map<String, Glyphs> FAMILIES = byReading("families.sino", "families");
    private static final Map<String, Glyphs> GIVENS = byReading("middles.sino", "givens");

    private SinoVietnameseKinds() {}

    static List<Kind> all() {
        return List.of(
                new Kind("Sino-Vietnamese: characters by reading", 0, SinoVietnameseKinds::byReading),
                new Kind("Sino-Vietnamese: letters by characters", 0, SinoVietnameseKinds::byCharacters));
    }

    private static Optional<Question> byReading(Traits t, Dice dice) {
        PersonName person = t.customer().person();
        if (!person.inCharacters()) {
            return Optional.empty();
        }
        String reading = dice.one(person.readings());
        String whole = String.join(" ", Fold.words(reading));
        String[] words = Fold.words(reading);
        return Optional.of(
                Question.of(dice.in100(50) ? whole : reading, c -> c.readings().contains(whole))
                        .behind(c -> Rules.allBeginnings(words, c.name())));
    }

    /** Who is called as the characters are read, with the same accents. */
    private static Optional<Question> byCharacters(Traits t, Dice dice) {
        String[] words = t.exactName();
        List<Glyphs> characters = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            Glyphs written = (i == 0 ? FAMILIES : GIVENS).get(words[i]);
            if (written == null) {
                return Optional.empty();
            }
            characters.add(written);
        }
        boolean traditional = dice.in100(50);
        String text = characters.stream()
                .map(c -> traditional ? c.traditional() : c.simplified())
                .collect(Collectors.joining());
        String simplified = Vocabulary.simplified(text);
        Set<String> called = new PersonName(text, characters)
                .readings().stream().map(SinoVietnameseKinds::exact).collect(Collectors.toSet());
        return Optional.of(Question.of(text, c -> called.contains(String.join(" ", c.exactName())))
                .behind(c -> c.wholeName().contains(simplified)));
    }

    private static Map<String, Glyphs> byReading(String... sections) {
        Map<String, Glyphs> all = new HashMap<>();
        for (String section : sections) {
            Vocabulary.glyphs(section)
                    .forEach(glyphs -> glyphs.readings().forEach(reading -> all.putIfAbsent(exact(reading), glyphs)));
        }
        return all;
    }

    private static String exact(String reading) {
        return String.join(" ", Fold.exact(reading));
    }
}
