package org.quanhe.crm.search.bench;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.quanhe.crm.search.bench.Customer.Kin;

/**
 * Customers as a Vietnamese house with Chinese and English partners has them. A customer is made from his number alone:
 * the same number gives the same one in every crowd, and a million need no memory.
 */
final class Crowd {
    static final int OWNERS = 200;
    static final int TEAMS = 8;

    private static final long SEED = 20_261_129;

    private Crowd() {}

    static Customer customer(long number) {
        Dice dice = Dice.of(SEED, number);
        Kin kin = kin(dice.number(100));
        boolean organisation = dice.in100(12);
        Company company = company(kin, dice);
        PersonName person = organisation ? new PersonName(company.written(), List.of()) : person(kin, dice);
        boolean earlierTones = kin == Kin.VIETNAMESE && dice.in100(40);
        boolean apart = kin == Kin.VIETNAMESE && dice.in100(3);
        Place place = Place.of(kin, dice);
        long owner = 1 + dice.number(OWNERS);
        List<Phone> phones = new ArrayList<>();
        for (int i = dice.in100(25) ? 2 : 1; i > 0; i--) {
            phones.add(phone(kin, dice));
        }
        Spelling spelling = new Spelling(earlierTones, apart);
        return new Customer(
                number,
                kin,
                organisation,
                spelling.of(person.written()),
                person,
                new Company(spelling.of(company.written()), company.core(), company.brand()),
                phones,
                List.of(Mails.of(person, organisation, company, dice)),
                spelling.of(place.street()),
                spelling.of(place.city()),
                spelling.of(Notes.of(kin, dice)),
                dice.in100(35) ? List.of() : List.of(dice.word("tags")),
                dice.word("stages"),
                owner,
                "team" + (1 + owner % TEAMS));
    }

    /** How the person who entered a record writes. */
    private record Spelling(boolean earlierTones, boolean apart) {
        String of(String text) {
            String placed = earlierTones ? TonePlace.earlier(text) : text;
            return apart ? Normalizer.normalize(placed, Normalizer.Form.NFD) : placed;
        }
    }

    private static Kin kin(int of100) {
        if (of100 < 58) {
            return Kin.VIETNAMESE;
        }
        if (of100 < 63) {
            return Kin.SINO_VIETNAMESE;
        }
        if (of100 < 78) {
            return Kin.SIMPLIFIED;
        }
        return of100 < 85 ? Kin.TRADITIONAL : Kin.ENGLISH;
    }

    private static PersonName person(Kin kin, Dice dice) {
        return switch (kin) {
            case VIETNAMESE -> PersonName.vietnamese(dice);
            case SIMPLIFIED -> PersonName.chinese(dice, false);
            case TRADITIONAL -> PersonName.chinese(dice, true);
            case SINO_VIETNAMESE -> PersonName.sinoVietnamese(dice, dice.in100(50));
            case ENGLISH -> PersonName.english(dice);
        };
    }

    private static Company company(Kin kin, Dice dice) {
        return switch (kin) {
            case VIETNAMESE -> Company.vietnamese(dice);
            case SIMPLIFIED -> Company.chinese(dice, false);
            case TRADITIONAL -> Company.chinese(dice, true);
            case SINO_VIETNAMESE -> dice.in100(50) ? Company.vietnamese(dice) : Company.chinese(dice, true);
            case ENGLISH -> Company.english(dice);
        };
    }

    private static Phone phone(Kin kin, Dice dice) {
        return switch (kin) {
            case VIETNAMESE, SINO_VIETNAMESE -> Phone.vietnamese(dice);
            case SIMPLIFIED -> Phone.chinese(dice);
            case TRADITIONAL -> Phone.taiwanese(dice);
            case ENGLISH -> Phone.english(dice);
        };
    }
}
