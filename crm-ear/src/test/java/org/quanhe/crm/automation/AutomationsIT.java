package org.quanhe.crm.automation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Shaping;

/** What happens by itself when records are written. */
class AutomationsIT {
    private final Crm admin = Crm.admin();
    private final String mark = "tudong" + Long.toString(System.nanoTime(), 36);
    private final List<Long> made = new java.util.ArrayList<>();

    /** An automation for customers of this test alone. */
    private long automation(String trigger, String condition, String actions) {
        String mine = "name.contains('" + mark + "')" + (condition.isEmpty() ? "" : " && " + condition);
        Answer answer = admin.post(
                "/automations",
                "{\"name\":\"Luật " + made.size() + " " + mark + "\",\"type\":\"customers\",\"trigger\":" + trigger
                        + ",\"condition\":\"" + mine + "\",\"actions\":" + actions + "}");
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        made.add(answer.json().getJsonNumber("id").longValue());
        return made.get(made.size() - 1);
    }

    @AfterEach
    void removeThem() {
        made.forEach(id -> admin.delete("/automations/" + id));
    }

    private int customer(String values) {
        Answer answer = admin.post("/customers", "{\"name\":\"Anh " + mark + "\"" + values + "}");
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.json().getInt("id");
    }

    private JsonObject run(long automation, String state) {
        return admin.await(
                        "/automations/" + automation + "/runs",
                        answer -> answer.json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                                .anyMatch(run -> run.getString("state").equals(state)))
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
    }

    /** By subject, in which order the database answers: the index may be a moment behind a run that has ended. */
    private List<JsonObject> tasks(int customer) {
        return admin
                .get("/activities?sort=subject&filter=" + Crm.encode("customer == " + customer))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(one -> one.getString("kind").equals("task"))
                .toList();
    }

    @Test
    @Tag("R026")
    void aNewRecordIsAssignedInTurnAndATaskPlanned() {
        long team = Colleague.team("Dự án " + mark);
        Colleague first = Colleague.with(List.of("sales"), List.of(team));
        Colleague second = Colleague.with(List.of("sales"), List.of(team));
        long id = automation(
                "{\"on\":\"created\"}",
                "city == 'Huế'",
                "[{\"do\":\"assign\",\"team\":" + team + ",\"how\":\"round-robin\"},"
                        + "{\"do\":\"task\",\"subject\":\"Gọi {{name}}\",\"workingDays\":1}]");
        int elsewhere = customer(",\"city\":\"Hà Nội\"");
        int one = customer(",\"city\":\"Huế\"");
        run(id, "done");
        int two = customer(",\"city\":\"huế\"");
        admin.await("/automations/" + id, answer -> answer.json().getInt("done") == 2);
        List<Integer> owners = List.of(owner(one), owner(two));
        assertThat(owners).containsExactlyInAnyOrder((int) first.id(), (int) second.id());
        assertThat(tasks(one)).singleElement().satisfies(task -> {
            assertThat(task.getString("subject")).isEqualTo("Gọi Anh " + mark);
            assertThat(task.getJsonObject("owner").getInt("id")).isEqualTo(owner(one));
            assertThat(task).containsKey("startsAt");
        });
        assertThat(tasks(elsewhere)).isEmpty();
        JsonObject run = admin.with("Accept-Language", "vi")
                .get("/automations/" + id + "/runs")
                .json()
                .getJsonArray("items")
                .getJsonObject(1);
        assertThat(run.getInt("recordId")).isEqualTo(one);
        assertThat(run.getJsonArray("trace").toString())
                .contains(
                        "Bản ghi được tạo",
                        "city = Huế",
                        "Đã giao cho nhóm Dự án " + mark,
                        "Đã lên việc",
                        "Mọi bước đã xong");
    }

    private int owner(int customer) {
        return admin.get("/customers/" + customer).json().getJsonObject("owner").getInt("id");
    }

