package org.quanhe.crm.dataquality;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.Map;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;

/** Starts imports and waits for their ends. */
final class Uploads {
    private Uploads() {}

    /** Imports customers and returns the state at the end. */
    static JsonObject finished(Crm crm, String fileName, byte[] content) {
        return end(crm, started(crm, fileName, content));
    }

    /** Address of an import that was just started. */
    static String started(Crm crm, String fileName, byte[] content) {
        Answer accepted = crm.upload("/imports", fileName, content, Map.of("type", "customers"));
        assertThat(accepted.status()).as("%s", accepted).isEqualTo(202);
        String location = accepted.header("Location");
        return location.substring(location.indexOf("/imports/"));
    }

    /** Waits for the end. */
    static JsonObject end(Crm crm, String address) {
        return crm.await(address, now -> !now.json().getString("state").equals("running"))
                .json();
    }

    /** How many customers the search finds for a word. */
    static int found(Crm crm, String word) {
        return crm.get("/search?type=customers&limit=1&q=" + Crm.encode(word))
                .json()
                .getJsonObject("total")
                .getInt("value");
    }
}
