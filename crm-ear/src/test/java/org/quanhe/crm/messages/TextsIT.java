package org.quanhe.crm.messages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Handsets;
import org.quanhe.crm.harness.Handsets.Received;
import org.quanhe.crm.harness.Postbox;
import org.quanhe.crm.messages.Correspondence.Said;

/** Short texts that automations write, and what becomes of them. */
class TextsIT {
    private final Crm admin = Crm.admin();
    private final Correspondence visits = new Correspondence(admin);
    private final String code = "text-" + visits.mark;
    private final Handsets handsets = Handsets.get();
    private long automation;
    private int template;

    @BeforeEach
    void anAutomationThatTexts() {
        template = visits.template(
                        code,
                        "short-text",
                        new Said("vi", "", "Chào {{name}}, hẹn gặp anh chị ngày mai."),
                        new Said("en", "", "Hello {{name}}, see you tomorrow."))
                .getInt("id");
        automation = visits.automation("[{\"do\":\"text\",\"template\":\"" + code + "\"}]");
    }

    @AfterEach
    void tidyUp() {
        visits.close();
    }

    private static JsonObjectBuilder visit(String name, String phone) {
        return Json.createObjectBuilder().add("name", name).add("phone", phone).add("language", "vi");
    }

    @Test
    void aTextReachesTheGatewayInTheReadersLanguageUnderANumberOfItsOwn() {
        String number = handsets.number(Handsets.FINE);
        String asWritten = "0" + number.substring(3, 5) + " " + number.substring(5, 8) + " " + number.substring(8);
        int record = visits.record(visit("Nguyễn Hoà \"Tí\"", asWritten));
        Received text = handsets.textTo(number);
        assertThat(text.text()).isEqualTo("Chào Nguyễn Hoà \"Tí\", hẹn gặp anh chị ngày mai.");
        assertThat(text.sign()).isEqualTo("Bearer " + handsets.token());
        assertThat(text.key()).isEqualTo(text.id()).hasSizeGreaterThan(20);
        JsonObject sent = visits.mail(number, "sent");
        assertThat(sent.getString("kind")).isEqualTo("short-text");
        assertThat(sent.getInt("parts")).isEqualTo(1);
        assertThat(sent.getInt("recordId")).isEqualTo(record);
        assertThat(sent).containsKey("sentAt");
        assertThat(visits.trace(automation, 1)).contains("The text to " + number);
        assertThat(admin.post("/templates/" + template + "/preview", "{\"recordId\":" + record + "}")
                        .json()
                        .getInt("parts"))
                .isEqualTo(1);
    }

    @Test
    void whoIsBusyIsTriedAgainUnderTheSameNumberAndWhoIsRefusedSaysWhyWithoutTheSecret() {
        String refused = handsets.number(Handsets.REFUSED);
        String busy = handsets.number(Handsets.BUSY);
        visits.record(visit("A", refused));
        visits.record(visit("B", busy));
        JsonObject failed = visits.mail(refused, "failed");
        assertThat(failed.getString("reason"))
                .contains("127.0.0.1 refused it: 422", "thuê bao không tồn tại")
                .doesNotContain(handsets.token());
        assertThat(visits.mail(busy, "sent").getInt("attempts")).isEqualTo(2);
        assertThat(handsets.textsTo(busy)).hasSize(2);
        assertThat(handsets.textsTo(busy).get(0).key())
                .isEqualTo(handsets.textsTo(busy).get(1).key());

        Answer again = admin.post("/mails/" + failed.getInt("id") + "/send", "{}");
        assertThat(again.status()).as("%s", again).isEqualTo(200);
        assertThat(visits.mail(refused, "failed").getInt("attempts")).isEqualTo(1);
        assertThat(handsets.textsTo(refused)).hasSize(2);
    }

    @Test
    void silenceLeavesATextInDoubtAndItIsNotRepeated() throws Exception {
        String silent = handsets.number(Handsets.SILENT);
        visits.record(visit("A", silent));
        JsonObject doubt = visits.mail(silent, "in-doubt");
        assertThat(doubt.getString("reason")).contains("did not answer within 4 s", "may have arrived");
        // longer than the worker takes from one look at what is due to the next
        Thread.sleep(6_000);
        assertThat(handsets.textsTo(silent)).hasSize(1);
        assertThat(admin.post("/mails/" + doubt.getInt("id") + "/send", "{}").status())
                .isEqualTo(200);
        visits.mail(silent, "in-doubt");
        assertThat(handsets.textsTo(silent)).hasSize(2);
        assertThat(handsets.textsTo(silent).get(0).key())
                .isEqualTo(handsets.textsTo(silent).get(1).key());
    }

