package org.quanhe.crm.search.bench;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Mail addresses, whole and in part. */
final class MailKinds {
    private static final double TARGET = .99;
    private static final int SHORTEST_PART = 4;

    private MailKinds() {}

    static List<Kind> all() {
        return List.of(
                new Kind("mail: whole", TARGET, MailKinds::whole),
                new Kind("mail: inner part", TARGET, MailKinds::inner),
                new Kind("mail: domain", TARGET, MailKinds::domain));
    }

    private static Predicate<Traits> some(Predicate<String> mail) {
        return c -> c.customer().mails().stream().anyMatch(mail);
    }

    private static Optional<Question> whole(Traits t, Dice dice) {
        String mail = dice.one(t.customer().mails());
        String text = dice.in100(80) ? mail : mail.toUpperCase(java.util.Locale.ROOT);
        return Optional.of(Question.of(text, some(mail::equals)));
    }

    /** A part that begins somebody's name would rightly find names first, so those are not asked. */
    private static Optional<Question> inner(Traits t, Dice dice) {
        String mail = dice.one(t.customer().mails());
        String name = mail.substring(0, mail.indexOf('@'));
        if (name.length() <= SHORTEST_PART) {
            return Optional.empty();
        }
        int from = dice.in100(70) ? 1 + dice.number(name.length() - SHORTEST_PART) : 0;
        int to = dice.in100(60)
                ? name.length()
                : from + SHORTEST_PART + dice.number(name.length() - from - SHORTEST_PART + 1);
        String part = name.substring(from, to);
        if (beginsAName(part) || !part.matches("[a-z].*[a-z0-9]")) {
            return Optional.empty();
        }
        return Optional.of(Question.of(
                part, some(other -> other.substring(0, other.indexOf('@')).contains(part))));
    }

    private static boolean beginsAName(String part) {
        return Stream.of("vi.families", "vi.givens", "en.firsts", "en.lasts", "vi.brands", "en.brands")
                .flatMap(section -> Vocabulary.words(section).stream())
                .distinct()
                .anyMatch(name -> Fold.plain(name).startsWith(part));
    }

    private static Optional<Question> domain(Traits t, Dice dice) {
        String mail = dice.one(t.customer().mails());
        String domain = mail.substring(mail.indexOf('@'));
        return Optional.of(
                Question.of(dice.in100(75) ? domain : domain.substring(1), some(other -> other.endsWith(domain))));
    }
}
