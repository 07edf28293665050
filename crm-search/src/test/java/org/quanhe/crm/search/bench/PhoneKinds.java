package org.quanhe.crm.search.bench;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Phone numbers by digits: how they are grouped, and which country's code is there, makes no difference. */
final class PhoneKinds {
    private static final double TARGET = .995;
    private static final int SHORTEST_INNER = 5;
    private static final List<String> SIGNS = List.of("", " ", ".", "-");

    private PhoneKinds() {}

    static List<Kind> all() {
        return List.of(
                new Kind("phone: whole, other notation", TARGET, PhoneKinds::otherNotation),
                new Kind("phone: national ~ international", TARGET, PhoneKinds::abroad),
                new Kind("phone: a beginning", TARGET, PhoneKinds::beginning),
                new Kind("phone: a tail", TARGET, PhoneKinds::tail),
                new Kind("phone: an inner part", TARGET, PhoneKinds::inner));
    }

    private static Phone of(Traits t, Dice dice) {
        return dice.one(t.customer().phones());
    }

    private static Question about(String text, Phone phone) {
        String whole = phone.country() + phone.local();
        return Question.of(text, c -> c.phones().contains(whole));
    }

    private static Optional<Question> otherNotation(Traits t, Dice dice) {
        Phone phone = of(t, dice);
        String text = international(phone) ? phone.international(dice) : phone.national(dice);
        return text.equals(phone.written()) ? Optional.empty() : Optional.of(about(text, phone));
    }

    private static Optional<Question> abroad(Traits t, Dice dice) {
        Phone phone = of(t, dice);
        return Optional.of(about(international(phone) ? phone.national(dice) : phone.international(dice), phone));
    }

    private static boolean international(Phone phone) {
        return phone.written().startsWith("+")
                || phone.written().startsWith("(+")
                || phone.written().startsWith("00");
    }

    private static Optional<Question> beginning(Traits t, Dice dice) {
        String form = dice.one(of(t, dice).forms().subList(0, 2));
        String digits = form.substring(0, 4 + dice.number(form.length() - 4));
        return Optional.of(Question.of(grouped(digits, dice), some(digits)));
    }

    private static Optional<Question> tail(Traits t, Dice dice) {
        String form = of(t, dice).local();
        String digits = form.substring(form.length() - 4 - dice.number(form.length() - 6));
        return Optional.of(Question.of(grouped(digits, dice), some(digits)));
    }

    private static Optional<Question> inner(Traits t, Dice dice) {
        String form = of(t, dice).local();
        int length = 5 + dice.number(form.length() - 6);
        int from = 1 + dice.number(form.length() - length - 1 > 0 ? form.length() - length - 1 : 1);
        String digits = form.substring(from, Math.min(form.length(), from + length));
        return Optional.of(Question.of(grouped(digits, dice), some(digits)));
    }

    /**
     * Nobody can tell from the digits which part they are, so who has them anywhere they are looked for belongs; and
     * whose own number they are.
     */
    private static Predicate<Traits> some(String digits) {
        return c -> digits.equals(String.valueOf(c.customer().number()))
                || c.phones().stream()
                        .anyMatch(form -> form.startsWith(digits)
                                || form.endsWith(digits)
                                || digits.length() >= SHORTEST_INNER && form.contains(digits));
    }

    private static String grouped(String digits, Dice dice) {
        return dice.in100(60) ? digits : Phone.grouped(digits, dice.one(SIGNS), dice);
    }
}