    @Test
    @Tag("R104")
    void aCreditClassMovesACustomerToTheListAndTheHistorySaysWhichRule() {
        long id = automation(
                "{\"on\":\"changed\",\"field\":\"source\",\"from\":\"B\",\"to\":\"A\"}",
                "",
                "[{\"do\":\"set\",\"fields\":{\"tags\":[\"VIP\"],\"notes\":\"Vì {{source}}\"}}]");
        int customer = customer(",\"source\":\"C\"");
        admin.patch("/customers/" + customer, "{\"source\":\"B\"}");
        admin.patch("/customers/" + customer, "{\"jobTitle\":\"Giám đốc\"}");
        admin.patch("/customers/" + customer, "{\"source\":\"A\"}");
        run(id, "done");
        JsonObject moved = admin.get("/customers/" + customer).json();
        assertThat(moved.getJsonArray("tags").toString()).contains("VIP");
        assertThat(moved.getString("notes")).isEqualTo("Vì A");
        assertThat(admin.get("/customers/" + customer + "/audit").text()).contains("Luật 0 " + mark);
        assertThat(admin.get("/automations/" + id).json().getInt("done")).isEqualTo(1);
        // the list is one filter away
        admin.await(
                "/customers?filter=" + Crm.encode("tags == 'VIP' && name.contains('" + mark + "')"),
                answer -> answer.json().getJsonArray("items").size() == 1);
    }

    @Test
    void aBranchTakesOneOfTwoWays() {
        long id = automation(
                "{\"on\":\"created\"}",
                "",
                "[{\"do\":\"branch\",\"if\":\"has(phone)\",\"then\":[{\"do\":\"task\",\"subject\":\"Gọi\"}],"
                        + "\"else\":[{\"do\":\"set\",\"fields\":{\"notes\":\"Hỏi số\"}}]},"
                        + "{\"do\":\"set\",\"fields\":{\"jobTitle\":\"đã xem\"}}]");
        int with = customer(",\"phone\":\"0903 123 456\"");
        int without = customer("");
        admin.await("/automations/" + id, answer -> answer.json().getInt("done") == 2);
        assertThat(tasks(with)).hasSize(1);
        assertThat(admin.get("/customers/" + with).json()).doesNotContainKey("notes");
        assertThat(admin.get("/customers/" + without).json().getString("notes")).isEqualTo("Hỏi số");
        assertThat(tasks(without)).isEmpty();
        assertThat(admin.get("/customers/" + with).json().getString("jobTitle")).isEqualTo("đã xem");
    }

    @Test
    void whatWaitsIsSeenAndCanBeEnded() {
        long id = automation(
                "{\"on\":\"created\"}",
                "",
                "[{\"do\":\"wait\",\"minutes\":60},{\"do\":\"task\",\"subject\":\"Sau một giờ\"}]");
        int customer = customer("");
        JsonObject waiting = admin.await(
                        "/automations/" + id + "/runs", answer -> answer.text().contains("Waits until"))
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(waiting.getString("state")).isEqualTo("waiting");
        assertThat(admin.get("/automations/waiting?limit=200").text()).contains("\"id\":" + waiting.getInt("id"));
        Answer ended = admin.post("/automations/runs/" + waiting.getInt("id") + "/stop", "{}");
        assertThat(ended.json().getString("state")).isEqualTo("stopped");
        assertThat(admin.post("/automations/runs/" + waiting.getInt("id") + "/stop", "{}")
                        .status())
                .isEqualTo(409);
        assertThat(tasks(customer)).isEmpty();
    }

    @Test
    void aRunWaitsUntilItsRecordFulfilsACondition() {
        long id = automation(
                "{\"on\":\"created\"}",
                "",
                "[{\"do\":\"waitUntil\",\"condition\":\"city == 'Huế'\",\"days\":14},"
                        + "{\"do\":\"task\",\"subject\":\"Đến {{city}}\"}]");
        int customer = customer("");
        admin.await("/automations/" + id + "/runs", answer -> answer.text().contains("Waits until"));
        admin.patch("/customers/" + customer, "{\"city\":\"Vinh\"}");
        assertThat(tasks(customer)).isEmpty();
        admin.patch("/customers/" + customer, "{\"city\":\"Huế\"}");
        JsonObject run = run(id, "done");
        assertThat(run.getJsonArray("trace").toString()).contains("Waits until", "on with the next step");
        assertThat(tasks(customer)).singleElement().satisfies(task -> assertThat(task.getString("subject"))
                .isEqualTo("Đến Huế"));
    }

