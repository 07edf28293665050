package org.quanhe.crm.records;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Shaping;

/** Automations, processes and templates that move between servers in the file of types and fields. */
class MovingThingsIT {
    private final Crm admin = Crm.admin();
    private final String mark = "chuyen" + Long.toString(System.nanoTime(), 36);

    @AfterEach
    void removeThem() {
        items("/automations").stream()
                .filter(one -> one.getString("key").contains(mark))
                .forEach(one -> admin.delete("/automations/" + one.getInt("id")));
        items("/templates").stream()
                .filter(one -> one.getString("code").contains(mark))
                .forEach(one -> admin.delete("/templates/" + one.getInt("id")));
    }

    private List<JsonObject> items(String path) {
        return admin.get(path).json().getJsonArray("items").getValuesAs(JsonObject.class);
    }

    private JsonObject automation(String key) {
        return items("/automations").stream()
                .filter(one -> one.getString("key").equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no automation " + key));
    }

    private JsonObject process(String name) {
        return items("/processes").stream()
                .filter(one -> one.getString("name").equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no process " + name));
    }

    private Answer done(Answer answer, int status) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        return answer;
    }

    /** A template, a process and an automation that name each other and a team, written the way a file has them. */
    private String file(String suffix, String team) {
        return ("""
                {"format":2,"types":[],
                 "templates":[{"key":"%1$s%2$s","name":"Thư %1$s","kind":"mail","type":"customers","fallback":"vi",
                   "texts":{"vi":{"subject":"Chào {{name}}","body":"Xin chào {{name}}"}}}],
                 "processes":[{"key":"%1$s%2$s","name":{"vi":"Chăm sóc %1$s%2$s"},"type":"customers",
                   "steps":[{"key":"first","name":{"vi":"Bước một"},"team":{"record":"teams","name":"%3$s"},
                     "ask":[{"question":"need","kind":"text","label":{"vi":"Cần gì?"}}]}]}],
                 "automations":[{"key":"%1$s%2$s","name":"Luật %1$s","type":"customers","trigger":{"on":"created"},
                   "condition":"name.contains('%1$s') && team != \\"%3$s\\"",
                   "actions":[{"do":"assign","team":{"record":"teams","name":"%3$s"},"how":"none"},
                     {"do":"enrol","process":{"record":"processes","name":"%1$s%2$s"}},
                     {"do":"mail","template":"%1$s%2$s"},
                     {"do":"set","fields":{"owner":{"record":"users","name":"admin"}}}]}]}""").formatted(mark, suffix, team);
    }

    private String selection(String suffix) {
        String keys = "[\"" + mark + suffix + "\"]";
        return "{\"automations\":" + keys + ",\"processes\":" + keys + ",\"templates\":" + keys + "}";
    }

    @Test
    void whatLeavesNamesRecordsAndComesBackTheSame() {
        long team = Colleague.team("Đội " + mark);
        done(admin.post("/metadata/import?why=moved", file("", "Đội " + mark)), 200);
        JsonObject made = automation(mark);
        assertThat(made.getBoolean("active")).isTrue();
        assertThat(made.getJsonObject("document").toString()).contains("\"team\":" + team, "team != " + team);
        assertThat(process("Chăm sóc " + mark).getString("state")).isEqualTo("active");

        String exported =
                done(admin.post("/metadata/export", selection("")), 200).text();
        assertThat(exported)
                .contains("{\"record\": \"teams\", \"name\": \"Đội " + mark + "\"}")
                .contains("\"name\": \"admin\"", "\"types\": []")
                .doesNotContain("\"team\": " + team);
        assertThat(admin.post("/metadata/export", selection("")).text()).isEqualTo(exported);
        Answer again = done(admin.with("Accept-Language", "zh-CN").post("/metadata/import", exported), 200);
        assertThat(again.json().getBoolean("changed")).isFalse();
        assertThat(again.text()).contains("该文件不带来任何更改");
        assertThat(automation(mark).getInt("revision")).isEqualTo(made.getInt("revision"));

        // gone here, it comes back as it was, and works
        admin.delete("/automations/" + made.getInt("id"));
        assertThat(rehearsed(exported, "").getJsonArray("lines")).hasSize(1);
        done(admin.post("/metadata/import?why=back", exported), 200);
        JsonObject back = automation(mark);
        assertThat(back.getJsonObject("document")).isEqualTo(made.getJsonObject("document"));
        assertThat(items("/automations/" + back.getInt("id") + "/versions")
                        .get(0)
                        .getString("why"))
                .isEqualTo("back");
        int customer = done(admin.post("/customers", "{\"name\":\"Bà " + mark + "\"}"), 201)
                .json()
                .getInt("id");
        Answer run = admin.await("/automations/" + back.getInt("id") + "/runs", answer -> answer.text()
                .contains("\"done\""));
        assertThat(run.text()).contains("\"done\"");
        assertThat(admin.get("/customers/" + customer)
                        .json()
                        .getJsonObject("team")
                        .getInt("id"))
                .isEqualTo((int) team);
    }

    private JsonObject rehearsed(String file, String more) {
        return done(admin.post("/metadata/import?dryRun=true" + more, file), 200)
                .json();
    }

    @Test
    void whatIsNotHereIsToldAtItsPlaceAndArrivesSwitchedOff() {
        String file = file("b", "Đội lạ " + mark);
        JsonObject rehearsal = rehearsed(file, "");
        assertThat(rehearsal.getJsonArray("problems")).isEmpty();
        assertThat(rehearsal.getJsonArray("missing").getValuesAs(JsonObject.class))
                .extracting(one -> one.getString("place"))
                .containsExactlyInAnyOrder(
                        "processes[0].steps[0].team", "automations[0].condition", "automations[0].actions[0].team");
        assertThat(rehearsal.getJsonArray("lines")).hasSize(3);
        assertThat(items("/automations")).noneMatch(one -> one.getString("key").equals(mark + "b"));

        done(admin.post("/metadata/import", file), 200);
        assertThat(automation(mark + "b").getBoolean("active")).isFalse();
        JsonObject draft = process("Chăm sóc " + mark + "b");
        assertThat(draft.getString("state")).isEqualTo("draft");
        Answer again = done(admin.post("/metadata/import", file), 200);
        assertThat(again.json().getBoolean("changed")).as("%s", again).isFalse();

        // a team of this server takes its place
        long team = Colleague.team("Đội đây " + mark);
        String instead = "instead=" + Crm.encode("teams:Đội lạ " + mark + ":" + team);
        assertThat(rehearsed(file, "&" + instead).getJsonArray("missing")).isEmpty();
        done(admin.post("/metadata/import?" + instead, file), 200);
        assertThat(automation(mark + "b").getBoolean("active")).isTrue();
        assertThat(process("Chăm sóc " + mark + "b").getString("state")).isEqualTo("active");
        assertThat(admin.post("/metadata/import?instead=x", file).status()).isEqualTo(400);
    }

    /** Files hold no secrets: an automation here keeps its own, and a new one waits for one. */
    @Test
    void secretsStayWhereTheyAre() {
        String rule = "{\"key\":\"%s\",\"name\":\"Post\",\"type\":\"customers\",\"trigger\":{\"on\":\"created\"},"
                + "\"condition\":\"name == '%s'\",\"actions\":[{\"do\":\"webhook\","
                + "\"url\":\"https://example.test/hook\"%s}]}";
        String secret = "geheim-" + mark + "-0123456789";
        String file = "{\"format\":2,\"types\":[],\"automations\":[%s]}";
        done(
                admin.post(
                        "/metadata/import",
                        file.formatted(rule.formatted(mark + "d", "a", ",\"secret\":\"" + secret + "\""))),
                200);
        assertThat(automation(mark + "d").getBoolean("active")).isTrue();
        String exported = done(admin.post("/metadata/export", "{\"automations\":[\"" + mark + "d\"]}"), 200)
                .text();
        assertThat(exported).contains("https://example.test/hook").doesNotContain("secret", "kept", secret);
        assertThat(done(admin.post("/metadata/import", exported), 200).json().getBoolean("changed"))
                .isFalse();
        done(admin.post("/metadata/import", exported.replace("name == 'a'", "name == 'b'")), 200);
        assertThat(automation(mark + "d").getBoolean("active")).isTrue();
        assertThat(automation(mark + "d").getJsonObject("document").toString()).contains("'b'", "kept");

        String fresh = file.formatted(rule.formatted(mark + "e", "a", ""));
        assertThat(rehearsed(fresh, "").toString()).contains("automations[0].actions[0].secret");
        done(admin.post("/metadata/import", fresh), 200);
        assertThat(automation(mark + "e").getBoolean("active")).isFalse();
    }

    @Test
    void typesAndWhatGoesWithThemComeTogetherOrNotAtAll() {
        String type = "gears" + mark;
        String types = "{\"name\":\"" + type + "\",\"labels\":{\"en\":\"Gears\"},\"fields\":[{\"name\":\"size\","
                + "\"labels\":{\"en\":\"Size\"},\"kind\":\"number\"}]}";
        String rule = "{\"key\":\"" + mark + "c\",\"name\":\"Rule\",\"type\":\"" + type
                + "\",\"trigger\":{\"on\":\"created\"},\"condition\":\"size > 5\",\"actions\":[{\"do\":\"create\",\"type\":\""
                + type + "\",\"fields\":{\"name\":\"Made for {{name}}\",\"size\":1}}]}";
        String template = "{\"key\":\"" + mark + "c\",\"name\":\"T\",\"kind\":\"mail\",\"type\":\"" + type
                + "\",\"fallback\":\"%s\",\"texts\":{\"en\":{\"subject\":\"{{size}}\",\"body\":\"{{name}}\"}}}";
        String whole = "{\"format\":2,\"types\":[" + types + "],\"templates\":[" + template + "],\"automations\":["
                + rule + "]}";
        Answer refused = admin.post("/metadata/import", whole.formatted("fr"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("templates[0].fallback");
        assertThat(admin.get("/" + type).status()).isEqualTo(404);
        assertThat(items("/metadata/drafts").toString()).doesNotContain(type);
        assertThat(items("/automations")).noneMatch(one -> one.getString("key").equals(mark + "c"));

        // it waits as a draft with all that came, and is published as a whole
        Answer kept = done(admin.post("/metadata/import?draft=true", whole.formatted("en")), 201);
        String draft = kept.header("Location");
        assertThat(admin.get(draft).json().getInt("things")).isEqualTo(2);
        assertThat(admin.get(draft + "/difference").json().getJsonArray("lines").toString())
                .contains("Automation “Rule” is new", "Message template “T” is new");
        assertThat(admin.get("/" + type).status()).isEqualTo(404);
        done(admin.post(draft + "/publish", "{\"why\":\"gears\"}"), 200);
        done(admin.post("/" + type, "{\"name\":\"Big\",\"size\":9}"), 201);
        Answer made = admin.await("/" + type, answer -> answer.text().contains("Made for Big"));
        assertThat(made.text()).contains("Made for Big");

        // a change is told place by place
        String other = whole.formatted("en").replace("size > 5", "size > 7");
        assertThat(rehearsed(other, "").getJsonArray("lines").getJsonObject(0).getString("text"))
                .isEqualTo("Automation “Rule”: Condition: size > 5 → size > 7");
        Shaping.publish(admin, "{'op':'retireType','name':'" + type + "'}");
    }

    @Test
    void whatDoesNotFitIsToldAndDoesNotRun() {
        String file = file("d", "Đội " + mark).replace("name.contains", "colour.contains");
        Colleague.team("Đội " + mark);
        JsonObject rehearsal = rehearsed(file, "");
        assertThat(rehearsal.getJsonArray("warnings").toString()).contains("automations[0].condition", "colour");
        done(admin.post("/metadata/import", file), 200);
        assertThat(automation(mark + "d").getBoolean("active")).isFalse();
        assertThat(admin.post("/metadata/import", file).json().getBoolean("changed"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'automations':[{'name':'a'}]                                                | automations[0].key",
                "'automations':[{'key':'x7','name':'','type':'customers'}]                   | automations[0].name",
                "'automations':[{'key':'x7','name':'a','type':'moons'}]                      | automations[0].type",
                "'automations':[7]                                                           | automations[0].key",
                "'processes':[{'key':'x7','name':{'en':'a'},'type':'customers','steps':[{'key':'1'}]}] | processes[0].steps[0].key",
                "'processes':[{'key':'x7','colour':'red','type':'customers'}]                | processes[0].colour",
                "'templates':[{'key':'X 7','name':'a','kind':'mail','type':'customers','fallback':'en','texts':{'en':{'subject':'s','body':'b'}}}] | templates[0].code",
                "'templates':[{'key':'x7','name':'a','kind':'song','type':'customers'}]      | templates[0].kind",
                "'teams':[{'key':'x7'}]                                                      | teams[0].name",
                "'webhooks':[{'key':'x7'}]                                                   | webhooks",
            })
    void whatCannotBeIsRefusedAtItsPlace(String things, String place) {
        String file = "{\"format\":2,\"types\":[]," + things.replace('\'', '"') + "}";
        Answer answer = admin.with("Accept-Language", "vi").post("/metadata/import", file);
        assertThat(answer.status()).as("%s", answer).isEqualTo(400);
        assertThat(answer.json().getJsonArray("violations").getValuesAs(JsonObject.class))
                .extracting(violation -> violation.getString("field"))
                .contains(place);
        assertThat(answer.text()).doesNotContain("\"records.", "\"automation.", "\"messages.");
        if (!place.endsWith(".key")) {
            assertThat(rehearsed(file, "").getJsonArray("problems").toString()).contains(place);
        }
    }

    @Test
    void automationsAndTemplatesGoBackToWhatTheySaid() {
        String field = "weight_" + mark;
        String customers = "{'op':'addField','type':'customers','field':{'name':'" + field
                + "','labels':{'en':'Weight'},'kind':'number'}}";
        Shaping.publish(admin, customers);
        String document = "{\"name\":\"" + mark + " rule\",\"type\":\"customers\",\"trigger\":{\"on\":\"created\"},"
                + "\"condition\":\"" + field + " > 5\",\"actions\":[{\"do\":\"task\",\"subject\":\"Weigh\"}]}";
        int id = done(admin.post("/automations", document), 201).json().getInt("id");
        String path = "/automations/" + id;
        done(admin.send("PUT", path + "?why=heavier", "application/json", document.replace("> 5", "> 7")), 200);
        List<JsonObject> versions = items(path + "/versions");
        assertThat(versions).hasSize(2);
        assertThat(versions.get(0).getString("why")).isEqualTo("heavier");
        assertThat(versions.get(0).getJsonArray("changes").toString())
                .contains("Condition: " + field + " > 5 → " + field + " > 7");

        // a version follows names of fields, as the automation does
        Shaping.publish(
                admin,
                "{'op':'changeField','type':'customers','name':'" + field + "','set':{'name':'mass_" + mark + "'}}");
        assertThat(admin.get(path + "/versions/1/difference").text())
                .contains("mass_" + mark + " > 7 → mass_" + mark + " > 5");
        JsonObject restored = done(admin.post(path + "/versions/1/restore?why=lighter", ""), 200)
                .json();
        assertThat(restored.getJsonObject("document").getString("condition")).isEqualTo("mass_" + mark + " > 5");
        JsonObject newest = items(path + "/versions").get(0);
        assertThat(newest.getInt("number")).isEqualTo(3);
        assertThat(newest.getInt("restores")).isEqualTo(1);
        assertThat(admin.get(path + "/versions/9/difference").status()).isEqualTo(404);

        // what does not fit any more is refused in words
        Shaping.publish(admin, "{'op':'retireField','type':'customers','name':'mass_" + mark + "'}");
        Answer misfit = admin.with("Accept-Language", "vi").post(path + "/versions/2/restore", "");
        assertThat(misfit.status()).as("%s", misfit).isEqualTo(400);
        assertThat(misfit.text()).contains("condition", "mass_" + mark);

        String template = "{\"code\":\"" + mark + "\",\"name\":\"Thư\",\"kind\":\"mail\",\"type\":\"customers\","
                + "\"fallback\":\"vi\",\"texts\":{\"vi\":{\"subject\":\"Chào\",\"body\":\"Một\"}}}";
        String letter = done(admin.post("/templates", template), 201).header("Location");
        done(admin.send("PUT", letter + "?why=two", "application/json", template.replace("Một", "Hai")), 200);
        assertThat(admin.get(letter + "/versions/1/difference").text()).contains("Hai → Một");
        done(admin.post(letter + "/versions/1/restore", ""), 200);
        assertThat(admin.get(letter).text()).contains("Một");
        assertThat(admin.get(letter + "/versions").json().getJsonArray("items")).hasSize(3);
        Crm manager = Colleague.with(List.of("manager"), List.of()).crm();
        for (String one : List.of(path + "/versions", letter + "/versions", "/metadata/things")) {
            assertThat(manager.get(one).status()).as(one).isEqualTo(403);
        }
        assertThat(manager.post(path + "/versions/1/restore", "").status()).isEqualTo(403);
    }
}
