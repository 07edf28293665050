package org.quanhe.crm.dataquality;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;

/** {@code kill -9} in the middle of an import: it goes on by itself, nothing is lost, nothing doubled. */
@Tag("crash")
class ImportCrashIT {
    private static final int ROWS = 6_000;
    private static final int FILES = 5;

    @Test
    void anImportGoesOnAfterAKill() {
        CrmProcess server = CrmProcess.fresh("import").start();
        Crm admin = server.crm().signIn("admin", CrmProcess.ADMIN_PASSWORD);
        int files = 1;
        String address = halfWay(admin, files);
        while (address.isEmpty()) {
            assertThat(++files)
                    .as("files that were imported before anybody saw it")
                    .isLessThan(FILES);
            address = halfWay(admin, files);
        }
        server.kill9();

        server.start();
        Crm again = server.crm().signIn("admin", CrmProcess.ADMIN_PASSWORD);
        JsonObject end = Uploads.end(again, address);
        assertThat(end.getString("state")).isEqualTo("done");
        assertThat(end.getInt("written")).isEqualTo(ROWS);
        Set<String> ids = new HashSet<>();
        String cursor = "";
        do {
            JsonObject page =
                    again.get("/customers?limit=200&fields=externalId" + cursor).json();
            for (JsonObject item : page.getJsonArray("items").getValuesAs(JsonObject.class)) {
                assertThat(ids.add(item.getString("externalId")))
                        .as("twice: %s", item)
                        .isTrue();
            }
            cursor = page.isNull("next") ? "" : "&cursor=" + Crm.encode(page.getString("next"));
        } while (!cursor.isEmpty());
        assertThat(ids).hasSize(files * ROWS);
        assertThat(Uploads.found(again, word(files) + (ROWS - 1))).isPositive();
        server.stop();
    }

    /** Begins to import a file; its address in the middle of it, empty where the import was faster than the look. */
    private static String halfWay(Crm admin, int file) {
        String table = People.vietnamese(ROWS, word(file));
        String address = Uploads.started(admin, "a.csv", table.getBytes(StandardCharsets.UTF_8));
        int written = admin.await(address, now -> now.json().getInt("written") >= 1_000)
                .json()
                .getInt("written");
        return written < ROWS ? address : "";
    }

    private static String word(int file) {
        return "matdien" + (char) ('a' + file);
    }
}
