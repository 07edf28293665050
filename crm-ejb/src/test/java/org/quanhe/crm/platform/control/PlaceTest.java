package org.quanhe.crm.platform.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.platform.CrmException;

/** Places in lists, as addresses carry them. */
class PlaceTest {
    private static final Instant MOMENT = Instant.parse("2027-02-06T02:03:04.005Z");

    @Test
    void aPlaceIsReadAsItWasWritten() {
        String text = Place.behind(
                "due", MOMENT, null, LocalDate.of(2027, 2, 6), -12L, new BigDecimal("45.2500"), Instant.EPOCH);
        assertThat(text).matches("[A-Za-z0-9_-]+");
        Place place = Place.of("due", 6, text).orElseThrow();
        assertThat(place.moment(0)).isEqualTo(MOMENT);
        assertThat(place.lacks(0)).isFalse();
        assertThat(place.lacks(1)).isTrue();
        assertThat(place.day(2)).isEqualTo("2027-02-06");
        assertThat(place.number(3)).isEqualTo(-12);
        assertThat(place.decimal(4)).isEqualByComparingTo("45.25");
        assertThat(place.moment(5)).isEqualTo(Instant.EPOCH);
    }

    @Test
    void withoutACursorAListBeginsAtItsBeginning() {
        assertThat(Place.of("due", 1, null)).isEmpty();
        assertThat(Place.of("due", 1, "")).isEmpty();
    }

    @Test
    void aPlaceOfAnotherListIsRefused() {
        refused(() -> Place.of("due", 1, Place.behind("board", 1)));
        refused(() -> Place.of("due", 2, Place.behind("due", 1)));
        for (String text : List.of("x", "…", "due|1", "A".repeat(10_000))) {
            refused(() -> Place.of("due", 1, text));
        }
    }

    @Test
    void whatIsNoMomentDayOrNumberIsRefused() {
        for (String key : List.of("", "x", "1e9", "12345678901234567890", "+1000000000-01-01T00:00:00Z", "' or 1=1")) {
            Place place = Place.of("due", 1, encoded("due|" + key)).orElseThrow();
            refused(() -> place.moment(0));
            refused(() -> place.day(0));
            refused(() -> place.number(0));
            refused(() -> place.decimal(0));
        }
    }

    private static String encoded(String plain) {
        return Base64.getUrlEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(ThrowingCallable read) {
        assertThatThrownBy(read).isInstanceOfSatisfying(CrmException.class, no -> assertThat(no.kind())
                .isEqualTo(CrmException.Kind.INVALID));
    }
}
