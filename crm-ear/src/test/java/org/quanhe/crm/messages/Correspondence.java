package org.quanhe.crm.messages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;

/** A record type of a test's own, with templates and automations for it. */
final class Correspondence implements AutoCloseable {
    private final Crm admin;
    final String mark;
    final String type;
    private final List<Long> automations = new ArrayList<>();

    Correspondence(Crm admin) {
        this(admin, Long.toString(System.nanoTime(), 36));
        String fields = String.join(
                ",",
                field("email", "\"kind\":\"email\""),
                field("phone", "\"kind\":\"phone\""),
                field(
                        "language",
                        "\"kind\":\"choice\",\"choices\":[{\"code\":\"en\"},{\"code\":\"vi\"},"
                                + "{\"code\":\"zh-CN\"},{\"code\":\"zh-TW\"}]"),
                field("price", "\"kind\":\"number\""),
                field("day", "\"kind\":\"date\""),
                field(
                        "need",
                        "\"kind\":\"choice\",\"choices\":[{\"code\":\"cool\",\"labels\":{\"en\":\"Cooling\","
                                + "\"vi\":\"Làm mát\",\"zh-CN\":\"制冷\",\"zh-TW\":\"製冷\"}},{\"code\":\"warm\"}]"),
                field("vip", "\"kind\":\"yes-no\""),
                field("customer", "\"kind\":\"reference\",\"target\":\"customers\""));
        publish("{\"op\":\"addType\",\"type\":{\"name\":\"" + type + "\",\"rights\":\"owned\","
                + "\"labels\":{\"en\":\"Visits\",\"vi\":\"Chuyến thăm\",\"zh-CN\":\"拜访\",\"zh-TW\":\"拜訪\"},"
                + "\"fields\":[" + fields + "]}}");
    }

    /** Publishes a change of the metadata. */
    void publish(String change) {
        Answer draft = admin.post("/metadata/drafts", "{\"changes\":[" + change + "]}");
        assertThat(draft.status()).as("%s", draft).isEqualTo(201);
        Answer published =
                admin.post("/metadata/drafts/" + draft.json().getInt("id") + "/publish", "{\"why\":\"test\"}");
        assertThat(published.status()).as("%s", published).isEqualTo(200);
    }

    private Correspondence(Crm admin, String mark) {
        this.admin = admin;
        this.mark = mark;
        this.type = "visits" + mark;
    }

    /** The same for another client. */
    Correspondence as(Crm client) {
        return new Correspondence(client, mark);
    }

    private static String field(String name, String more) {
        return "{\"name\":\"" + name + "\"," + more + ",\"labels\":{\"en\":\"" + name + "\"}}";
    }

    /** A record; its number. */
    int record(JsonObjectBuilder values) {
        Answer made = admin.post("/" + type, values.build());
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return made.json().getInt("id");
    }

    /** What a template says in a language. */
    record Said(String language, String subject, String body) {}

    JsonObject template(String code, String kind, Said... texts) {
        Answer made = admin.post("/templates", document(code, kind, texts));
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return made.json();
    }

    JsonObject document(String code, String kind, Said... texts) {
        JsonObjectBuilder byTag = Json.createObjectBuilder();
        for (Said said : texts) {
            byTag.add(
                    said.language(),
                    Json.createObjectBuilder().add("subject", said.subject()).add("body", said.body()));
        }
        return Json.createObjectBuilder()
                .add("code", code)
                .add("name", "Mẫu " + code)
                .add("kind", kind)
                .add("type", type)
                .add("fallback", texts[0].language())
                .add("texts", byTag)
                .build();
    }

    /** An automation on new records; its number. */
    long automation(String actions) {
        Answer made = admin.post(
                "/automations",
                "{\"name\":\"Thư " + mark + "\",\"type\":\"" + type + "\",\"trigger\":{\"on\":\"created\"},\"actions\":"
                        + actions + "}");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        automations.add(made.json().getJsonNumber("id").longValue());
        return automations.get(automations.size() - 1);
    }

    /** All runs have ended; what the newest of them says, in English. */
    String trace(long automation, int runs) {
        Crm english = admin.with("Accept-Language", "en");
        Answer ended = english.await(
                "/automations/" + automation, answer -> answer.json().getInt("done") == runs);
        Answer found = english.get("/automations/" + automation + "/runs");
        assertThat(ended.json().getInt("done")).as("%s", found).isEqualTo(runs);
        return found.json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getJsonArray("trace")
                .toString();
    }

    /** The newest mail to that address, as soon as it stands there. */
    JsonObject mail(String address, String state) {
        Answer found = admin.with("Accept-Language", "en")
                .await("/mails?limit=200", answer -> of(answer, address).stream()
                        .anyMatch(mail -> mail.getString("state").equals(state)));
        return of(found, address).stream()
                .filter(mail -> mail.getString("state").equals(state))
                .findFirst()
                .orElseThrow(() -> new AssertionError(address + " is not " + state + ": " + of(found, address)));
    }

    /** The newest mail to that address as it stands now. */
    JsonObject mail(String address) {
        return of(admin.with("Accept-Language", "en").get("/mails?limit=200"), address)
                .get(0);
    }

    private static List<JsonObject> of(Answer mails, String address) {
        return mails.json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(mail -> mail.getString("address").equals(address))
                .toList();
    }

    /** The automations are no concern of other tests. */
    @Override
    public void close() {
        automations.forEach(id -> admin.delete("/automations/" + id));
    }
}
