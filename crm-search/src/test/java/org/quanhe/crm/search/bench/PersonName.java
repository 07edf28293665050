package org.quanhe.crm.search.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * A person's name.
 *
 * @param written as it stands in the record
 * @param characters what it consists of if it is written in characters: the family name, then the given ones; else
 *     empty
 */
record PersonName(String written, List<Glyphs> characters) {
    static PersonName vietnamese(Dice dice) {
        String middles = dice.in100(50) ? "vi.middles.women" : "vi.middles.men";
        StringBuilder name = new StringBuilder(dice.word("vi.families"));
        if (!dice.in100(8)) {
            name.append(' ').append(dice.word(middles));
        }
        if (dice.in100(26)) {
            name.append(' ').append(dice.word("vi.givens"));
        }
        return new PersonName(name.append(' ').append(dice.word("vi.givens")).toString(), List.of());
    }

    static PersonName english(Dice dice) {
        String name = dice.word("en.firsts") + (dice.in100(15) ? " " + dice.word("en.firsts") : "");
        return new PersonName(name + " " + dice.word("en.lasts"), List.of());
    }

    static PersonName chinese(Dice dice, boolean traditional) {
        int kind = dice.number(100);
        String families = kind < 8 ? "families.polyphonic" : kind < 12 ? "families.compound" : "families";
        List<Glyphs> characters = new ArrayList<>(List.of(dice.glyphs(families), dice.glyphs("givens")));
        if (dice.in100(68)) {
            characters.add(dice.glyphs("givens"));
        }
        return of(characters, traditional);
    }

    static PersonName sinoVietnamese(Dice dice, boolean traditional) {
        List<Glyphs> characters = new ArrayList<>(List.of(dice.glyphs("families.sino")));
        if (dice.in100(85)) {
            characters.add(dice.glyphs("middles.sino"));
        }
        characters.add(dice.glyphs("givens"));
        return of(characters, traditional);
    }

    private static PersonName of(List<Glyphs> characters, boolean traditional) {
        StringBuilder name = new StringBuilder();
        characters.forEach(c -> name.append(traditional ? c.traditional() : c.simplified()));
        return new PersonName(name.toString(), List.copyOf(characters));
    }

    boolean inCharacters() {
        return !characters.isEmpty();
    }

    /** Pinyin of the family name, without blanks; of a name in characters only. */
    String familySound() {
        return String.join("", characters.get(0).pinyin());
    }

    /** Pinyin of the given name's characters. */
    List<String> givenSounds() {
        return characters.subList(1, characters.size()).stream()
                .flatMap(c -> c.pinyin().stream())
                .toList();
    }

    /** First letters of all syllables, the family name first. */
    String initials() {
        StringBuilder initials = new StringBuilder();
        characters.forEach(c -> c.pinyin().forEach(s -> initials.append(s.charAt(0))));
        return initials.toString();
    }

    /** How a Vietnamese reads a name in characters, with accents; several where a character has several readings. */
    List<String> readings() {
        List<String> readings = new ArrayList<>(List.of(""));
        for (Glyphs character : characters) {
            List<String> longer = new ArrayList<>();
            for (String before : readings) {
                character.readings().forEach(r -> longer.add(before.isEmpty() ? r : before + " " + r));
            }
            readings = longer;
        }
        return characters.isEmpty() ? List.of() : List.copyOf(readings);
    }
}