    @Test
    void aRunThatWaitsInVainGoesOnOrEnds() {
        String wait = "[{\"do\":\"waitUntil\",\"condition\":\"city == 'Huế'\",\"days\":0.00002,\"otherwise\":\"";
        String task = "\"},{\"do\":\"task\",\"subject\":\"Hỏi lại\"}]";
        long ends = automation("{\"on\":\"created\"}", "", wait + "stop" + task);
        long goesOn = automation("{\"on\":\"created\"}", "", wait + "go" + task);
        int customer = customer("");
        assertThat(run(goesOn, "done").getJsonArray("trace").toString()).contains("on all the same");
        assertThat(run(ends, "stopped").getJsonArray("trace").toString()).contains("it ends here");
        assertThat(tasks(customer)).hasSize(1);
    }

    @Test
    void aCircleIsNamedAndNotRun() {
        long first = automation(
                "{\"on\":\"changed\",\"field\":\"source\"}",
                "",
                "[{\"do\":\"set\",\"fields\":{\"jobTitle\":\"{{source}}\"}}]");
        long second = automation(
                "{\"on\":\"changed\",\"field\":\"jobTitle\"}",
                "",
                "[{\"do\":\"set\",\"fields\":{\"source\":\"{{jobTitle}}x\"}}]");
        int customer = customer(",\"source\":\"a\"");
        admin.patch("/customers/" + customer, "{\"source\":\"b\"}");
        JsonObject stopped = run(first, "stopped");
        assertThat(stopped.getJsonArray("trace").toString())
                .contains("Luật 0 " + mark + " → Luật 1 " + mark + " → Luật 0 " + mark);
        // what set the stopped one off may still be about to end
        for (long id : List.of(first, second)) {
            admin.await("/automations/" + id, answer -> answer.json().getInt("done") == 1);
        }
        assertThat(admin.get("/customers/" + customer).json().getString("source"))
                .isEqualTo("bx");
    }

