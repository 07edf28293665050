package org.quanhe.crm.bench;

import java.util.SplittableRandom;

/** What people type into the search box, drawn from the customers that are there. */
final class Queries {
    private final long customers;

    Queries(long customers) {
        this.customers = customers;
    }

    String next(SplittableRandom random) {
        var person = MadeUpCustomers.number(random.nextLong(customers));
        return switch (random.nextInt(8)) {
            case 0, 1 -> person.latin(); // no accents; pinyin
            case 2 -> person.name();
            case 3 -> beginning(person.latin(), random); // while somebody types
            case 4 -> tail(person.phone(), 4 + random.nextInt(4));
            case 5 -> lastWords(person.company());
            case 6 -> person.latin() + " " + MadeUpCustomers.withoutAccents(person.city());
            default -> person.email();
        };
    }

    private static String beginning(String latin, SplittableRandom random) {
        int from = latin.lastIndexOf(' ') + 1;
        int most = latin.length() - from;
        return latin.substring(0, from + Math.min(most, 1 + random.nextInt(3)));
    }

    private static String tail(String phone, int count) {
        var digits = phone.replaceAll("\\D", "");
        return digits.substring(digits.length() - count);
    }

    private static String lastWords(String company) {
        var words = company.split(" ");
        return words.length == 1 ? company.substring(2) : words[words.length - 2] + " " + words[words.length - 1];
    }
}
