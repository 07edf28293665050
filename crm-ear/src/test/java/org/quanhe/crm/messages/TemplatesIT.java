package org.quanhe.crm.messages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.messages.Correspondence.Said;

/** What templates say, and what is refused about them. */
class TemplatesIT {
    private final Crm admin = Crm.admin();
    private final Correspondence visits = new Correspondence(admin);
    private final String mark = visits.mark;

    @AfterEach
    void tidyUp() {
        visits.close();
    }

    private static JsonObjectBuilder visit(String name) {
        return Json.createObjectBuilder().add("name", name);
    }

    private JsonObject preview(JsonObject template, int record, String language) {
        Answer seen = admin.post(
                "/templates/" + template.getInt("id") + "/preview",
                "{\"recordId\":" + record + ",\"language\":\"" + language + "\"}");
        assertThat(seen.status()).as("%s", seen).isEqualTo(200);
        return seen.json();
    }

    @Test
    @Tag("R114")
    @Tag("R031")
    void aPreviewTellsEachPersonTheirOwnInEachLanguageAndFlagsWhatIsMissing() {
        JsonObject template = visits.template(
                "need-" + mark,
                "mail",
                new Said(
                        "vi",
                        "Chào {{name}}",
                        "{{#if need == 'cool'}}Máy lạnh{{else}}Máy sưởi{{/if}} {{need}} {{day}}"),
                new Said("zh-CN", "您好 {{name}}", "{{#if need == 'cool'}}空调{{else}}暖气{{/if}} {{need}} {{day}}"),
                new Said("en", "Hello {{name}}", "{{#if need == 'cool'}}Cooler{{else}}Heater{{/if}} {{need}} {{day}}"));
        int cool = visits.record(visit("Hoà").add("need", "cool").add("day", "2026-12-01"));
        int warm = visits.record(visit("Ễn").add("need", "warm"));
        assertThat(preview(template, cool, "vi").getString("body")).isEqualTo("Máy lạnh Làm mát 01/12/2026");
        assertThat(preview(template, cool, "zh-CN").getString("body")).isEqualTo("空调 制冷 2026-12-01");
        assertThat(preview(template, cool, "en").getString("body")).isEqualTo("Cooler Cooling 1 Dec 2026");
        assertThat(preview(template, cool, "en").getJsonArray("empty")).isEmpty();
        JsonObject other = preview(template, warm, "en");
        assertThat(other.getString("subject")).isEqualTo("Hello Ễn");
        assertThat(other.getString("body")).startsWith("Heater");
        assertThat(other.getJsonArray("empty").toString()).isEqualTo("[\"day\"]");
        // no text in the reader's language: the fallback, which is the first here
        assertThat(preview(template, cool, "zh-TW").getString("language")).isEqualTo("vi");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Xin {{nobody}} | texts.vi.body | Dòng 1, ký tự 5",
                "{{name}}\\n\\n  {{customer.shoe}} | texts.vi.body | Dòng 3, ký tự 3",
                "{{name.first}} | texts.vi.body | “name” không trỏ tới",
                "{{#if birth}}x{{/if}} | texts.vi.body | “birth”",
                "{{#if price > 'x'}}x{{/if}} | texts.vi.body | Dòng 1, ký tự 1",
                "{{#if vip}}x | texts.vi.body | không có /if",
                "x{{else}}y | texts.vi.body | không có “#if”",
                "x {{name | texts.vi.body | chưa được đóng",
                "{{name + 1}} | texts.vi.body | không phải là trường",
            })
    void whatIsWrongIsSaidAtItsPlaceInTheReadersLanguage(String body, String place, String words) {
        JsonObject document =
                visits.document("wrong-" + mark, "mail", new Said("vi", "Chào", body.replace("\\n", "\n")));
        Answer refused = admin.with("Accept-Language", "vi").post("/templates", document);
        assertThat(refused.status()).as("%s", refused).isEqualTo(400);
        assertThat(refused.json().getJsonArray("violations").getValuesAs(JsonObject.class))
                .anySatisfy(violation -> {
                    assertThat(violation.getString("field")).isEqualTo(place);
                    assertThat(violation.getString("message")).contains(words);
                });
        assertThat(admin.get("/templates").text()).doesNotContain("wrong-" + mark);
    }

    @Test
    void formFaultsAreAllToldAtOnceAndACodeIsGivenOnce() {
        Answer refused = admin.post(
                "/templates",
                "{\"code\":\"Not a code\",\"name\":\"\",\"kind\":\"mail\",\"type\":\"" + visits.type
                        + "\",\"fallback\":\"en\",\"texts\":{\"vi\":{\"subject\":\"\",\"body\":\"x\"}}}");
        assertThat(refused.json().getJsonArray("violations").getValuesAs(JsonObject.class).stream()
                        .map(violation -> violation.getString("field")))
                .containsExactlyInAnyOrder("code", "name", "fallback", "texts.vi.subject");
        Said said = new Said("en", "Hello", "{{name}}");
        JsonObject kept = visits.template("once-" + mark, "mail", said);
        assertThat(admin.post("/templates", visits.document("once-" + mark, "mail", said))
                        .status())
                .isEqualTo(400);
        JsonObject changed = visits.document("once-" + mark, "mail", new Said("en", "Hello {{name}}", "{{name}}"));
        String path = "/templates/" + kept.getInt("id");
        Crm first = admin.with("If-Match", "\"" + kept.getInt("version") + "\"");
        assertThat(first.send("PUT", path, "application/json", changed.toString())
                        .status())
                .isEqualTo(200);
        assertThat(first.send("PUT", path, "application/json", changed.toString())
                        .status())
                .isEqualTo(412);
        assertThat(admin.delete(path).status()).isEqualTo(204);
        assertThat(admin.get(path).status()).isEqualTo(404);
    }

    @Test
    void marketingWritesTemplatesAndMergesWhatItMayRead() {
        Colleague writer = Colleague.with(List.of("marketing"), List.of());
        Colleague seller = Colleague.with(List.of("sales"), List.of());
        assertThat(seller.crm().get("/templates").status()).isEqualTo(403);
        JsonObject document = visits.document("price-" + mark, "short-text", new Said("en", "", "Now {{price}}"));
        Answer hidden = admin.send(
                "PUT",
                "/rights/fields",
                "application/json",
                "{\"role\":\"marketing\",\"type\":\"" + visits.type
                        + "\",\"field\":\"price\",\"read\":false,\"write\":false}");
        assertThat(hidden.status()).as("%s", hidden).isEqualTo(204);
        Answer refused = writer.crm().post("/templates", document);
        assertThat(refused.status()).as("%s", refused).isEqualTo(400);
        assertThat(refused.text()).contains("price");
        JsonObject kept = admin.post("/templates", document).json();
        int record = visits.record(visit("Hoà").add("price", 7));
        assertThat(preview(kept, record, "en").getString("body")).isEqualTo("Now 7");
        Answer peek =
                writer.crm().post("/templates/" + kept.getInt("id") + "/preview", "{\"recordId\":" + record + "}");
        assertThat(peek.status()).as("%s", peek).isIn(400, 404);
    }

    @Test
    void aFieldWithAnotherNameIsFollowedAndOneThatGoesIsTold() {
        JsonObject kept = visits.template(
                "follow-" + mark,
                "mail",
                new Said("en", "{{price}}", "{{#if price > 5}}much{{else}}{{price}}{{/if}} {{day}}"));
        visits.publish("{\"op\":\"changeField\",\"type\":\"" + visits.type
                + "\",\"name\":\"price\",\"set\":{\"name\":\"cost\"}}");
        JsonObject followed = admin.get("/templates/" + kept.getInt("id")).json();
        JsonObject text = followed.getJsonObject("texts").getJsonObject("en");
        assertThat(text.getString("subject")).isEqualTo("{{cost}}");
        assertThat(text.getString("body")).isEqualTo("{{#if cost > 5}}much{{else}}{{cost}}{{/if}} {{day}}");
        assertThat(followed.getJsonArray("faults")).isEmpty();
        visits.publish("{\"op\":\"retireField\",\"type\":\"" + visits.type + "\",\"name\":\"day\"}");
        assertThat(admin.get("/templates/" + kept.getInt("id")).json().getJsonArray("faults"))
                .hasSize(1);
    }

    @Test
    void theDescriptionOfTheApiHasThem() {
        assertThat(Crm.anonymous().get("/openapi.json").json().getJsonObject("paths"))
                .containsKeys("/templates", "/templates/{id}/preview", "/mails", "/notices");
    }
}
