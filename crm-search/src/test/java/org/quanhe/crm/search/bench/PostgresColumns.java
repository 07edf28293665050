package org.quanhe.crm.search.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What PostgreSQL is given: the same computed columns as the engine computes for itself, and here from what the crowd
 * knows, so that none is wrong: folded text (what unaccent would do, and đ as well), simplified characters with their
 * pairs, pinyin in both orders with initials, digits of phones in every notation, companies without legal form, the
 * Vietnamese reading of characters. Words are of class A in names, B in companies, C in addresses, D elsewhere.
 */
final class PostgresColumns {
    private final Traits traits;
    private final Map<String, Character> words = new LinkedHashMap<>();

    private PostgresColumns(Traits traits) {
        this.traits = traits;
    }

    /** A line for COPY: id, name_key, name_exact, names, phones, mails, words, team, owner. */
    static String line(Customer customer) {
        Traits traits = Traits.of(customer);
        String names = traits.wholeName() + " " + String.join(" ", traits.core());
        return String.join(
                        "\t",
                        List.of(
                                String.valueOf(customer.number()),
                                traits.wholeName(),
                                String.join(" ", traits.exactName()),
                                names,
                                " " + String.join(" ", traits.phones()) + " ",
                                String.join(" ", customer.mails()),
                                new PostgresColumns(traits).words(),
                                customer.team(),
                                String.valueOf(customer.owner())))
                + "\n";
    }

    private String words() {
        all(traits.name(), 'A');
        sounds();
        all(traits.core(), 'B');
        all(traits.address().toArray(String[]::new), 'C');
        all(traits.notes().toArray(String[]::new), 'D');
        traits.readings().forEach(reading -> all(reading.split(" "), 'D'));
        traits.customer().mails().forEach(mail -> all(Fold.words(mail), 'D'));
        StringBuilder vector = new StringBuilder();
        int place = 1;
        for (Map.Entry<String, Character> word : words.entrySet()) {
            vector.append('\'')
                    .append(word.getKey())
                    .append("':")
                    .append(place++)
                    .append(word.getValue())
                    .append(' ');
        }
        return vector.toString();
    }

    private void sounds() {
        PersonName person = traits.customer().person();
        if (person.inCharacters()) {
            put(person.familySound(), 'A');
            put(String.join("", person.givenSounds()), 'A');
            person.givenSounds().forEach(sound -> put(sound, 'A'));
            traits.sounds().forEach(sound -> put(sound, 'A'));
            traits.initials().forEach(initials -> put(initials, 'A'));
        }
    }

    private void all(String[] texts, char rank) {
        for (String text : texts) {
            if (Character.isIdeographic(text.charAt(0))) {
                grams(text, rank);
            } else {
                put(text, rank);
            }
        }
    }

    private void grams(String run, char rank) {
        for (int i = 0; i < run.length(); i++) {
            put(run.substring(i, i + 1), rank);
            if (i + 1 < run.length()) {
                put(run.substring(i, i + 2), rank);
            }
        }
    }

    /** The first class stays: it is the higher one. */
    private void put(String word, char rank) {
        words.putIfAbsent(word, rank);
    }
}
