package org.quanhe.crm.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;

/** Whoever asks for the model has it, though the server is killed in between. */
@Tag("crash")
class WinChanceCrashIT {
    private static final String MODEL = "/pipelines/sales/chances";

    private static Crm admin(CrmProcess server) {
        return server.crm().signIn("admin", CrmProcess.ADMIN_PASSWORD);
    }

    @Test
    @Tag("R178")
    void whatWasAskedForIsWorkedOutAfterACrash() {
        CrmProcess server = CrmProcess.fresh("chance-crash").start();
        Crm crm = admin(server);
        int before = crm.await(
                        MODEL,
                        answer -> answer.json().getInt("number") > 0
                                && !answer.json().getBoolean("waiting"))
                .json()
                .getInt("number");
        Answer deal = crm.post("/opportunities", "{\"name\":\"Bị ngắt giữa chừng\"}");
        assertThat(deal.status()).as("%s", deal).isEqualTo(201);
        assertThat(deal.json().getInt("winProbability")).isEqualTo(10);
        assertThat(crm.post(MODEL + "/training", "{}").status()).isEqualTo(202);
        server.kill9();
        server.start();
        crm = admin(server);
        crm.await(
                MODEL,
                answer -> answer.json().getInt("number") > before
                        && !answer.json().getBoolean("waiting"));
        assertThat(crm.get("/opportunities/" + deal.json().getJsonNumber("id"))
                        .json()
                        .getInt("winProbability"))
                .isEqualTo(10);
        server.stop();
    }
}