    @Test
    void aDryRunDoesEverythingAndKeepsNothing() {
        long id = automation(
                "{\"on\":\"created\"}",
                "has(phone)",
                "[{\"do\":\"wait\",\"minutes\":60},{\"do\":\"assign\",\"team\":" + Colleague.team("Thử " + mark)
                        + ",\"how\":\"load\"},{\"do\":\"task\",\"subject\":\"Thử {{name}}\"},"
                        + "{\"do\":\"set\",\"fields\":{\"notes\":\"thử\"}}]");
        int customer = customer("");
        Answer not = admin.post("/automations/" + id + "/dry-run", "{\"recordId\":" + customer + "}");
        assertThat(not.text()).contains("does not hold");
        admin.patch("/customers/" + customer, "{\"phone\":\"0903 111 111\"}");
        Answer dry = admin.post("/automations/" + id + "/dry-run", "{\"recordId\":" + customer + "}");
        assertThat(dry.status()).as("%s", dry).isEqualTo(200);
        assertThat(dry.text()).contains("Thử Anh " + mark, "Set: notes=thử", "All steps are done");
        assertThat(tasks(customer)).isEmpty();
        assertThat(admin.get("/customers/" + customer).json()).doesNotContainKey("notes");
        assertThat(admin.get("/automations/" + id + "/runs").json().getJsonArray("items"))
                .isEmpty();
        assertThat(admin.get("/search?q=" + mark + "&type=activities").json().getJsonArray("hits"))
                .isEmpty();
        assertThat(admin.post("/automations/" + id + "/dry-run", "{\"recordId\":999999999}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aStepThatFailsIsTriedAgainAndSaysWhy() {
        long id = automation("{\"on\":\"created\"}", "", "[{\"do\":\"set\",\"fields\":{\"birthday\":\"{{source}}\"}}]");
        customer(",\"source\":\"không phải ngày\"");
        JsonObject run = admin.await(
                        "/automations/" + id + "/runs", answer -> answer.text().contains("A try failed"))
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(run.getString("state")).isEqualTo("waiting");
        assertThat(run.getInt("attempts")).isGreaterThanOrEqualTo(1);
        assertThat(run.getJsonArray("trace").toString()).contains("birthday", "không phải ngày");
        assertThat(admin.post("/automations/runs/" + run.getInt("id") + "/retry", "{}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void manyAtOnceEachRunOnce() {
        long id = automation("{\"on\":\"created\"}", "", "[{\"do\":\"task\",\"subject\":\"Một lần {{name}}\"}]");
        List<Integer> customers =
                IntStream.range(0, 60)
                        .mapToObj(i -> CompletableFuture.supplyAsync(() -> customer("")))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();
        admin.await("/automations/" + id, answer -> answer.json().getInt("done") == 60);
        customers.forEach(customer -> assertThat(tasks(customer)).hasSize(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                                                  | type",
                "{'name':'x','type':'moon'}                                                          | type",
                "{'name':'x','type':'customers','trigger':{'on':'eclipse'},'actions':[{'do':'task','subject':'s'}]} | trigger.on",
                "{'name':'x','type':'customers','trigger':{'on':'changed','field':'colour'},'actions':[{'do':'task','subject':'s'}]} | trigger.field",
                "{'name':'x','type':'customers','trigger':{'on':'created'},'condition':'colour == 1','actions':[{'do':'task','subject':'s'}]} | condition",
                "{'name':'x','type':'customers','trigger':{'on':'created'}}                          | actions",
                "{'name':'x','type':'customers','trigger':{'on':'created'},'actions':[{'do':'dance'}]} | actions[0].do",
                "{'name':'x','type':'customers','trigger':{'on':'created'},'actions':[{'do':'set','fields':{'colour':1}}]} | actions[0].fields.colour",
                "{'name':'x','type':'customers','trigger':{'on':'created'},'actions':[{'do':'set','fields':{'birthday':'soon'}}]} | actions[0].fields.birthday",
                "{'name':'x','type':'customers','trigger':{'on':'created'},'actions':[{'do':'assign','team':987654321}]} | actions[0].team",
                "{'name':'x','type':'customers','trigger':{'on':'created'},'actions':[{'do':'wait','minutes':-1}]} | actions[0].minutes",
                "{'name':'x','type':'customers','trigger':{'on':'created'},'actions':[{'do':'branch','if':'((','then':[]}]} | actions[0].if",
                "{'name':'x','type':'customers','trigger':{'on':'created'},'actions':[{'do':'waitUntil','condition':'((','days':1}]} | actions[0].condition",
                "{'name':'x','type':'customers','trigger':{'on':'created'},'actions':[{'do':'waitUntil','condition':'has(city)','days':0}]} | actions[0].days",
                "{'name':'x','type':'customers','trigger':{'on':'hook'},'actions':[{'do':'task','subject':'s'}]} | trigger.fields",
                "{'name':'x','type':'customers','trigger':{'on':'hook','fields':{'colour':'a'}},'actions':[{'do':'task','subject':'s'}]} | trigger.fields.colour",
                "{'name':'x','type':'customers','trigger':{'on':'created'},'colour':1,'actions':[{'do':'task','subject':'s'}]} | colour",
            })
    void whatCannotBeIsRefusedAtItsPlace(String document, String place) {
        Answer answer = admin.with("Accept-Language", "zh-TW").post("/automations", document.replace('\'', '"'));
        assertThat(answer.status()).as("%s", answer).isEqualTo(400);
        assertThat(answer.json().getJsonArray("violations").getValuesAs(JsonObject.class))
                .anySatisfy(
                        violation -> assertThat(violation.getString("field")).isEqualTo(place));
        assertThat(answer.text()).doesNotContain("automation.error");
    }

    @Test
    void onlyAdministratorsAutomate() {
        long id = automation("{\"on\":\"created\"}", "", "[{\"do\":\"task\",\"subject\":\"s\"}]");
        Crm manager = Colleague.with(List.of("manager"), List.of()).crm();
        for (String path :
                List.of("/automations", "/automations/" + id, "/automations/" + id + "/runs", "/automations/waiting")) {
            assertThat(manager.get(path).status()).as(path).isEqualTo(403);
        }
        assertThat(manager.post("/automations", "{}").status()).isEqualTo(403);
        assertThat(manager.delete("/automations/" + id).status()).isEqualTo(403);
    }

    @Test
    @Tag("R026")
    void anAutomationFollowsAFieldOfAnotherNameAndItsMisfitIsToldBefore() {
        String floor = "floor_" + mark;
        Shaping.publish(
                admin,
                "{'op':'addField','type':'customers','field':{'name':'" + floor
                        + "','kind':'number','labels':{'en':'Floor'}}}");
        long id = automation(
                "{\"on\":\"created\"}",
                floor + " > 5",
                "[{\"do\":\"set\",\"fields\":{\"notes\":\"Tầng {{" + floor + "}}\"}}]");
        Answer draft = admin.post(
                "/metadata/drafts",
                "{\"changes\":[{\"op\":\"retireField\",\"type\":\"customers\",\"name\":\"" + floor + "\"}]}");
        assertThat(admin.get("/metadata/drafts/" + draft.json().getInt("id") + "/difference")
                        .json()
                        .getJsonArray("warnings")
                        .toString())
                .contains("Luật 0 " + mark, "condition");
        admin.delete("/metadata/drafts/" + draft.json().getInt("id"));
        Shaping.publish(
                admin,
                "{'op':'changeField','type':'customers','name':'" + floor + "','set':{'name':'storey_" + mark + "'}}");
        assertThat(admin.get("/automations/" + id).text())
                .contains("storey_" + mark + " > 5", "{{storey_" + mark + "}}")
                .doesNotContain(floor);
        int high = customer(",\"storey_" + mark + "\":9");
        run(id, "done");
        assertThat(admin.get("/customers/" + high).json().getString("notes")).isEqualTo("Tầng 9");
    }

    @Test
    @Tag("R026")
    void pathsAndRecipientsOfMailsFollowAFieldOfAnotherNameBehindAReference() {
        String before = "boss_" + mark;
        String after = "chief_" + mark;
        Shaping.publish(
                admin,
                "{'op':'addField','type':'customers','field':{'name':'" + before
                        + "','kind':'email','labels':{'en':'Boss'}}}");
        Answer template = admin.post(
                "/templates",
                "{\"code\":\"" + mark
                        + "\",\"name\":\"Sếp\",\"kind\":\"mail\",\"type\":\"activities\",\"fallback\":\"vi\","
                        + "\"texts\":{\"vi\":{\"subject\":\"Chào\",\"body\":\"Chào sếp\"}}}");
        assertThat(template.status()).as("%s", template).isEqualTo(201);
        Answer made = admin.post(
                "/automations",
                "{\"name\":\"Sếp " + mark + "\",\"type\":\"activities\",\"trigger\":{\"on\":\"created\"},"
                        + "\"condition\":\"kind == 'note' && subject == '" + mark + "'\",\"actions\":["
                        + "{\"do\":\"task\",\"subject\":\"Hỏi {{customer." + before + "}}\"},"
                        + "{\"do\":\"mail\",\"template\":\"" + mark + "\",\"to\":\"customer." + before + "\"},"
                        + "{\"do\":\"set\",\"fields\":{\"body\":\"{{subject}} {{customer.name}}\"}}]}");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        long id = made.json().getJsonNumber("id").longValue();
        this.made.add(id);
        Shaping.publish(
                admin,
                "{'op':'changeField','type':'customers','name':'" + before + "','set':{'name':'" + after + "'}}");
        assertThat(admin.get("/automations/" + id).text())
                .contains("{{customer." + after + "}}", "{{customer.name}}")
                .doesNotContain(before);
        JsonObject mail = admin.get("/automations/" + id)
                .json()
                .getJsonObject("document")
                .getJsonArray("actions")
                .getJsonObject(1);
        assertThat(mail.getString("to")).isEqualTo("customer." + after);
        admin.delete("/automations/" + id);
        admin.delete("/templates/" + template.json().getInt("id"));
        Shaping.publish(admin, "{'op':'retireField','type':'customers','name':'" + after + "'}");
    }

    @Test
    void theDescriptionOfRestTellsOfAutomations() {
        JsonObject paths = admin.get("/openapi.json").json().getJsonObject("paths");
        assertThat(paths)
                .containsKeys(
                        "/automations",
                        "/automations/{id}/runs",
                        "/automations/{id}/dry-run",
                        "/automations/{id}/address",
                        "/hooks/{secret}");
    }
}
