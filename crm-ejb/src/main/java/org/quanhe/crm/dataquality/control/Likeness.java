package org.quanhe.crm.dataquality.control;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quanhe.crm.dataquality.Doubles.Known;
import org.quanhe.crm.platform.LocalizedMessage;

/**
 * What makes two people the same: the last eight digits of a number, a mail address, a name in any spelling; a company
 * only beside a name.
 */
public final class Likeness {
    private static final int DIGITS = 8;
    private static final int FEWEST_DIGITS = 6;

    private final Spelling spelling;
    private final Set<String> phones;
    private final Set<String> mails;
    private final Set<String> name;
    private final Set<String> company;

    /**
     * Keys of names; two spellings of one name share one.
     *
     * @param person by the name of a person
     * @param organisation by the name of an organisation
     */
    public record Spelling(Function<String, Set<String>> person, Function<String, Set<String>> organisation) {}

    public Likeness(Known known, Spelling spelling) {
        this.spelling = spelling;
        phones = phones(known);
        mails = mails(known);
        name = spelling.person().apply(known.name());
        company = spelling.organisation().apply(known.company());
    }

    /** What tells that somebody else is the same, the strongest first; nothing if nothing does. */
    public List<LocalizedMessage> reasons(Known other) {
        List<LocalizedMessage> reasons = new ArrayList<>();
        if (!Collections.disjoint(phones, phones(other))) {
            reasons.add(LocalizedMessage.of("dataquality.same.phone"));
        }
        if (!Collections.disjoint(mails, mails(other))) {
            reasons.add(LocalizedMessage.of("dataquality.same.mail"));
        }
        if (meet(name, spelling.person().apply(other.name()))) {
            boolean together = meet(company, spelling.organisation().apply(other.company()));
            reasons.add(LocalizedMessage.of(together ? "dataquality.same.nameAndCompany" : "dataquality.same.name"));
        }
        return reasons;
    }

    /** Two organisations of that name. */
    public static boolean sameOrganisation(String one, String other, Spelling spelling) {
        return meet(spelling.organisation().apply(one), spelling.organisation().apply(other));
    }

    /** In one script two names are the same letter by letter: 张伟 and 章伟 only sound alike. */
    private static boolean meet(Set<String> one, Set<String> other) {
        boolean written = one.stream().anyMatch(Likeness::han) && other.stream().anyMatch(Likeness::han);
        return one.stream().filter(other::contains).anyMatch(spelling -> !written || han(spelling));
    }

    private static boolean han(String spelling) {
        return spelling.codePoints().anyMatch(Character::isIdeographic);
    }

    private static Set<String> phones(Known known) {
        return known.phones().stream()
                .map(phone -> phone.replaceAll("\\D", ""))
                .filter(digits -> digits.length() >= FEWEST_DIGITS)
                .map(digits -> digits.substring(Math.max(0, digits.length() - DIGITS)))
                .collect(Collectors.toSet());
    }

    private static Set<String> mails(Known known) {
        return known.mails().stream()
                .map(mail -> mail.strip().toLowerCase(Locale.ROOT))
                .filter(mail -> !mail.isEmpty())
                .collect(Collectors.toSet());
    }
}
