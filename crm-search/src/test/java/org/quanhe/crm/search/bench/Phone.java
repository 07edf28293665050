package org.quanhe.crm.search.bench;

import java.util.List;

/**
 * A phone number.
 *
 * @param country its code, {@code 84}
 * @param local what follows it
 * @param trunk what is dialled before {@code local} inside the country, {@code 0} or nothing
 * @param written as it stands in the record
 */
record Phone(String country, String local, String trunk, String written) {
    private static final List<String> VIETNAMESE = List.of(
            "32", "33", "34", "35", "36", "37", "38", "39", "56", "58", "59", "70", "76", "77", "78", "79", "81", "82",
            "83", "84", "85", "86", "88", "87", "90", "91", "93", "94", "96", "97", "98", "90", "91", "98", "97");
    private static final List<String> CHINESE = List.of("135", "136", "138", "139", "150", "158", "186", "187", "189");
    private static final List<String> SIGNS = List.of(" ", ".", "-", " ", "");

    static Phone vietnamese(Dice dice) {
        if (dice.in100(12)) {
            return local("84", dice.one(List.of("243", "246", "247", "283", "286", "287")), 7, dice);
        }
        return local("84", dice.one(VIETNAMESE), 7, dice);
    }

    static Phone chinese(Dice dice) {
        if (dice.in100(10)) {
            return new Phone("86", dice.one(List.of("106", "108", "215", "216")), "0", "").rest(7, dice, true);
        }
        return new Phone("86", dice.one(CHINESE), "", "").rest(8, dice, false);
    }

    /** Where nobody could tell the country from the national form, records hold the international one. */
    static Phone taiwanese(Dice dice) {
        return new Phone("886", "9", "0", "").rest(8, dice, true);
    }

    static Phone english(Dice dice) {
        if (dice.in100(40)) {
            return new Phone("44", "79", "0", "").rest(8, dice, true);
        }
        String area = dice.one(List.of("212", "253", "415", "617", "206", "312"));
        return new Phone("1", area + (2 + dice.number(8)), "", "").rest(6, dice, dice.in100(60));
    }

    private static Phone local(String country, String prefix, int rest, Dice dice) {
        return new Phone(country, prefix, "0", "").rest(rest, dice, false);
    }

    private Phone rest(int digits, Dice dice, boolean abroad) {
        Phone whole = new Phone(country, local + dice.digits(digits), trunk, "");
        String text = abroad || dice.in100(30) ? whole.international(dice) : whole.national(dice);
        return new Phone(country, whole.local, trunk, text);
    }

    /** As it is dialled inside the country, in one of the notations. */
    String national(Dice dice) {
        if (country.equals("1") && dice.in100(40)) {
            return "(" + local.substring(0, 3) + ") " + local.substring(3, 6) + "-" + local.substring(6);
        }
        return grouped(trunk + local, dice.one(SIGNS), dice);
    }

    /** With the country's code, in one of the notations. */
    String international(Dice dice) {
        String sign = dice.one(SIGNS);
        String groups = grouped(local, sign, dice);
        return switch (dice.number(7)) {
            case 0 -> "00" + country + sign + groups;
            case 1 -> "(+" + country + ") " + groups;
            case 2 -> trunk.isEmpty() ? "+" + country + " " + groups : "+" + country + " (" + trunk + ")" + groups;
            case 3 -> "+" + country + local;
            default -> "+" + country + (sign.isEmpty() ? " " : sign) + groups;
        };
    }

    /** Its digits in every notation: national, with the country's code, bare. */
    List<String> forms() {
        return trunk.isEmpty() ? List.of(local, country + local) : List.of(trunk + local, country + local, local);
    }

    static String grouped(String digits, String sign, Dice dice) {
        if (sign.isEmpty() || digits.length() < 5) {
            return digits;
        }
        int first = digits.length() % 3 == 0 ? 3 : digits.length() % 3 + (dice.in100(50) ? 0 : 3);
        StringBuilder grouped = new StringBuilder(digits.substring(0, Math.max(2, first)));
        for (int at = Math.max(2, first); at < digits.length(); at += 3) {
            grouped.append(sign).append(digits, at, Math.min(digits.length(), at + 3));
        }
        return grouped.toString();
    }
}
