package org.quanhe.crm.activities;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;

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

    private static int settle(Crm crm, long id, boolean kept) {
        return crm.post("/activities/" + id + "/settle", "{\"kept\":" + kept + "}")
                .status();
    }
}
