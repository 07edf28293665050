package org.quanhe.crm.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;
import org.quanhe.crm.harness.Ports;

/** {@code crm.ear}, unchanged, on Payara Server of the same version as the Micro inside {@code crm.jar}. */
@Tag("servers")
class PayaraServerIT {
    private static final Path SERVERS = Path.of("target", "servers").toAbsolutePath();
    private static final Path DOMAINS = SERVERS.resolve("domains");
    private static final Path HOME = SERVERS.resolve("home");
    /** Payara counts its ports from one base: 48 administration, 80 HTTP. */
    private static final int BASE = Ports.freeBase();

    private static final String ROOT = "http://127.0.0.1:" + (BASE + 80);

    private static Crm crm;

    @BeforeAll
    static void deploy() throws Exception {
        asadmin("create-domain", "--nopassword", "--domaindir", DOMAINS.toString(), "--portbase", "" + BASE, "crm");
        onLoopbackOnly();
        asadmin("start-domain", "--domaindir", DOMAINS.toString(), "crm");
        asadmin(
                "--port",
                "" + (BASE + 48),
                "deploy",
                Path.of("target", "crm.ear").toAbsolutePath().toString());
        crm = Crm.at(ROOT);
    }

    @AfterAll
    static void stop() throws Exception {
        asadmin("stop-domain", "--domaindir", DOMAINS.toString(), "--kill", "true", "crm");
    }

    @Test
    void administratorSignsInCreatesAndFinds() {
        var admin = crm.signIn("admin", CrmProcess.ADMIN_PASSWORD);
        var made = admin.post("/customers", """
                {"kind":"person","name":"Trần Thị Đào"}""");
        assertThat(made.status()).as("%s", made).isEqualTo(201);

        var found = admin.get("/search?q=" + Crm.encode("tran thi dao"));
        assertThat(found.status()).as("%s", found).isEqualTo(200);
        assertThat(found.json().getJsonArray("hits")).as("%s", found).isNotEmpty();
    }

    @Test
    void readinessIsOpenToAll() {
        assertThat(crm.await("/health/ready", answer -> answer.status() == 200).status())
                .isEqualTo(200);
    }

    @Test
    void staffSignInCreateAndFindOnThePages() {
        try (var browser = Browser.at(ROOT, "vi")) {
            var page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("edit.xhtml?type=customers");
            page.locator("[data-field=name] input").fill("Công ty Cổ phần Bạch Đằng");
            page.locator("#save").click();
            page.waitForURL("**/record.xhtml**");
            assertThat(page.locator("h1").innerText()).contains("Bạch Đằng");

            browser.go("home.xhtml");
            page.keyboard().press("/");
            page.locator("#search-box").waitFor();
            page.keyboard().type("bach dang");
            page.locator(".qh-hit").first().waitFor();
            assertThat(page.locator(".qh-hit").first().innerText()).contains("Bạch Đằng");
            browser.screenshot("payara-server");
        }
    }

    private static void onLoopbackOnly() throws IOException {
        var file = DOMAINS.resolve("crm/config/domain.xml");
        var domain = Files.readString(file);
        Files.writeString(
                file,
                domain.replace("0.0.0.0", "127.0.0.1")
                        .replaceAll("<network-listener (?![^>]*address=)", "<network-listener address=\"127.0.0.1\" ")
                        .replace(
                                "<hazelcast-runtime-configuration ",
                                "<hazelcast-runtime-configuration enabled=\"false\" "));
    }

    private static void asadmin(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                SERVERS.resolve("payara6/glassfish/lib/client/appserver-cli.jar")
                        .toString()));
        command.addAll(List.of(arguments));
        Files.createDirectories(HOME);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        SERVERS.resolve("asadmin.log").toFile()));
        builder.environment().put("CRM_HOME", HOME.toString());
        builder.environment().put("CRM_ADMIN_PASSWORD", CrmProcess.ADMIN_PASSWORD);
        builder.environment().put("AS_JAVA", System.getProperty("java.home"));
        var process = builder.start();
        if (!process.waitFor(180, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new AssertionError("asadmin " + String.join(" ", arguments) + " failed; the server's log is in "
                    + DOMAINS.resolve("crm/logs/server.log"));
        }
    }
}
