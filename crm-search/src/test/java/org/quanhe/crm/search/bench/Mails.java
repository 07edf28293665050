package org.quanhe.crm.search.bench;

import java.util.List;

/** Mail addresses as people make them of their names. */
final class Mails {
    private static final List<String> HOUSES = List.of(
            "gmail.com",
            "gmail.com",
            "gmail.com",
            "yahoo.com",
            "outlook.com",
            "fpt.com",
            "qq.com",
            "163.com",
            "vnn.vn");

    private Mails() {}

    static String of(PersonName person, boolean organisation, Company company, Dice dice) {
        String firm = firm(company);
        if (organisation) {
            return dice.one(List.of("info", "sales", "contact", "office")) + "@" + firm + dice.number(100) + ".vn";
        }
        String domain = dice.in100(45) ? firm + dice.one(List.of(".vn", ".com", ".com.vn")) : dice.one(HOUSES);
        return name(person, dice) + "@" + domain;
    }

    private static String firm(Company company) {
        if (!Fold.cjk(company.brand())) {
            return Fold.plain(company.brand());
        }
        StringBuilder sounds = new StringBuilder();
        String brand = Vocabulary.simplified(company.brand());
        for (int i = 0; i < brand.length(); i++) {
            String character = brand.substring(i, i + 1);
            Vocabulary.glyphs("brands").stream()
                    .filter(g -> g.simplified().equals(character))
                    .findFirst()
                    .ifPresent(g -> sounds.append(g.pinyin().get(0)));
        }
        return sounds.toString();
    }

    private static String name(PersonName person, Dice dice) {
        String family;
        String given;
        if (person.inCharacters()) {
            family = person.familySound();
            given = String.join("", person.givenSounds());
        } else {
            String[] words = Fold.words(person.written());
            family = words[0];
            given = words[words.length - 1];
        }
        String figures = String.valueOf(dice.in100(30) ? 1960 + dice.number(50) : dice.number(1000));
        return switch (dice.number(7)) {
            case 0 -> family + given + figures;
            case 1 -> given + "." + family + figures;
            case 2 -> family + "_" + given + figures;
            case 3 -> given.charAt(0) + family + figures;
            case 4 -> family.charAt(0) + given + figures;
            case 5 ->
                person.inCharacters()
                        ? given + family + figures
                        : String.join("", Fold.words(person.written())) + figures;
            default -> given + "." + family;
        };
    }
}
