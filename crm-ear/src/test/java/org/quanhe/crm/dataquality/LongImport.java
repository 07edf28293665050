package org.quanhe.crm.dataquality;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.UnderWay;

/** File after file is imported: the one in work goes on by itself, nothing is lost, nothing doubled. */
public final class LongImport implements UnderWay {
    private static final int ROWS = 6_000;
    /** From here to as far before the end it is in the middle. */
    private static final int EDGE = 1_000;

    /** Addresses of the imports by the word in their names. */
    private final Map<String, String> files = new LinkedHashMap<>();

    private volatile String newest = "";

    @Override
    public String promise() {
        return "anImportGoesOnAfterAKill";
    }

    @Override
    public void prepare(Crm admin) {
        // the file is part of each round
    }

    @Override
    public void work(Crm admin) {
        String word = "nhapfile" + (char) ('a' + files.size());
        newest = Uploads.started(admin, "a.csv", People.vietnamese(ROWS, word).getBytes(StandardCharsets.UTF_8));
        files.put(word, newest);
        Uploads.end(admin, newest);
    }

    @Override
    public boolean isMidway(Crm admin) {
        if (newest.isEmpty()) {
            return false;
        }
        int written = admin.get(newest).json().getInt("written");
        return written >= EDGE && written <= ROWS - EDGE;
    }

    @Override
    public void check(Crm admin) {
        for (String address : files.values()) {
            JsonObject end = Uploads.end(admin, address);
            assertThat(end.getString("state")).isEqualTo("done");
            assertThat(end.getInt("written")).isEqualTo(ROWS);
        }
        assertThat(ids(admin)).hasSize(files.size() * ROWS);
        files.keySet().forEach(word -> assertThat(Uploads.found(admin, word + (ROWS - 1)))
                .isPositive());
    }

    /** Numbers that the rows had in the files, of all customers that came from one. */
    private static Set<String> ids(Crm admin) {
        Set<String> ids = new HashSet<>();
        String cursor = "";
        do {
            JsonObject page =
                    admin.get("/customers?limit=200&fields=externalId" + cursor).json();
            for (JsonObject item : page.getJsonArray("items").getValuesAs(JsonObject.class)) {
                if (item.containsKey("externalId")) {
                    assertThat(ids.add(item.getString("externalId")))
                            .as("twice: %s", item)
                            .isTrue();
                }
            }
            cursor = page.isNull("next") ? "" : "&cursor=" + Crm.encode(page.getString("next"));
        } while (!cursor.isEmpty());
        return ids;
    }
}
