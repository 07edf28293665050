package org.quanhe.crm.search.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A customer in the forms in which rules compare.
 *
 * @param name folded words of the name
 * @param wholeName them with blanks between
 * @param exactName words of the name with accents
 * @param sounds pinyin without blanks, the family name first and last; none of a name in letters
 * @param initials of the pinyin, the family name first and last; none of a name in letters
 * @param readings of a name in characters: folded words as a Vietnamese reads it
 * @param core folded words of the company without its legal form
 * @param called words of name and core
 * @param phones digits in every notation
 * @param address folded words of street and city, and the city's in one
 * @param notes folded words of notes and tags
 */
record Traits(
        Customer customer,
        String[] name,
        String wholeName,
        String[] exactName,
        List<String> sounds,
        List<String> initials,
        List<String> readings,
        String[] core,
        Set<String> called,
        List<String> phones,
        Set<String> address,
        Set<String> notes) {

    static Traits of(Customer customer) {
        PersonName person = customer.person();
        String[] name = Fold.words(customer.name());
        boolean characters = person.inCharacters();
        List<String> readings = person.readings();
        String[] core = Fold.words(customer.company().core());
        Set<String> called = new LinkedHashSet<>(Arrays.asList(name));
        called.addAll(Arrays.asList(core));
        Set<String> address = set(customer.street() + " " + customer.city());
        if (!Fold.cjk(customer.city())) {
            address.add(inOne(customer.city()));
        }
        return new Traits(
                customer,
                name,
                String.join(" ", name),
                Fold.exact(customer.name()),
                characters ? sounds(person) : List.of(),
                characters ? initials(person) : List.of(),
                readings.stream().map(r -> String.join(" ", Fold.words(r))).toList(),
                core,
                called,
                phones(customer),
                address,
                set(customer.notes() + " " + String.join(" ", customer.tags())));
    }

    private static List<String> sounds(PersonName person) {
        String given = String.join("", person.givenSounds());
        return List.of(person.familySound() + given, given + person.familySound());
    }

    private static List<String> initials(PersonName person) {
        String initials = person.initials();
        int family = person.characters().get(0).pinyin().size();
        return List.of(initials, initials.substring(family) + initials.substring(0, family));
    }

    private static List<String> phones(Customer customer) {
        List<String> forms = new ArrayList<>();
        customer.phones().forEach(phone -> forms.addAll(phone.forms()));
        return forms;
    }

    /** As it is written in addresses of mail and in haste: hanoi, hochiminh. */
    static String inOne(String city) {
        return String.join("", Fold.words(city)).replaceFirst("^thanhpho", "");
    }

    private static Set<String> set(String text) {
        return new LinkedHashSet<>(Arrays.asList(Fold.words(text)));
    }
}
