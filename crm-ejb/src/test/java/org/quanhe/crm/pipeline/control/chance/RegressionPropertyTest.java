package org.quanhe.crm.pipeline.control.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.quanhe.crm.pipeline.control.chance.Regression.Case;

/** What is learnt from cases, whatever they are; and from a few, against weights worked out in another way. */
class RegressionPropertyTest {
    private static final int ATTRIBUTES = 4;

    /** Bits 0 to 3 are the attributes, bit 4 says whether it was won. */
    private static Case one(int bits, int... more) {
        List<Integer> has = new ArrayList<>();
        for (int i = 0; i < ATTRIBUTES; i++) {
            if ((bits >> i & 1) == 1) {
                has.add(i);
            }
        }
        for (int other : more) {
            has.add(other);
        }
        return new Case(has.stream().mapToInt(Integer::intValue).toArray(), bits >= 16, 1);
    }

    private static List<Case> cases(List<Integer> all, int... more) {
        List<Case> cases = new ArrayList<>();
        all.forEach(bits -> cases.add(one(bits, more)));
        // one of each, so that there is something to learn
        cases.add(one(0, more));
        cases.add(one(16, more));
        return cases;
    }

    @Property(tries = 300)
    @Tag("R178")
    void probabilitiesAreBetweenNeverAndSure(@ForAll @Size(max = 60) List<@IntRange(max = 31) Integer> all) {
        Regression fitted = Regression.fit(ATTRIBUTES, cases(all));
        for (int bits = 0; bits < 16; bits++) {
            assertThat(fitted.probability(one(bits).attributes())).isStrictlyBetween(0.0, 1.0);
        }
    }

    @Property(tries = 200)
    @Tag("R178")
    void theOrderOfCasesDoesNotMatter(
            @ForAll @Size(max = 60) List<@IntRange(max = 31) Integer> all, @ForAll long seed) {
        List<Case> cases = cases(all);
        List<Case> mixed = new ArrayList<>(cases);
        Collections.shuffle(mixed, new Random(seed));
        Regression one = Regression.fit(ATTRIBUTES, cases);
        Regression other = Regression.fit(ATTRIBUTES, mixed);
        assertThat(other.bias()).isEqualTo(one.bias());
        assertThat(other.weights()).containsExactly(one.weights());
    }

    @Property(tries = 200)
    @Tag("R178")
    void anAttributeThatEverybodyHasChangesNothing(@ForAll @Size(max = 60) List<@IntRange(max = 31) Integer> all) {
        Regression plain = Regression.fit(ATTRIBUTES, cases(all));
        Regression constant = Regression.fit(ATTRIBUTES + 1, cases(all, ATTRIBUTES));
        assertThat(constant.weights()[ATTRIBUTES]).isCloseTo(0, within(1e-6));
        for (int bits = 0; bits < 16; bits++) {
            assertThat(constant.probability(one(bits, ATTRIBUTES).attributes()))
                    .isCloseTo(plain.probability(one(bits).attributes()), within(1e-6));
        }
    }

    @Property(tries = 200)
    @Tag("R178")
    void theMeanOfWhatIsForetoldIsTheShareThatWasWon(@ForAll @Size(max = 60) List<@IntRange(max = 31) Integer> all) {
        List<Case> cases = cases(all);
        Regression fitted = Regression.fit(ATTRIBUTES, cases);
        double mean = cases.stream()
                .mapToDouble(one -> fitted.probability(one.attributes()))
                .average()
                .orElseThrow();
        double won = cases.stream().filter(Case::won).count() / (double) cases.size();
        assertThat(mean).isCloseTo(won, within(1e-6));
    }

    /** The weights were found by walking up the slope in small steps, 200,000 of them, in another language. */
    @Example
    @Tag("R178")
    void theWeightsOfASmallSetAreThoseWorkedOutApart() {
        List<Case> cases = new ArrayList<>();
        add(cases, 6, 2, 0);
        add(cases, 2, 5, 1);
        add(cases, 3, 3);
        add(cases, 4, 3, 0, 1);
        Regression fitted = Regression.fit(2, cases);
        assertThat(fitted.bias()).isCloseTo(0.035020991738646, within(1e-9));
        assertThat(fitted.weights()[0]).isCloseTo(0.707045088682829, within(1e-9));
        assertThat(fitted.weights()[1]).isCloseTo(-0.527893994157328, within(1e-9));
        assertThat(fitted.probability(0)).isCloseTo(0.677447485825020, within(1e-9));
        assertThat(fitted.probability(1)).isCloseTo(0.379216995634331, within(1e-9));
    }

    private static void add(List<Case> cases, int won, int lost, int... attributes) {
        cases.addAll(Collections.nCopies(won, new Case(attributes, true, 1)));
        cases.addAll(Collections.nCopies(lost, new Case(attributes, false, 1)));
    }

    @Example
    void whoWasAlwaysWonIsNeverQuiteSure() {
        List<Case> cases = new ArrayList<>();
        add(cases, 50, 0, 0);
        add(cases, 0, 50, 1);
        Regression fitted = Regression.fit(2, cases);
        assertThat(fitted.probability(0)).isBetween(0.9, 0.9999);
        assertThat(fitted.probability(1)).isBetween(0.0001, 0.1);
    }
}
