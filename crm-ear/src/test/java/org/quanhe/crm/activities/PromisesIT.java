package org.quanhe.crm.activities;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Walk;

/** What was promised to customers. */
class PromisesIT {
    private final String mark = Agenda.mark();

    private static List<Long> ids(List<JsonObject> items) {
        return items.stream()
                .map(item -> item.getJsonObject("activity").getJsonNumber("id").longValue())
                .toList();
    }

    @Test
    @Tag("R021")
    void promisesAreKeptOrNotAndCountedForTheirOwners() {
        long team = Colleague.team("Đội " + mark);
        Colleague manager = Colleague.with(List.of("manager"), List.of(team));
        Colleague seller = Colleague.with(List.of("sales"), List.of(team));
        Colleague stranger = Colleague.with(List.of("sales"), List.of());
        Agenda agenda = new Agenda(seller.crm());
        long customer = agenda.customer("Chị Lan " + mark);
        String about = ",'customer':" + customer;
        long late =
                agenda.plan("promise", "Gửi catalogue " + mark, Instant.now().minusSeconds(86_400), about);
        long open = agenda.plan("promise", "Báo giá " + mark, Instant.now().plusSeconds(86_400), about);
        long kept = agenda.plan("promise", "Gọi lại " + mark, Instant.now().plusSeconds(3_600), about);
        long broken = agenda.plan("promise", "Mẫu sơn " + mark, Instant.now().minusSeconds(3_600), about);
        assertThat(ids(agenda.items("/promises?owner=" + seller.id()))).containsExactly(late, broken, kept, open);
        assertThat(agenda.items("/promises?customer=" + customer + "&state=overdue"))
                .extracting(item -> item.getString("state"))
                .containsExactly("overdue", "overdue");
        assertThat(settle(seller.crm(), kept, true)).isEqualTo(200);
        assertThat(settle(seller.crm(), broken, false)).isEqualTo(200);
        assertThat(settle(seller.crm(), broken, true)).isEqualTo(409);
        assertThat(ids(agenda.items("/promises?state=kept"))).containsExactly(kept);
        assertThat(ids(agenda.items("/promises?state=broken"))).containsExactly(broken);
        JsonObject tally = new Agenda(manager.crm())
                .items("/promises/owners").stream()
                        .filter(one -> one.getJsonNumber("owner").longValue() == seller.id())
                        .findFirst()
                        .orElseThrow();
        assertThat(List.of(tally.getInt("open"), tally.getInt("overdue"), tally.getInt("kept"), tally.getInt("broken")))
                .containsExactly(1, 1, 1, 1);
        assertThat(new Agenda(stranger.crm()).items("/promises?customer=" + customer))
                .isEmpty();
        assertThat(new Agenda(stranger.crm()).items("/promises/owners")).isEmpty();
        assertThat(seller.crm()
                        .patch("/activities/" + late, "{\"kind\":\"call\",\"outcome\":\"kept\"}")
                        .status())
                .isEqualTo(400);
        assertThat(seller.crm().get("/promises?state=perhaps").status()).isEqualTo(400);
    }

    @Test
    void promisesAreWalkedThroughInPortionsByWhenTheyAreDue() {
        Map<Long, Instant> due = new LinkedHashMap<>();
        Colleague seller = Colleague.with(List.of("sales"), List.of());
        Colleague other = Colleague.with(List.of("sales"), List.of());
        long theirs = new Agenda(other.crm())
                .plan("promise", "Của người khác", Instant.now().plusSeconds(60), "");
        Agenda agenda = new Agenda(seller.crm());
        Random chance = new Random(System.nanoTime());
        Instant today = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        for (int i = 0; i < 24; i++) {
            // few moments for many
            Instant at = today.plus(chance.nextInt(5) - 3, ChronoUnit.DAYS).plusSeconds(3_600);
            due.put(agenda.plan("promise", "Hứa " + i + " " + mark, at, ""), at);
        }
        Comparator<Long> order = Comparator.<Long, Instant>comparing(due::get).thenComparing(Comparator.naturalOrder());
        List<Long> all = due.keySet().stream().sorted(order).toList();
        assertThat(ids(Walk.through(seller.crm(), "/promises"))).containsExactlyElementsOf(all);
        assertThat(ids(Walk.through(seller.crm(), "/promises?state=overdue")))
                .containsExactlyElementsOf(
                        all.stream().filter(id -> due.get(id).isBefore(today)).toList());
        assertThat(ids(Walk.through(other.crm(), "/promises"))).containsExactly(theirs);
        assertThat(ids(Walk.through(
                        seller.crm(), "/promises", () -> seller.crm().delete("/activities/" + all.get(0)))))
                .containsExactlyElementsOf(all);
        Walk.refusesOtherPlaces(seller.crm(), "/promises");
    }

    private static int settle(Crm crm, long id, boolean kept) {
        return crm.post("/activities/" + id + "/settle", "{\"kept\":" + kept + "}")
                .status();
    }
}