    @Test
    void whatIsNoNumberIsNotSentAndSaysSoInTheReadersLanguage() {
        visits.record(visit("A", "12 ngõ"));
        visits.trace(automation, 1);
        JsonObject failed = visits.mail("12 ngõ", "failed");
        assertThat(failed.getString("reason")).contains("“12 ngõ” is no telephone number");
        assertThat(admin.with("Accept-Language", "zh-CN")
                        .get("/mails/" + failed.getInt("id"))
                        .text())
                .contains("“12 ngõ”不是电话号码");
    }

    @Test
    void anAutomationThatWouldTextManyAsksFirst() {
        String late = "";
        for (int i = 0; i <= Postbox.ASK_ABOVE; i++) {
            late = handsets.number(Handsets.FINE);
            visits.record(visit("Khách " + i, late));
        }
        visits.trace(automation, Postbox.ASK_ABOVE + 1);
        JsonObject held = admin.get("/mails/held").json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(one -> one.getInt("automation") == automation)
                .findFirst()
                .orElseThrow();
        assertThat(held.getInt("mails")).isEqualTo(1);
        Answer released =
                admin.post("/mails/held/" + automation + "/release", "{\"upTo\":" + held.getInt("upTo") + "}");
        assertThat(released.json().getInt("mails")).isEqualTo(1);
        int expected = Postbox.ASK_ABOVE + 1;
        admin.await(
                "/mails?state=sent&limit=200",
                answer -> answer.json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                                .filter(text -> text.getString("cause").contains(visits.mark))
                                .count()
                        == expected);
        assertThat(admin.get("/mails/held").text()).doesNotContain("\"automation\":" + automation + ",");
    }

    @Test
    void whatNeedsConsentGoesToNobodyWhoDidNotGiveIt() {
        String customersCode = "news-" + visits.mark;
        Answer made = admin.post(
                "/templates",
                "{\"code\":\"" + customersCode + "\",\"name\":\"Tin\",\"kind\":\"short-text\",\"type\":\"leads\","
                        + "\"fallback\":\"vi\",\"purpose\":\"news\",\"texts\":{\"vi\":{\"body\":\"Chao {{name}}\"}}}");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        Answer automated = admin.post(
                "/automations",
                "{\"name\":\"Tin " + visits.mark + "\",\"type\":\"leads\",\"trigger\":{\"on\":\"changed\"},"
                        + "\"condition\":\"name.contains('" + visits.mark + "')\",\"actions\":[{\"do\":\"text\","
                        + "\"template\":\"" + customersCode + "\"}]}");
        assertThat(automated.status()).as("%s", automated).isEqualTo(201);
        String number = handsets.number(Handsets.FINE);
        Answer lead = admin.post(
                "/leads",
                Json.createObjectBuilder()
                        .add("name", "Ông " + visits.mark)
                        .add(
                                "phones",
                                Json.createArrayBuilder()
                                        .add(Json.createObjectBuilder()
                                                .add("type", "mobile")
                                                .add("value", number)
                                                .add("primary", true)))
                        .build());
        assertThat(lead.status()).as("%s", lead).isEqualTo(201);
        String address = "/leads/" + lead.json().getInt("id");
        try {
            admin.patch(address, "{\"need\":\"máy lạnh\"}");
            assertThat(visits.mail(number, "unwanted").getString("reason")).contains("does not agree to");
            assertThat(handsets.textsTo(number)).isEmpty();
            Answer agreed = admin.post(
                    address + "/consents", "{\"purpose\":\"news\",\"agrees\":true,\"how\":\"qua điện thoại\"}");
            assertThat(agreed.status()).as("%s", agreed).isEqualTo(204);
            admin.patch(address, "{\"need\":\"máy lạnh 2 HP\"}");
            assertThat(handsets.textTo(number).text())
                    .as("a text without marks stays one: the way out is its address alone")
                    .matches("(?s)Chao Ông .*\\n.*https?://.*/consent/.*");
        } finally {
            admin.delete("/automations/" + automated.json().getInt("id"));
        }
    }
}
