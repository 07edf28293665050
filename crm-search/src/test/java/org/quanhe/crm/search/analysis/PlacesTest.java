package org.quanhe.crm.search.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.search.analysis.Places.Named;
import org.quanhe.crm.search.analysis.Places.Place;

class PlacesTest {
    private static List<String> written(String text) {
        return Places.in(Words.of(text)).stream()
                .map(named -> text.substring(named.start(), named.end()))
                .toList();
    }

    private static Set<Place> places(String text) {
        return Places.in(Words.of(text)).stream().map(Named::place).collect(Collectors.toSet());
    }

    @Test
    void placesStandInAddressesAsTheyAreWritten() {
        assertThat(written("12 Lê Lợi, Phường 05, Q.3, TP. Hồ Chí Minh"))
                .containsExactly("Phường 05", "Q.3", "Hồ Chí Minh");
        assertThat(written("廣東省深圳市福田区")).containsExactly("廣東", "深圳");
        assertThat(written("1 Orchard Road, Singapore")).containsExactly("Singapore");
        assertThat(written("Vũng Tàu")).containsExactly("Vũng Tàu");
        assertThat(written("Bà Rịa - Vũng Tàu")).containsExactly("Bà Rịa - Vũng Tàu");
    }

    @Test
    void oneDistrictIsOnePlaceHoweverItIsWritten() {
        assertThat(places("Quận 3"))
                .isEqualTo(places("Q3"))
                .isEqualTo(places("Q. 03"))
                .isEqualTo(places("District 3"))
                .isNotEqualTo(places("Phường 3"));
    }

    @Test
    void whatMeansOtherThingsAsWellIsLookedForAndNotTakenForAPlace() {
        assertThat(written("DN tư nhân, Trường Sa")).isEmpty();
        assertThat(Places.meant(Words.of("đn"))).isEqualTo(places("Đà Nẵng"));
        assertThat(Places.meant(Words.of("trường sa"))).isEqualTo(places("长沙"));
    }

    @Test
    void wordsBesideAStreetOrANumberAreSpared() {
        assertThat(Places.spared(Words.of("đường Lê Lợi"), 0)).isTrue();
        assertThat(Places.spared(Words.of("Dương Văn An"), 0))
                .as("a family name")
                .isFalse();
        assertThat(Places.spared(Words.of("Lê Lợi street"), 2)).isTrue();
        assertThat(Places.spared(Words.of("số 12"), 0)).isTrue();
        assertThat(Places.spared(Words.of("Sơ Lan"), 0)).isFalse();
    }

    /** Any text ends, and each place is where it is said to be. */
    @Property(tries = 300)
    void anyTextIsRead(@ForAll String text) {
        assertThat(Places.in(Words.of(text))).allSatisfy(named -> {
            assertThat(named.start()).isBetween(0, named.end());
            assertThat(named.end()).isLessThanOrEqualTo(text.length());
        });
    }
}
