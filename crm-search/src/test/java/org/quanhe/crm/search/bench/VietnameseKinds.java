package org.quanhe.crm.search.bench;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.quanhe.crm.search.bench.Customer.Kin;

/** Whole Vietnamese names: all who are called so belong, those with the typed accents where accents are typed. */
final class VietnameseKinds {
    private static final double TARGET = .995;

    private VietnameseKinds() {}

    static List<Kind> all() {
        return List.of(
                new Kind("Vietnamese: without accents", TARGET, VietnameseKinds::plain),
                new Kind("Vietnamese: with accents", TARGET, (t, dice) -> accented(t, composed(t))),
                new Kind("Vietnamese: with some accents", TARGET, VietnameseKinds::some),
                new Kind("Vietnamese: decomposed", TARGET, VietnameseKinds::apart),
                new Kind("Vietnamese: other tone placement", TARGET, VietnameseKinds::otherPlace));
    }

    private static boolean asked(Traits t) {
        return t.customer().kin() == Kin.VIETNAMESE
                && !t.customer().organisation()
                && !Arrays.equals(t.name(), t.exactName());
    }

    private static String composed(Traits t) {
        return Normalizer.normalize(t.customer().name(), Normalizer.Form.NFC);
    }

    private static Optional<Question> plain(Traits t, Dice dice) {
        String text = dice.in100(80) ? t.wholeName() : t.wholeName().toUpperCase(java.util.Locale.ROOT);
        return asked(t) ? Optional.of(Question.of(text, c -> c.wholeName().equals(t.wholeName()))) : Optional.empty();
    }

    private static Optional<Question> accented(Traits t, String text) {
        String[] exact = t.exactName();
        return asked(t) ? Optional.of(Question.of(text, c -> Arrays.equals(c.exactName(), exact))) : Optional.empty();
    }

    private static Optional<Question> apart(Traits t, Dice dice) {
        return accented(t, Normalizer.normalize(t.customer().name(), Normalizer.Form.NFD));
    }

    private static Optional<Question> otherPlace(Traits t, Dice dice) {
        String other = TonePlace.other(t.customer().name());
        return other.equals(composed(t)) ? Optional.empty() : accented(t, other);
    }

    private static Optional<Question> some(Traits t, Dice dice) {
        String[] spelt = composed(t).split(" ");
        int with = dice.number(spelt.length);
        if (!asked(t) || t.name()[with].equals(t.exactName()[with]) || spelt.length != t.name().length) {
            return Optional.empty();
        }
        String[] typed = t.name().clone();
        typed[with] = spelt[with];
        String accents = t.exactName()[with];
        return Optional.of(Question.of(
                String.join(" ", typed),
                c -> c.wholeName().equals(t.wholeName()) && c.exactName()[with].equals(accents)));
    }
}
