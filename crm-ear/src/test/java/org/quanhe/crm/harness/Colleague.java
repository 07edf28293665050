package org.quanhe.crm.harness;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A user made for a test. */
public final class Colleague {
    private static final String PASSWORD = "ein-langes-Kennwort-7";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final long id;
    private final String username;
    private Crm crm;

    private Colleague(long id, String username) {
        this.id = id;
        this.username = username;
    }

    public long id() {
        return id;
    }

    public String username() {
        return username;
    }

    public String password() {
        return PASSWORD;
    }

    /** Signed in as that user, with the first call: it costs the hash of a password. */
    public synchronized Crm crm() {
        if (crm == null) {
            crm = Crm.anonymous().signIn(username, PASSWORD);
        }
        return crm;
    }

    /** Makes a user with those roles and teams. */
    public static Colleague with(List<String> roles, List<Long> teams) {
        Crm admin = Crm.admin();
        String username = "colleague" + System.currentTimeMillis() + "-" + NEXT.incrementAndGet();
        JsonArrayBuilder roleCodes = Json.createArrayBuilder(roles);
        JsonArrayBuilder teamIds = Json.createArrayBuilder(teams);
        var made = admin.post(
                "/users",
                Json.createObjectBuilder()
                        .add("username", username)
                        .add("displayName", username)
                        .add("roles", roleCodes)
                        .add("teams", teamIds)
                        .build());
        if (made.status() != 201) {
            throw new AssertionError("no colleague: " + made);
        }
        long id = made.json().getJsonNumber("id").longValue();
        var set = admin.send(
                "PUT", "/users/" + id + "/password", "application/json", "{\"password\":\"" + PASSWORD + "\"}");
        if (set.status() != 204) {
            throw new AssertionError("no password: " + set);
        }
        return new Colleague(id, username);
    }

    /** A new team. */
    public static long team(String name) {
        var made = Crm.admin()
                .post("/teams", Json.createObjectBuilder().add("name", name).build());
        if (made.status() != 201) {
            throw new AssertionError("no team: " + made);
        }
        return made.json().getJsonNumber("id").longValue();
    }
}
