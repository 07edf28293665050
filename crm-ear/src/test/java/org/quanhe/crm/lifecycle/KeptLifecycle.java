package org.quanhe.crm.lifecycle;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;

/** Stages and profile set for a test, and set back behind it. */
final class KeptLifecycle implements AutoCloseable {
    private final Crm admin;
    private final JsonObject stages;
    private final JsonObject profile;

    private KeptLifecycle(Crm admin) {
        this.admin = admin;
        this.stages = admin.get("/lifecycle").json();
        this.profile = admin.get("/lifecycle/ideal-customer").json();
    }

    /** Those of now, to be set back. */
    static KeptLifecycle of(Crm admin) {
        return new KeptLifecycle(admin);
    }

    /** The stages that are set back. */
    JsonObject before() {
        return stages;
    }

    static List<String> codes(JsonObject document) {
        return document.getJsonArray("stages").getValuesAs(JsonObject.class).stream()
                .map(stage -> stage.getString("code"))
                .toList();
    }

    /** A stage of a document; apostrophes stand for quotation marks. */
    static String stage(String code, String more) {
        return ("{'code':'" + code + "','name':{'en':'" + code + "'}" + (more.isEmpty() ? "" : "," + more) + "}")
                .replace('\'', '"');
    }

    /** Sets those stages; records of others go to the first. */
    Answer set(String... stages) {
        JsonObject now = admin.get("/lifecycle").json();
        String document = "{\"stages\":[" + String.join(",", stages) + "]}";
        JsonObject after = Json.createReader(new StringReader(document)).readObject();
        return put(after, now);
    }

    private Answer put(JsonObject after, JsonObject now) {
        Set<String> codes = Set.copyOf(codes(after));
        JsonObjectBuilder moves = Json.createObjectBuilder();
        codes(now).stream()
                .filter(code -> !codes.contains(code))
                .forEach(code -> moves.add(code, codes(after).get(0)));
        Answer answer = admin.send(
                "PUT",
                "/lifecycle",
                "application/json",
                Json.createObjectBuilder(after).add("moves", moves).build().toString());
        if (answer.status() != 200) {
            throw new AssertionError("lifecycle is not set: " + answer);
        }
        return answer;
    }

    @Override
    public void close() {
        put(stages, admin.get("/lifecycle").json());
        JsonObject conditions = profile.getJsonObject("conditions");
        Answer back = admin.send(
                "PUT",
                "/lifecycle/ideal-customer",
                "application/json",
                Json.createObjectBuilder().add("conditions", conditions).build().toString());
        if (back.status() != 200) {
            throw new AssertionError("the profile is not set back: " + back);
        }
    }

    /** Codes of the stages that a record was in, oldest first. */
    static String way(JsonObject record) {
        List<String> stays = record.getJsonArray("stays").getValuesAs(JsonObject.class).stream()
                .map(stay -> stay.getString("stage"))
                .collect(Collectors.toList());
        Collections.reverse(stays);
        return String.join(" ", stays);
    }
}
