package org.quanhe.crm.search.bench;

import java.util.List;

/**
 * A made-up customer, known by parts so that rules can decide what belongs to a question.
 *
 * @param number from 1
 * @param kin what language the name is from
 * @param organisation true if the name is that of {@code company} itself
 * @param name of the person or company, as in the record
 * @param person the person's name by its parts; of an organisation only the written form
 * @param company the organisation itself or where the person works
 * @param owner number of the user, from 1 to {@link Crowd#OWNERS}
 * @param team code of the owner's team
 */
record Customer(
        long number,
        Kin kin,
        boolean organisation,
        String name,
        PersonName person,
        Company company,
        List<Phone> phones,
        List<String> mails,
        String street,
        String city,
        String notes,
        List<String> tags,
        String stage,
        long owner,
        String team) {
    /** Languages and scripts of names. */
    enum Kin {
        VIETNAMESE,
        SIMPLIFIED,
        TRADITIONAL,
        SINO_VIETNAMESE,
        ENGLISH
    }
}
