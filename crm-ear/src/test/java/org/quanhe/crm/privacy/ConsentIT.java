package org.quanhe.crm.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;
import org.quanhe.crm.harness.Postbox;

/** Consent by purpose stands on the person, and every mail that needs it asks. */
class ConsentIT {
    private final Crm admin = Crm.admin().with("Accept-Language", "en");
    private final Postbox postbox = Postbox.get();
    private final String mark = Long.toString(System.nanoTime(), 36);
    private final String address = "khach" + mark + "@example.vn";
    private long automation;

    @AfterEach
    void tidyUp() {
        if (automation != 0) {
            admin.delete("/automations/" + automation);
        }
    }

    private long made(String path, String json) {
        Answer made = admin.post(path, json);
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return made.json().getJsonNumber("id").longValue();
    }

    private long lead() {
        return made(
                "/leads", "{\"name\":\"Trần Thị Ễn " + mark + "\",\"email\":\"" + address + "\",\"language\":\"vi\"}");
    }

    /** Whoever of this test is changed gets the news. */
    private void newsletter() {
        made(
                "/templates",
                "{\"code\":\"news-" + mark + "\",\"name\":\"Tin tức " + mark
                        + "\",\"kind\":\"mail\",\"type\":\"leads\","
                        + "\"fallback\":\"vi\",\"purpose\":\"news\",\"texts\":{\"vi\":{\"subject\":\"Ưu đãi\","
                        + "\"body\":\"Chào {{name}}\"}}}");
        automation = made(
                "/automations",
                "{\"name\":\"Tin " + mark
                        + "\",\"type\":\"leads\",\"trigger\":{\"on\":\"changed\"},\"condition\":\"name.contains('"
                        + mark + "')\",\"actions\":[{\"do\":\"mail\",\"template\":\"news-" + mark + "\"}]}");
    }

    private void changed(long lead, String need) {
        Answer changed = admin.send("PATCH", "/leads/" + lead, "application/json", "{\"need\":\"" + need + "\"}");
        assertThat(changed.status()).as("%s", changed).isEqualTo(200);
    }

    private Answer noted(Crm crm, String person, boolean agrees) {
        return crm.post(
                person + "/consents", "{\"purpose\":\"news\",\"agrees\":" + agrees + ",\"how\":\"qua điện thoại\"}");
    }

