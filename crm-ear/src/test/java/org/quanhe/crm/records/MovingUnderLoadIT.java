package org.quanhe.crm.records;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;

/**
 * Whatever administrators publish while others read and write: nobody's request fails, nothing that was answered as
 * saved is lost, and an empty server becomes equal.
 */
class MovingUnderLoadIT {
    private static final int CHANGES = 15;
    private static final int WRITERS = 2;

    private final Crm admin = Crm.admin().with("Accept-Language", "en");
    private final String mark = "tai" + Long.toString(System.nanoTime(), 36);
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    private final Map<String, Field> fields = new ConcurrentHashMap<>();
    private final List<String> types = new CopyOnWriteArrayList<>(List.of("customers"));
    private final List<String> retired = new ArrayList<>();
    private final Map<String, String> saved = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger edits = new AtomicInteger();

    /** A field as it is now; its key is the name that it began with. */
    private record Field(String type, String key, String name, String kind, boolean shown) {
        Field named(String other) {
            return new Field(type, key, other, kind, shown);
        }

        Field of(String other) {
            return new Field(type, key, name, other, shown);
        }

        Field shown(boolean yes) {
            return new Field(type, key, name, kind, yes);
        }
    }

    @Test
    void nothingFailsNothingIsLostAndAnEmptyServerBecomesEqual() {
        for (int i = 0; i < 3; i++) {
            add("customers", "first" + i);
        }
        changeWhilePeopleWork();
        assertThat(failures).as("seed %s", seed).isEmpty();
        assertThat(edits.get()).as("seed %s", seed).isPositive();

        CrmProcess process = CrmProcess.fresh("moving-" + Crm.database()).start();
        try {
            Crm second =
                    process.crm().signIn("admin", CrmProcess.ADMIN_PASSWORD).with("Accept-Language", "en");
            becomesEqual(second);
            // with all that was retired back in its place, every value that was answered as saved is there
            showEverything();
            becomesEqual(second);
            saved.forEach((place, value) ->
                    assertThat(valueAt(place)).as("%s, seed %s", place, seed).isEqualTo(value));
            types.forEach(type -> recordsBecomeEqual(second, type));
        } finally {
            process.stop();
        }
    }

