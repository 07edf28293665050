package org.quanhe.crm.search.bench;

import java.util.List;

/**
 * A company's name, known by its parts.
 *
 * @param written as it stands in the record
 * @param core without the legal form: trade and brand
 * @param brand what people call it
 */
record Company(String written, String core, String brand) {
    static Company vietnamese(Dice dice) {
        String brand = dice.in100(25) ? coined(dice) : syllables(dice);
        String trade = dice.in100(60) ? dice.word("vi.trades") : "";
        String legal = dice.word("vi.legal");
        boolean after = dice.in100(15);
        String core = trade.isEmpty() ? brand : after ? brand + " " + trade : trade + " " + brand;
        if (dice.in100(8)) {
            return new Company(core + dice.one(List.of(" JSC", " Co., Ltd", " Corp")), core, brand);
        }
        boolean capitals = legal.startsWith("CÔNG");
        return new Company(legal + " " + (capitals ? core.toUpperCase(java.util.Locale.ROOT) : core), core, brand);
    }

    static Company english(Dice dice) {
        String brand =
                switch (dice.number(4)) {
                    case 0 -> coined(dice);
                    case 1 -> dice.word("en.lasts") + (dice.in100(50) ? " & Sons" : "");
                    default -> dice.word("en.brands");
                };
        String core = dice.in100(75) ? brand + " " + dice.word("en.trades") : brand;
        String legal = dice.word("en.legal");
        return new Company(core + (legal.startsWith("Inc") && dice.in100(30) ? ", " : " ") + legal, core, brand);
    }

    static Company chinese(Dice dice, boolean traditional) {
        StringBuilder brand = new StringBuilder();
        int characters = 2 + dice.number(2);
        for (int i = 0; i < characters; i++) {
            brand.append(dice.glyphs("brands").simplified());
        }
        String core = brand + (dice.in100(80) ? dice.glyphs("trades").simplified() : "");
        String city = dice.in100(66) ? dice.word("zh.cities") : "";
        Company company = new Company(city + core + dice.word("zh.legal"), core, brand.toString());
        return traditional ? company.inTraditional() : company;
    }

    private Company inTraditional() {
        return new Company(
                Vocabulary.traditional(written), Vocabulary.traditional(core), Vocabulary.traditional(brand));
    }

    private static String syllables(Dice dice) {
        StringBuilder brand = new StringBuilder(dice.word("vi.brands"));
        int more = dice.in100(70) ? 1 : 2;
        for (int i = 0; i < more; i++) {
            brand.append(' ').append(dice.word("vi.brands"));
        }
        return brand.toString();
    }

    private static String coined(Dice dice) {
        String word = dice.word("coined.starts")
                + (dice.in100(70) ? dice.word("coined.starts") : "")
                + dice.word("coined.ends");
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
