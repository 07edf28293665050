package org.quanhe.crm.search.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.search.analysis.Phones;

/** The made-up customers. */
class CrowdTest {
    private static final List<Customer> SOME =
            LongStream.rangeClosed(1, 5_000).mapToObj(Crowd::customer).toList();

    @Test
    void theSameNumberGivesTheSameCustomer() {
        assertThat(Crowd.customer(4711)).isEqualTo(Crowd.customer(4711)).isNotEqualTo(Crowd.customer(4712));
    }

    @Test
    void familyNamesAreAsFrequentAsInVietnam() {
        List<Customer> vietnamese = SOME.stream()
                .filter(c -> c.kin() == Customer.Kin.VIETNAMESE && !c.organisation())
                .toList();

        double nguyen = vietnamese.stream()
                        .filter(c -> Fold.text(c.name()).startsWith("nguyen "))
                        .count()
                / (double) vietnamese.size();

        assertThat(nguyen).isBetween(.25, .40);
    }

    @Test
    void surnamesOfSeveralReadingsAndOfTwoCharactersAreAmongThem() {
        Set<String> families = SOME.stream()
                .filter(c -> c.person().inCharacters())
                .map(c -> c.person().characters().get(0).simplified())
                .collect(Collectors.toSet());

        assertThat(families).contains("曾", "单", "仇", "解", "区", "查", "盖", "欧阳", "司马", "阮");
    }

    @Test
    void aNameInCharactersIsKnownBySoundAndReading() {
        Traits traits = SOME.stream()
                .map(Traits::of)
                .filter(t -> t.wholeName().startsWith("曾") && t.wholeName().length() == 3)
                .findFirst()
                .orElseThrow();

        assertThat(traits.sounds()).allMatch(sound -> sound.contains("zeng"));
        assertThat(traits.initials()).hasSize(2).allMatch(initials -> initials.length() == 3);
        assertThat(traits.initials().get(0)).startsWith("z");
        assertThat(traits.readings()).allMatch(reading -> reading.startsWith("tang "));
    }

    @Test
    void everyNotationHoldsTheDigitsOfTheNumber() {
        Dice dice = Dice.of(7, 7);
        for (Customer customer : SOME) {
            for (Phone phone : customer.phones()) {
                assertThat(Fold.digits(phone.national(dice))).isEqualTo(phone.trunk() + phone.local());
                assertThat(Phones.digits(phone.international(dice))).isEqualTo(phone.country() + phone.local());
            }
        }
    }

    @Test
    void theCoreOfACompanyHasNoLegalForm() {
        assertThat(SOME).allSatisfy(customer -> {
            assertThat(Fold.text(customer.company().core())).doesNotContain("tnhh", "cong ty", "有限公司", "co., ltd");
            assertThat(Fold.text(customer.company().written()))
                    .contains(Fold.text(customer.company().core()));
        });
    }
}
