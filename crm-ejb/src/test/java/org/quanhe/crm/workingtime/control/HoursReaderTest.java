package org.quanhe.crm.workingtime.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;

/** Documents of working time that cannot be, each told at its place. */
class HoursReaderTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Map<String, ?> WEEK = Map.of("monday", List.of("09:00-18:00"));

    @Test
    void hoursThatOverlapOrRunBackwardsOrAreNone() {
        refused(Map.of("week", Map.of("monday", List.of("08:00-12:00", "11:59-13:00"))), "week.monday");
        refused(Map.of("week", Map.of("monday", List.of("12:00-08:00"))), "week.monday");
        refused(Map.of("week", Map.of("monday", List.of("08:00-08:00"))), "week.monday");
        refused(Map.of("week", Map.of("monday", List.of("08:60-25:00"))), "week.monday");
        refused(Map.of("week", Map.of("monday", "08:00-12:00")), "week.monday");
        refused(Map.of("week", Map.of("monday", List.of("morning"), "someday", List.of())), "week.monday");
    }

    @Test
    void hoursThatTouchAndEndAtMidnight() {
        Map<String, ?> document = Map.of("week", Map.of("monday", List.of("12:00 – 24:00", "0:00-12:00")));
        assertThat(HoursReader.document(HoursReader.read(document, ZONE))
                        .get("week")
                        .toString())
                .contains("monday=[00:00-12:00, 12:00-24:00]");
    }

    @Test
    void aWeekInWhichNobodyWorks() {
        refused(Map.of("week", Map.of("monday", List.of())), "week");
        refused(Map.of(), "week");
    }

    @Test
    void daysThatCannotBe() {
        refused(days(Map.of("date", "2027-02-30", "name", "Tết")), "days[0].date");
        refused(days(Map.of("date", "9999-01-01", "name", "Tết")), "days[0].date");
        refused(days(Map.of("date", "2027-02-06")), "days[0].name");
        refused(days(Map.of("date", "2027-02-06", "name", "x", "worksLike", "sunday")), "days[0].worksLike");
        refused(days(Map.of("date", "2027-02-06", "name", "x", "worksLike", "someday")), "days[0].worksLike");
        refused(
                days(Map.of("date", "2027-02-06", "name", "x"), Map.of("date", "2027-02-06", "name", "y")),
                "days[1].date");
    }

    @Test
    void aHundredThousandDays() {
        refused(
                Map.of(
                        "week",
                        WEEK,
                        "days",
                        IntStream.range(0, 100_000).mapToObj(i -> Map.of()).toList()),
                "days");
    }

    @Test
    void anotherZone() {
        refused(Map.of("week", WEEK, "timeZone", "Europe/Berlin"), "timeZone");
        refused(Map.of("week", WEEK, "zone", "Europe/Berlin"), "zone");
    }

    private static Map<String, ?> days(Map<?, ?>... days) {
        return Map.of("week", WEEK, "days", List.of(days));
    }

    private static void refused(Map<String, ?> document, String place) {
        assertThatThrownBy(() -> HoursReader.read(document, ZONE))
                .isInstanceOfSatisfying(CrmException.class, refusal -> assertThat(refusal.violations())
                        .extracting(Violation::field)
                        .contains(place));
    }
}
