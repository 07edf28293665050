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

    @Test
    void anImportGoesOnAfterAKill() throws InterruptedException {
        CrmProcess server = CrmProcess.fresh("import").start();
        Crm admin = server.crm().signIn("admin", CrmProcess.ADMIN_PASSWORD);
        String table = People.vietnamese(ROWS, "matdien");
        String address = Uploads.started(admin, "a.csv", table.getBytes(StandardCharsets.UTF_8));
        int written = 0;
        while (written < 1_000) {
            Thread.sleep(50);
            written = admin.get(address).json().getInt("written");
        }
        server.kill9();
        assertThat(written).as("killed in the middle").isLessThan(ROWS);

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
        assertThat(ids).hasSize(ROWS);
        assertThat(Uploads.found(again, "matdien" + (ROWS - 1))).isPositive();
        server.stop();
    }
}
