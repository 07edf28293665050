package org.quanhe.crm.search.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words of addresses and notes, alone or with parts of other fields: all belong who have every typed word there. */
final class TextKinds {
    /** The street with what is before it, then the house. */
    private static final Pattern CHINESE_STREET = Pattern.compile("([\\p{IsHan}]{3,6})[0-9]+\\p{IsHan}");

    private TextKinds() {}

    static List<Kind> all() {
        return List.of(
                new Kind("address: words", .98, TextKinds::address),
                new Kind("address: Chinese", .98, TextKinds::chineseAddress),
                new Kind("notes: words", .96, TextKinds::notes),
                new Kind("notes: with the start of a name", .96, TextKinds::notesAndName),
                new Kind("several fields", .98, TextKinds::several));
    }

    private static boolean inCharacters(Traits t) {
        return Fold.cjk(t.customer().name());
    }

    /** House and street, or street and city, with accents or without; name or company may give a word as well. */
    private static Optional<Question> address(Traits t, Dice dice) {
        Customer customer = t.customer();
        String street = customer.street().split(",")[0];
        if (Fold.cjk(street)) {
            return Optional.empty();
        }
        String[] parts = street.split(" ", 2);
        String text =
                switch (dice.number(3)) {
                    case 0 -> street;
                    case 1 -> parts[1] + " " + customer.city();
                    default -> parts[1] + " " + parts[0];
                };
        String[] words = Fold.words(text);
        return Optional.of(Question.of(
                dice.in100(60) ? String.join(" ", words) : text,
                c -> Rules.everyWordIn(words, c.address(), c.called())));
    }

    /** The end of the street's name, with the number or without, in either script. */
    private static Optional<Question> chineseAddress(Traits t, Dice dice) {
        Matcher street = CHINESE_STREET.matcher(t.customer().street());
        if (!street.find()) {
            return Optional.empty();
        }
        String text = dice.in100(50) ? street.group(1) : street.group();
        String[] words = Fold.words(text);
        return Optional.of(Question.of(
                dice.in100(50) ? text : ChineseKinds.inOtherScript(text), c -> Rules.everyWordIn(words, c.address())));
    }

    /** Words that begin somebody's name would rightly find names first, so those are not asked. */
    private static Optional<Question> notes(Traits t, Dice dice) {
        String[] words = some(t.customer().notes(), dice);
        return Optional.of(Question.of(String.join(" ", words), c -> Rules.everyWordIn(words, c.notes()))
                .without(c -> Rules.allBeginnings(words, c.name()) && !Rules.everyWordIn(words, c.notes())));
    }

    private static Optional<Question> notesAndName(Traits t, Dice dice) {
        if (inCharacters(t)) {
            return Optional.empty();
        }
        String[] words = some(t.customer().notes(), dice);
        String name = dice.one(List.of(t.name()));
        String start = name.substring(0, Math.min(name.length(), 2 + dice.number(4)));
        return Optional.of(Question.of(
                String.join(" ", words) + " " + start,
                c -> Rules.everyWordIn(words, c.notes(), c.called())
                        && Rules.allBeginnings(new String[] {start}, c.name())));
    }

    /** Words that stand together in a remark, or the number of a contract. */
    private static String[] some(String notes, Dice dice) {
        int contract = notes.indexOf("HD-");
        if (contract >= 0 && dice.in100(20)) {
            return Fold.words(notes.substring(contract));
        }
        String[] remarks = (contract >= 0 ? notes.substring(0, contract) : notes).split("[,.，。] ?");
        String[] words = Fold.words(dice.one(List.of(remarks)));
        int count = Math.min(words.length, 2 + dice.number(4));
        int from = dice.number(words.length - count + 1);
        return Arrays.copyOfRange(words, from, from + count);
    }

    /** A word of the name with the city, in one word too, the company, the district or a word of the notes. */
    private static Optional<Question> several(Traits t, Dice dice) {
        Customer customer = t.customer();
        if (customer.organisation()) {
            return Optional.empty();
        }
        String name = inCharacters(t) ? customer.name() : t.name()[t.name().length - 1];
        String with =
                switch (dice.number(4)) {
                    case 0 -> Traits.inOne(customer.city());
                    case 1 -> String.join(" ", Fold.words(customer.city()));
                    case 2 -> String.join(" ", Fold.words(customer.company().brand()));
                    default -> String.join(" ", some(customer.notes(), dice));
                };
        String[] words = Fold.words(name + " " + with);
        return Optional.of(
                Question.of(name + " " + with, c -> Rules.everyWordIn(words, c.called(), c.address(), c.notes())));
    }
}
