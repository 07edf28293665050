package org.quanhe.crm.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Crm;

/** The running server: health, and what a stranger gets. */
class ServerIT {
    @Test
    void isReadyForEverybody() {
        assertThat(Crm.anonymous().get("/health/ready").status()).isEqualTo(200);
        assertThat(Crm.anonymous().get("/health/live").status()).isEqualTo(200);
    }

    @Test
    void whatIsOpenToAllTellsNothingOfTheRecords() {
        var root = Crm.anonymous().root();
        assertThat(Crm.anonymous().get("/health/ready").text()).doesNotContain("documents");
        var metrics = Crm.anonymous().get(root + "/metrics");
        assertThat(metrics.status()).isEqualTo(200);
        assertThat(metrics.text()).contains("memory_usedHeap_bytes").doesNotContainIgnoringCase("customer");
    }

    @Test
    void firstAdministratorSignsIn() {
        assertThat(Crm.admin().get("/customers?limit=1").status()).isEqualTo(200);
    }

    @Test
    void strangerGets401AndNoRedirect() {
        var answer = Crm.anonymous().get("/customers");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void wrongTokenGets401() {
        var answer = Crm.anonymous().with("Authorization", "Bearer nonsense").get("/customers");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }
}