    private void changeWhilePeopleWork() {
        AtomicBoolean over = new AtomicBoolean();
        List<CompletableFuture<Void>> people = new ArrayList<>(IntStream.range(0, WRITERS)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> write(writer, over)))
                .toList());
        people.add(CompletableFuture.runAsync(() -> read(over)));
        try {
            for (int i = 0; i < CHANGES; i++) {
                change(i);
            }
        } finally {
            over.set(true);
            people.forEach(CompletableFuture::join);
        }
    }

    private void read(AtomicBoolean over) {
        while (!over.get()) {
            List<String> paths =
                    new ArrayList<>(List.of("/metadata", "/openapi.json", "/customers?limit=20&q=" + mark));
            // a type may be retired between the look and the question
            types.forEach(type -> paths.add("/" + type + "?sort=name&limit=20"));
            for (String path : paths) {
                Answer answer = admin.get(path);
                if (answer.status() >= 500 || path.startsWith("/customers") && answer.status() != 200) {
                    failures.add(path + " " + answer);
                }
            }
        }
    }

    /** Creates records and edits them, whatever their fields are called at the moment. */
    private void write(int writer, AtomicBoolean over) {
        Random mine = new Random(seed + writer);
        for (int i = 0; i < 12 || !over.get() && i < 80; i++) {
            String type = types.get(mine.nextInt(types.size()));
            Answer made = told(admin.post("/" + type, "{\"name\":\"" + mark + " " + writer + " " + i + "\"}"));
            if (made.status() != 201) {
                continue;
            }
            int id = made.json().getInt("id");
            for (Field field : fields.values()) {
                if (field.type().equals(type) && field.shown()) {
                    String value = Integer.toString(mine.nextInt(1_000_000));
                    Answer changed =
                            told(admin.patch("/" + type + "/" + id, "{\"" + field.name() + "\":\"" + value + "\"}"));
                    if (changed.status() == 200) {
                        saved.put(type + "/" + id + "/" + field.key(), value);
                        edits.incrementAndGet();
                    }
                }
            }
        }
    }

    /** A refusal is in order: the field may have another name by now. A failure is not. */
    private Answer told(Answer answer) {
        if (answer.status() >= 500) {
            failures.add(answer.toString());
        }
        return answer;
    }

    private void change(int i) {
        List<Field> known = List.copyOf(fields.values());
        Field field = known.get(random.nextInt(known.size()));
        boolean there = !retired.contains(field.type());
        String about = "\"type\":\"" + field.type() + "\",\"name\":\"" + field.name() + "\"";
        switch (there ? random.nextInt(7) : 6) {
            case 0 -> {
                Field other = field.named("other" + i + "_" + mark);
                publish("{\"op\":\"changeField\"," + about + ",\"set\":{\"name\":\"" + other.name() + "\"}}");
                fields.put(field.key(), other);
            }
            case 1 -> {
                String kind = List.of("text", "number", "long-text").get(random.nextInt(3));
                publish("{\"op\":\"changeField\"," + about + ",\"set\":{\"kind\":\"" + kind
                        + "\",\"labels\":{\"vi\":\"Nhãn " + i + "\"}}}");
                fields.put(field.key(), field.of(kind));
            }
            case 2, 3 -> {
                publish("{\"op\":\"" + (field.shown() ? "retireField" : "reviveField") + "\"," + about + "}");
                fields.put(field.key(), field.shown(!field.shown()));
            }
            case 4 -> add(field.type(), "new" + i);
            case 5 -> {
                String type = "parts" + i + mark;
                publish("{\"op\":\"addType\",\"type\":{\"name\":\"" + type + "\",\"labels\":{\"en\":\"Parts " + i
                        + "\"}}}");
                types.add(type);
                add(type, "size" + i);
            }
            default -> onAndOff();
        }
    }

    /** One of the own types is retired, or the one that is comes back. */
    private void onAndOff() {
        if (!retired.isEmpty()) {
            publish("{\"op\":\"reviveType\",\"name\":\"" + retired.remove(0) + "\"}");
        } else if (types.size() > 1) {
            String type = types.get(1 + random.nextInt(types.size() - 1));
            publish("{\"op\":\"retireType\",\"name\":\"" + type + "\"}");
            retired.add(type);
        }
    }

    private void add(String type, String prefix) {
        String name = prefix + "_" + mark;
        publish("{\"op\":\"addField\",\"type\":\"" + type + "\",\"field\":{\"name\":\"" + name
                + "\",\"kind\":\"text\",\"labels\":{\"en\":\"" + prefix + "\"}}}");
        fields.put(name, new Field(type, name, name, "text", true));
    }

    private void publish(String change) {
        Answer draft = admin.post("/metadata/drafts", "{\"changes\":[" + change + "]}");
        assertThat(draft.status()).as("%s %s seed %s", change, draft, seed).isEqualTo(201);
        Answer published = admin.post(draft.header("Location") + "/publish", "{}");
        assertThat(published.status())
                .as("%s %s seed %s", change, published, seed)
                .isEqualTo(200);
    }

    private void showEverything() {
        List<String> changes = new ArrayList<>();
        retired.forEach(type -> changes.add("{\"op\":\"reviveType\",\"name\":\"" + type + "\"}"));
        retired.clear();
        fields.values().forEach(field -> {
            String about = "\"type\":\"" + field.type() + "\",\"name\":\"" + field.name() + "\"";
            if (!field.shown()) {
                changes.add("{\"op\":\"reviveField\"," + about + "}");
            }
            if (!field.kind().equals("text")) {
                changes.add("{\"op\":\"changeField\"," + about + ",\"set\":{\"kind\":\"text\"}}");
            }
            fields.put(field.key(), field.of("text").shown(true));
        });
        if (!changes.isEmpty()) {
            publish(String.join(",", changes));
        }
    }

    /** Other tests look at the same server. */
    @AfterEach
    void hideEverything() {
        List<String> changes = new ArrayList<>();
        fields.values().stream()
                .filter(field -> field.type().equals("customers") && field.shown())
                .forEach(field -> changes.add(
                        "{\"op\":\"retireField\",\"type\":\"customers\",\"name\":\"" + field.name() + "\"}"));
        types.stream()
                .filter(type -> !type.equals("customers") && !retired.contains(type))
                .forEach(type -> changes.add("{\"op\":\"retireType\",\"name\":\"" + type + "\"}"));
        publish(String.join(",", changes));
    }

    private String valueAt(String place) {
        String[] parts = place.split("/");
        return admin.get("/" + parts[0] + "/" + parts[1])
                .json()
                .getString(fields.get(parts[2]).name(), "");
    }

    /** All types of this server by a file: looked at first, brought in, and the same again. */
    private void becomesEqual(Crm second) {
        var names = Json.createArrayBuilder();
        admin.get("/metadata/export").json().getJsonArray("types").getValuesAs(JsonObject.class).stream()
                .map(type -> type.getString("name"))
                .forEach(names::add);
        String selection =
                Json.createObjectBuilder().add("types", names).build().toString();
        String file = admin.post("/metadata/export", selection).text();
        Answer rehearsal = second.post("/metadata/import?dryRun=true", file);
        assertThat(rehearsal.json().getJsonArray("problems"))
                .as("seed %s", seed)
                .isEmpty();
        Answer brought = second.post("/metadata/import", file);
        assertThat(brought.status()).as("%s, seed %s", brought, seed).isEqualTo(200);
        assertThat(second.post("/metadata/export", selection).text())
                .as("seed %s", seed)
                .isEqualTo(file);
        assertThat(second.post("/metadata/import", file).json().getBoolean("changed"))
                .isFalse();
    }

    /** Moves the records of a type by a file, and compares what both servers tell of them. */
    private void recordsBecomeEqual(Crm second, String type) {
        String columns = String.join(
                ",",
                fields.values().stream()
                        .filter(field -> field.type().equals(type))
                        .map(Field::name)
                        .sorted()
                        .toList());
        String export = "/" + type + "/export?format=csv&sort=name&columns=name"
                + (columns.isEmpty() ? "" : "," + columns) + "&filter="
                + Crm.encode("name.contains('" + mark + "')");
        Answer here = admin.get(export);
        assertThat(here.status()).as("%s", here).isEqualTo(200);
        if (here.text().lines().count() < 2) {
            return;
        }
        Answer started = second.upload(
                "/imports", type + ".csv", here.text().getBytes(StandardCharsets.UTF_8), Map.of("type", type));
        assertThat(started.status()).as("%s", started).isEqualTo(202);
        Answer end = second.await(started.header("Location"), answer -> List.of("done", "failed")
                .contains(answer.json().getString("state")));
        assertThat(end.json().getInt("failed")).as("%s", end).isZero();
        assertThat(second.get(export).text()).as("seed %s", seed).isEqualTo(here.text());
    }
}
