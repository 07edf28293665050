package org.quanhe.crm.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Shaping;

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

    @Test
    void aLineOfTheLogNamesTheRequestThatItComesFrom() throws IOException {
        String request = "shape-" + System.nanoTime();
        Shaping.publish(
                Crm.admin().with("X-Request-Id", request),
                "{'op':'addField','type':'customers','field':{'name':'f" + System.nanoTime()
                        + "','kind':'text','labels':{'en':'Field'}}}");
        Path log = Path.of("target", "it", Crm.database() + ".log");
        assertThat(Files.readAllLines(log)).anyMatch(line -> line.contains("[" + request + "] metadata version"));
    }
}
