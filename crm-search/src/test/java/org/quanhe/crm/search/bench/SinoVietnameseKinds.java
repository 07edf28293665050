package org.quanhe.crm.search.bench;

import java.util.List;
import java.util.Optional;

/**
 * A name in characters by its Vietnamese reading, and the name in letters by the characters. Who is called as typed
 * comes first; so it is asked only where there is room for both on the first page.
 */
final class SinoVietnameseKinds {
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
        PersonName person = t.customer().person();
        if (!person.inCharacters() || t.customer().kin() != Customer.Kin.SINO_VIETNAMESE) {
            return Optional.empty();
        }
        String characters = t.wholeName();
        List<String> readings = t.exactReadings();
        return Optional.of(Question.of(t.customer().name(), c -> readings.contains(String.join(" ", c.exactName())))
                .behind(c -> c.wholeName().contains(characters)));
    }
}