    private JsonObject today(String person) {
        return admin.get(person + "/consents").json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(item -> item.getString("purpose").equals("news"))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonObject> mails(String state) {
        return admin
                .get("/mails?limit=200&state=" + state)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(mail -> mail.getString("address").equals(address))
                .toList();
    }

    private void await(String state, int count) {
        admin.await(
                "/mails?limit=200&state=" + state,
                answer -> answer.json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                                .filter(mail -> mail.getString("address").equals(address))
                                .count()
                        == count);
        assertThat(mails(state)).hasSize(count);
    }

    @Test
    @Tag("R082")
    void newsGoOnlyToThoseWhoAgreedAndShowTheWayOut() throws Exception {
        long lead = lead();
        newsletter();
        changed(lead, "máy lạnh");
        await("unwanted", 1);
        assertThat(mails("unwanted").get(0).getString("reason"))
                .contains("does not agree to “News and offers by mail”");
        assertThat(admin.post("/mails/" + mails("unwanted").get(0).getInt("id") + "/send", "{}")
                        .status())
                .as("nobody sends it by hand either")
                .isEqualTo(409);

        assertThat(noted(admin, "/leads/" + lead, true).status()).isEqualTo(204);
        assertThat(today("/leads/" + lead).getString("answer")).isEqualTo("given");
        assertThat(admin.get("/leads/" + lead).json().getJsonArray("agreed").getString(0))
                .isEqualTo("news");
        changed(lead, "máy lạnh 2 HP");
        MimeMessage mail = postbox.mailTo(address);
        String out = mail.getHeader("List-Unsubscribe")[0].replaceAll("[<>]", "");
        assertThat(mail.getHeader("List-Unsubscribe-Post")[0]).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(((MimeMultipart) mail.getContent())
                        .getBodyPart(0)
                        .getContent()
                        .toString())
                .contains("Nếu không muốn nhận nữa: " + out.replaceAll("\\?.*", ""));

        HttpClient http = HttpClient.newHttpClient();
        HttpResponse<String> looked =
                http.send(HttpRequest.newBuilder(URI.create(out)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(looked.statusCode()).isEqualTo(302);
        assertThat(today("/leads/" + lead).getString("answer"))
                .as("looking decides nothing: mail programs open links by themselves")
                .isEqualTo("given");
        HttpResponse<String> pressed = http.send(
                HttpRequest.newBuilder(URI.create(out))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(pressed.statusCode()).isEqualTo(200);
        assertThat(today("/leads/" + lead).getString("answer")).isEqualTo("withdrawn");
        assertThat(today("/leads/" + lead).getString("source")).isEqualTo("link");
        assertThat(admin.get("/leads/" + lead).json()).doesNotContainKey("agreed");
        changed(lead, "máy lạnh 3 HP");
        await("unwanted", 2);
        assertThat(postbox.mailsTo(address)).hasSize(1);
    }

    @Test
    @Tag("R082")
    void whoSaidNoByAnAddressSaysNoForEverybodyWithIt() throws Exception {
        long first = lead();
        assertThat(noted(admin, "/leads/" + first, false).status()).isEqualTo(204);
        long second = lead();
        newsletter();
        assertThat(noted(admin, "/leads/" + second, true).status()).isEqualTo(204);
        changed(second, "quạt");
        assertThat(postbox.mailTo(address).getSubject())
                .as("the later yes counts")
                .isEqualTo("Ưu đãi");
        assertThat(noted(admin, "/leads/" + first, false).status()).isEqualTo(204);
        changed(second, "quạt trần");
        await("unwanted", 1);
    }

    @Test
    @Tag("R142")
    void consentGoesWithTheLeadThatBecomesACustomerAndTheConversionCanStillBeUndone() {
        long lead = lead();
        assertThat(noted(admin, "/leads/" + lead, true).status()).isEqualTo(204);
        Answer converted = admin.post("/leads/" + lead + "/conversion", "{\"opportunity\":true}");
        assertThat(converted.status()).as("%s", converted).isEqualTo(200);
        long customer = converted.json().getJsonNumber("customer").longValue();
        assertThat(today("/customers/" + customer).getString("answer")).isEqualTo("given");
        assertThat(today("/customers/" + customer).getString("source")).isEqualTo("qua điện thoại");
        Answer undone = admin.delete("/leads/" + lead + "/conversion");
        assertThat(undone.json().getInt("kept")).isZero();
    }

    @Test
    void withoutRightsOrReasonNothingIsNoted() {
        long customer = made("/customers", "{\"kind\":\"person\",\"name\":\"Lê Kín " + mark + "\"}");
        Colleague stranger = Colleague.with(List.of("sales"), List.of());
        assertThat(noted(stranger.crm(), "/customers/" + customer, true).status())
                .isEqualTo(404);
        assertThat(stranger.crm().get("/customers/" + customer + "/consents").status())
                .isEqualTo(404);
        assertThat(admin.post(
                                "/customers/" + customer + "/consents",
                                "{\"purpose\":\"news\",\"agrees\":true,\"how\":\" \"}")
                        .status())
                .isEqualTo(400);
        assertThat(admin.post(
                                "/customers/" + customer + "/consents",
                                "{\"purpose\":\"nix\",\"agrees\":true,\"how\":\"x\"}")
                        .status())
                .isEqualTo(400);
        assertThat(admin.send("PATCH", "/customers/" + customer, "application/json", "{\"agreed\":[\"news\"]}")
                        .status())
                .as("consent is never written like a field")
                .isEqualTo(400);
        assertThat(stranger.crm()
                        .send("PUT", "/consent-purposes", "application/json", "{\"purposes\":[]}")
                        .status())
                .isEqualTo(403);
        assertThat(today("/customers/" + customer).getString("answer")).isEqualTo("unknown");
    }

    @Test
    @Tag("R082")
    @Tag("browser")
    void aPersonDecidesWithoutSigningInAndAColleagueSeesIt() throws Exception {
        long lead = lead();
        newsletter();
        try (Browser office = Browser.open("vi");
                Browser phone = Browser.open("vi", 360, 740)) {
            Page page = office.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            office.go("record.xhtml?type=leads&id=" + lead + "&tab=activity");
            assertThat(page.locator("#consents [data-purpose=news]").innerText())
                    .contains("Chưa hỏi");
            page.locator("[popovertarget=consent-note]").click();
            page.locator("#cn-how").fill("Hội chợ, giấy đồng ý");
            page.locator("[id='consentform:keep']").click();
            page.locator("#consents [data-purpose=news] .is-ok").waitFor();
            assertThat(page.locator("#consents [data-purpose=news]").innerText())
                    .contains("Đồng ý", "Hội chợ, giấy đồng ý");
            office.screenshot("consent-on-the-lead");

            changed(lead, "điều hoà");
            MimeMessage mail = postbox.mailTo(address);
            Page own = phone.page();
            own.navigate(mail.getHeader("List-Unsubscribe")[0].replaceAll("[<>]", ""));
            assertThat(own.locator("main").innerText()).contains(address, "Tin tức và ưu đãi qua thư");
            phone.screenshot("consent-own-page");
            own.locator("[name=none]").click();
            own.locator(".qh-note.is-ok").waitFor();
            assertThat(own.locator("[name=agree]").isChecked()).isFalse();

            office.go("record.xhtml?type=leads&id=" + lead + "&tab=activity");
            assertThat(page.locator("#consents [data-purpose=news]").innerText())
                    .contains("Không đồng ý", "tự quyết định, từ thư");
            own.navigate(own.url().replaceAll("key=[^&]*", "key=x"));
            assertThat(own.locator("main").innerText()).contains("Liên kết này không đúng");
        }
    }

    @Test
    @Tag("browser")
    void anAdministratorAddsAPurpose() {
        try (Browser browser = Browser.open("zh-CN")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("purposes.xhtml");
            int last = page.locator(".qh-purpose").count() - 1;
            page.locator(".qh-purpose summary").last().click();
            page.locator("#code-" + last).fill("events-" + mark);
            page.locator("[id='name-" + last + "-zh-CN']").fill("活动邀请");
            browser.screenshot("purposes");
            page.locator("[id='purposes:save']").click();
            page.locator("#problem").waitFor();
            assertThat(page.locator(".qh-error").count())
                    .as("every text that is missing")
                    .isEqualTo(7);
            for (String tag : List.of("en", "vi", "zh-CN", "zh-TW")) {
                page.locator("[id='name-" + last + "-" + tag + "']").fill("Events " + tag);
                page.locator("[id='wording-" + last + "-" + tag + "']").fill("I agree " + tag);
            }
            page.locator("[id='purposes:save']").click();
            page.locator("[data-toast]").waitFor();
        }
        Answer all = admin.get("/consent-purposes");
        assertThat(all.text()).contains("events-" + mark, "I agree zh-TW");
        assertThat(admin.get("/metadata").text()).contains("events-" + mark);
        Answer stale = admin.with("If-Match", "\"0\"")
                .send("PUT", "/consent-purposes", "application/json", "{\"purposes\":[]}");
        assertThat(stale.status()).isEqualTo(412);
    }
}
