package org.quanhe.crm.automation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;

/** Another system calls the secret address of an automation. */
class IncomingWebhookIT {
    private final Crm admin = Crm.admin();
    private final Crm other = Crm.anonymous();
    private final String mark = "goivao" + Long.toString(System.nanoTime(), 36);
    private long automation;
    private String address;

    @BeforeEach
    void make() {
        Answer made = admin.post(
                "/automations",
                "{\"name\":\"Gọi vào " + mark + "\",\"type\":\"customers\",\"trigger\":{\"on\":\"hook\",\"fields\":"
                        + "{\"name\":\"lead.name\",\"phone\":\"lead.phones.0\",\"birthday\":\"born\"}},"
                        + "\"actions\":[{\"do\":\"task\",\"subject\":\"Gọi {{name}}\"}]}");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        automation = made.json().getJsonNumber("id").longValue();
        address = newAddress();
    }

    private String newAddress() {
        Answer answer = admin.post("/automations/" + automation + "/address", "{}");
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.json().getString("address");
    }

    @AfterEach
    void remove() {
        admin.delete("/automations/" + automation);
    }

    @Test
    @Tag("R026")
    void whatItSendsBecomesARecordAndTheActionsFollow() {
        Answer answer = other.post(
                address, "{\"lead\":{\"name\":\"Bà " + mark + "\",\"phones\":[\"0903 555 666\"]},\"more\":[1]}");
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        int id = answer.json().getInt("id");
        JsonObject customer = admin.get("/customers/" + id).json();
        assertThat(customer.getString("name")).isEqualTo("Bà " + mark);
        assertThat(customer.getJsonObject("owner").getString("title")).isEqualTo("Administrator");
        assertThat(admin.get("/customers/" + id + "/audit").text()).contains("Gọi vào " + mark);
        Answer runs = admin.await(
                "/automations/" + automation + "/runs", all -> all.text().contains("\"done\""));
        assertThat(runs.text()).contains("Another system called", "Gọi Bà " + mark, "\"recordId\":" + id);
    }

    @Test
    void theSameKeyMakesNoSecondRecord() {
        Crm caller = other;
        String body = "{\"lead\":{\"name\":\"Một lần " + mark + "\"}}";
        Answer first = caller.with("Idempotency-Key", "k" + mark).post(address, body);
        Answer second = caller.with("Idempotency-Key", "k" + mark).post(address, body);
        assertThat(second.status()).as("%s", second).isEqualTo(201);
        assertThat(second.json().getInt("id")).isEqualTo(first.json().getInt("id"));
        assertThat(caller.with("Idempotency-Key", "k" + mark)
                        .post(address, "{\"lead\":{\"name\":\"Khác\"}}")
                        .status())
                .isEqualTo(409);
        admin.await("/automations/" + automation, all -> all.json().getInt("done") > 0);
        assertThat(admin.get("/automations/" + automation + "/runs").json().getJsonArray("items"))
                .hasSize(1);
    }

    @Test
    void aWrongAddressIsNoneAndANewOnePutsTheOldOutOfUse() {
        String body = "{\"lead\":{\"name\":\"X " + mark + "\"}}";
        assertThat(other.post("/hooks/nobody-knows", body).status()).isEqualTo(404);
        String newer = newAddress();
        assertThat(other.post(address, body).status()).isEqualTo(404);
        assertThat(other.post(newer, body).status()).isEqualTo(201);
        assertThat(other.get(newer).status()).isEqualTo(401);
        String secret = newer.substring(newer.lastIndexOf('/') + 1);
        assertThat(admin.get("/automations").text()).doesNotContain(secret);
        String off = admin.get("/automations/" + automation)
                .json()
                .getJsonObject("document")
                .toString()
                .replaceFirst("\\{", "{\"active\":false,");
        assertThat(admin.send("PUT", "/automations/" + automation, "application/json", off)
                        .status())
                .isEqualTo(200);
        assertThat(other.post(newer, body).status()).isEqualTo(404);
    }

    @Test
    void whoseAuthorIsGoneMakesNothingAndSaysWhoCanHelp() {
        Colleague author = Colleague.with(List.of("administrator"), List.of());
        String document = admin.get("/automations/" + automation)
                .json()
                .getJsonObject("document")
                .toString();
        assertThat(author.crm()
                        .send("PUT", "/automations/" + automation, "application/json", document)
                        .status())
                .isEqualTo(200);
        String body = "{\"lead\":{\"name\":\"Không ai " + mark + "\"}}";
        assertThat(other.post(address, body).status()).isEqualTo(201);
        admin.patch("/users/" + author.id(), "{\"active\":false}");
        Answer refused = other.with("Accept-Language", "vi").post(address, body);
        assertThat(refused.status()).as("%s", refused).isEqualTo(409);
        assertThat(refused.text()).contains("Quản trị viên");
    }

    @Test
    void aBodyThatCannotBeIsRefusedAndNothingIsMade() {
        for (String body : List.of(
                "",
                "{",
                "[1]",
                "7",
                "{\"lead\":{}}",
                "{\"lead\":\"x\"}",
                "{\"lead\":{\"name\":\"" + mark + "\"},\"born\":\"soon\"}")) {
            Answer answer = other.with("Accept-Language", "vi").post(address, body);
            assertThat(answer.status()).as(body + " " + answer).isEqualTo(400);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        }
        String large = "{\"lead\":{\"name\":\"" + "x".repeat(64_000) + "\"}}";
        assertThat(other.post(address, large).status()).isEqualTo(413);
        assertThat(admin.get("/automations/" + automation + "/runs").json().getJsonArray("items"))
                .isEmpty();
    }
}
