package org.quanhe.crm.capture;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;

/** The score of a lead, as an administrator asks for it. */
final class ScoredLead {
    private ScoredLead() {}

    static int score(long lead) {
        return points(Crm.admin().get("/leads/" + lead).json());
    }

    static int points(JsonObject lead) {
        return lead.getJsonNumber("score").intValue();
    }

    /** The lead did something. */
    static void signal(long lead, String kind) {
        Answer noted =
                Crm.admin().post("/leads/" + lead + "/score/signals", "{\"kind\":\"" + kind + "\",\"about\":\"x\"}");
        assertThat(noted.status()).as("%s", noted).isEqualTo(200);
    }

    static void assertSumOfLedger(long lead) {
        JsonObject told = Crm.admin().get("/leads/" + lead + "/score").json();
        assertThat(told.getJsonArray("lines").getValuesAs(JsonObject.class).stream()
                        .mapToInt(line -> line.getInt("points"))
                        .sum())
                .isEqualTo(told.getInt("total"))
                .isEqualTo(score(lead));
    }
}
