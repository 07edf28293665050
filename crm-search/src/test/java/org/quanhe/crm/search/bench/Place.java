package org.quanhe.crm.search.bench;

import org.quanhe.crm.search.bench.Customer.Kin;

/**
 * Where a customer lives.
 *
 * @param street house, street, ward and district
 */
record Place(String street, String city) {
    static Place of(Kin kin, Dice dice) {
        return switch (kin) {
            case VIETNAMESE, SINO_VIETNAMESE -> vietnamese(dice);
            case SIMPLIFIED -> chinese(dice);
            case TRADITIONAL -> {
                Place place = chinese(dice);
                yield new Place(Vocabulary.traditional(place.street), Vocabulary.traditional(place.city));
            }
            case ENGLISH -> new Place(1 + dice.number(1500) + " " + dice.word("en.streets"), dice.word("en.cities"));
        };
    }

    private static Place vietnamese(Dice dice) {
        String house = 1 + dice.number(400) + (dice.in100(25) ? "/" + (1 + dice.number(60)) : "");
        String street = house + " " + dice.word("vi.streets");
        String ward = dice.in100(60) ? ", " + dice.word("vi.wards") : "";
        return new Place(street + ward + ", " + dice.word("vi.districts"), dice.word("vi.cities"));
    }

    private static Place chinese(Dice dice) {
        String city = dice.word("zh.cities");
        String street = dice.word("zh.districts") + dice.word("zh.streets") + (1 + dice.number(600)) + "号";
        return new Place(
                (dice.in100(50) ? city + "市" : "") + street + (dice.in100(40) ? 1 + dice.number(30) + "楼" : ""), city);
    }
}
