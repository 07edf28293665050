package org.quanhe.crm.search.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Names and companies with one slip in one word of four letters or more. All belong who have the typed words in their
 * name but for one slip; where somebody has all words as they are typed, or is called something that begins so, it is
 * no slip and not asked.
 */
final class SlipKinds {
    private SlipKinds() {}

    static List<Kind> all() {
        List<Kind> kinds = new ArrayList<>();
        for (Slip slip : Slip.values()) {
            String name = "name, slip: " + slip.name().toLowerCase(Locale.ROOT) + " letter";
            kinds.add(new Kind(name, .98, (t, dice) -> name(t, slip, false, dice)));
        }
        kinds.add(new Kind("name, slip: in the first letter", .98, (t, dice) -> name(t, any(dice), true, dice)));
        kinds.add(new Kind("company, slip: behind the first letter", .96, (t, dice) -> company(t, false, dice)));
        kinds.add(new Kind("company, slip: in the first letter", .96, (t, dice) -> company(t, true, dice)));
        return kinds;
    }

    private static Slip any(Dice dice) {
        return dice.one(List.of(Slip.values()));
    }

    private static Optional<Question> name(Traits t, Slip slip, boolean first, Dice dice) {
        if (t.customer().organisation() || Fold.cjk(t.customer().name()) || t.name().length < 2) {
            return Optional.empty();
        }
        String[] meant = t.name();
        if (meant.length > 2 && dice.in100(35)) {
            meant = new String[] {meant[0], meant[meant.length - 1]};
        }
        return slip.in(meant, first, dice)
                .map(typed -> Question.of(String.join(" ", typed), c -> Rules.oneSlip(typed, c.name()))
                        .without(c -> asTyped(typed, c)));
    }

    private static Optional<Question> company(Traits t, boolean first, Dice dice) {
        if (!CompanyKinds.asked(t)) {
            return Optional.empty();
        }
        String[] meant = Fold.words(CompanyKinds.typed(t, dice));
        return any(dice).in(meant, first, dice).map(typed -> Question.of(
                        String.join(" ", typed), c -> Rules.oneSlip(typed, c.core()) || Rules.oneSlip(typed, c.name()))
                .without(c -> asTyped(typed, c) || Rules.allBeginnings(typed, c.core())));
    }

    private static boolean asTyped(String[] typed, Traits c) {
        return Rules.allBeginnings(typed, c.name()) || Rules.everyWordIn(typed, c.called(), c.address(), c.notes());
    }
}
