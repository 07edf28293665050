package org.quanhe.crm.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;

/** The disk of the index fills up, and has room again: a real one, of a few megabytes, for this server alone. */
@Tag("crash")
class FullDiskIT {
    private static final int MEGABYTES = 8;
    private static final int BLOCK = 4_096;

    private final CrmProcess server = CrmProcess.fresh("full-disk").withDiskAt("index", MEGABYTES);
    private Crm admin;
    private LiveIndex index;
    private int customers;

    @Test
    void savesGoOnSearchSaysThatItIsBehindAndCatchesUp() throws IOException {
        server.start();
        admin = server.crm().signIn("admin", CrmProcess.ADMIN_PASSWORD).with("Accept-Language", "vi");
        index = new LiveIndex(admin);
        save(5);
        index.settled();
        assertThat(index.state().isNull("behind")).isTrue();

        Path filler = fill();
        save(5);
        JsonObject behind = index.await(state -> !state.isNull("behind")).getJsonObject("behind");
        assertThat(behind.getString("text")).startsWith("Tìm kiếm đang chậm");
        save(5);
        assertThat(index.customers("")).hasSize(customers);
        tellsReaders();
        tellsWatchers("behind");

        Files.delete(filler);
        index.await(state -> state.isNull("behind"));
        index.settled();
        assertThat(index.found("day dia")).isEqualTo(customers);
        assertThat(search().containsKey("behind")).isFalse();
        tellsWatchers("current");
        assertThat(index.reconcile().getInt("found")).isZero();
        server.stop();
    }

    private void save(int count) {
        for (int i = 0; i < count; i++) {
            Answer made = admin.post("/customers", "{\"name\":\"Đầy Đĩa " + customers++ + "\"}");
            assertThat(made.status()).as("%s", made).isEqualTo(201);
        }
    }

    /** Takes the last block of the disk. */
    private Path fill() throws IOException {
        Path filler = server.disk().resolve("filler");
        byte[] block = new byte[BLOCK];
        boolean room = true;
        try (OutputStream out = Files.newOutputStream(filler, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (room) {
                room = written(out, block);
            }
        }
        assertThat(Files.size(filler)).isPositive();
        return filler;
    }

    private static boolean written(OutputStream out, byte[] block) {
        try {
            out.write(block);
            return true;
        } catch (IOException full) {
            return false;
        }
    }

    private JsonObject search() {
        Answer answer = admin.get("/search?type=customers&q=day+dia");
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.json();
    }

    /** What was saved before is found, and everybody is told that something may be missing, in their language. */
    private void tellsReaders() {
        JsonObject found = search();
        assertThat(found.getJsonObject("total").getInt("value")).isGreaterThanOrEqualTo(5);
        assertThat(found.getJsonObject("behind").getString("text")).contains("Không có gì bị mất");
        Answer chinese = admin.with("Accept-Language", "zh-TW").get("/search?q=day");
        assertThat(chinese.json().getJsonObject("behind").getString("text")).startsWith("搜尋暫時落後");
        try (Browser browser = Browser.at(server.root(), "vi")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            page.keyboard().press("/");
            page.locator("#search-box").waitFor();
            page.keyboard().type("day dia");
            page.locator(".qh-search-behind").waitFor();
            assertThat(page.locator(".qh-search-behind").innerText()).startsWith("Tìm kiếm đang chậm");
            browser.screenshot("search-behind");
            browser.go("index.xhtml");
            assertThat(page.locator("[id='behind']").innerText()).contains("ổ đĩa có đầy không");
            assertThat(page.locator("#condition").innerText()).isEqualTo("Đang chậm");
            browser.screenshot("index-behind");
        }
    }

    /** Who watches the server is told, and may go on sending people to it. */
    private void tellsWatchers(String state) {
        Answer ready = server.crm().get("/health/ready");
        assertThat(ready.status()).isEqualTo(200);
        JsonObject check = ready.json().getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                .filter(one -> one.getString("name").equals("search"))
                .findFirst()
                .orElseThrow();
        assertThat(check.getJsonObject("data").getString("state")).isEqualTo(state);
    }
}
