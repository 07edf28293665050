package org.quanhe.crm.workingtime;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.WorkingHours;

/** Working time over REST: read by everybody, changed by administrators. */
class WorkingTimeIT {
    private static final String PATH = "/working-time";

    private final Crm admin = Crm.admin();

    @Test
    void everybodyReadsItAndAdministratorsChangeIt() {
        Colleague seller = Colleague.with(List.of("sales"), List.of());
        try (WorkingHours kept = WorkingHours.kept(admin)) {
            Answer before = seller.crm().get(PATH);
            assertThat(before.status()).as("%s", before).isEqualTo(200);
            assertThat(before.json()
                            .getJsonObject("week")
                            .getJsonArray("monday")
                            .getString(0))
                    .isEqualTo("08:00-12:00");
            String changed = WorkingHours.daily("\"9:00 - 18:00\"", "{\"date\":\"2027-02-06\",\"name\":\"Tết\"}");
            assertThat(seller.crm()
                            .send("PUT", PATH, "application/json", changed)
                            .status())
                    .isEqualTo(403);
            assertThat(Crm.anonymous().get(PATH).status()).isEqualTo(401);
            Crm looked = admin.with("If-Match", before.header("ETag"));
            Answer after = looked.send("PUT", PATH, "application/json", changed);
            assertThat(after.status()).as("%s", after).isEqualTo(200);
            assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
            assertThat(after.json().getJsonObject("week").getJsonArray("sunday").getString(0))
                    .isEqualTo("09:00-18:00");
            assertThat(seller.crm().get(PATH).text()).isEqualTo(after.text()).contains("Tết");
            assertThat(looked.send("PUT", PATH, "application/json", changed).status())
                    .isEqualTo(412);
            // what is sent back as it was read changes nothing
            Answer same = kept.set(after.text());
            assertThat(same.header("ETag")).isEqualTo(after.header("ETag"));
        }
    }

    @Test
    void whatCannotBeIsToldAtItsPlaceAndChangesNothing() {
        String before = admin.get(PATH).text();
        Crm vietnamese = admin.with("Accept-Language", "vi");
        Answer refused = vietnamese.send(
                "PUT",
                PATH,
                "application/json",
                "{\"week\":{\"monday\":[\"08:00-12:00\",\"11:00-13:00\"],\"tuesday\":[\"17:00-08:00\"]},\"days\":["
                        + "{\"date\":\"2027-02-06\",\"name\":\"Tết\"},{\"date\":\"2027-02-06\",\"name\":\"Tết\"},"
                        + "{\"date\":\"2027-02-30\",\"name\":\"x\"},{\"date\":\"2027-03-01\",\"worksLike\":\"sunday\"}]}");
        assertThat(refused.status()).as("%s", refused).isEqualTo(400);
        assertThat(refused.json().getJsonArray("violations").getValuesAs(JsonObject.class))
                .extracting(violation -> violation.getString("field"))
                .containsExactly(
                        "week.monday",
                        "week.tuesday",
                        "days[1].date",
                        "days[2].date",
                        "days[3].name",
                        "days[3].worksLike");
        assertThat(refused.text()).contains("chồng lên nhau", "có hai lần ở đây");
        refused("{\"week\":{}}", 400);
        refused("{}", 400);
        refused("[]", 400);
        refused("{\"week\":7,\"days\":{\"a\":1}}", 400);
        String many =
                IntStream.range(0, 20_000).mapToObj(i -> "{\"date\":\"x\"}").collect(Collectors.joining(","));
        refused(WorkingHours.daily("\"08:00-12:00\"", many), 400);
        String more =
                IntStream.range(0, 100_000).mapToObj(i -> "{\"date\":\"x\"}").collect(Collectors.joining(","));
        refused(WorkingHours.daily("\"08:00-12:00\"", more), 413);
        assertThat(admin.get(PATH).text()).isEqualTo(before);
    }

    private void refused(String document, int status) {
        Answer answer = admin.send("PUT", PATH, "application/json", document);
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.header("Content-Type")).contains("problem+json");
    }
}
