package org.quanhe.crm.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.Json;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;
import org.quanhe.crm.harness.Handsets;
import org.quanhe.crm.messages.Correspondence.Said;

/** Templates, outbox and notices in the browser. */
@Tag("browser")
class MessagesPageIT {
    private final Correspondence visits = new Correspondence(Crm.admin());
    private final String mark = visits.mark;

    @AfterEach
    void tidyUp() {
        visits.close();
    }

    @Test
    @Tag("R114")
    void aTemplateIsWrittenMendedPreviewedAndKept() {
        visits.record(Json.createObjectBuilder().add("name", "Chị Ễn " + mark).add("price", 1500.5));
        try (Browser browser = Browser.open("vi")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("admin.xhtml");
            page.locator("a[href='templates.xhtml']").first().click();
            page.locator("a[data-new]").click();
            page.locator("#type").selectOption(visits.type);
            page.waitForURL("**/template.xhtml?type=" + visits.type);
            page.locator("#name").fill("Giá " + mark);
            page.locator("#code").fill("gia-" + mark);
            page.locator("#subject-vi").fill("Chào {{name}}");
            page.locator("#body-vi").fill("Giá: {{cost}}");
            page.locator("[id='tpl:keep']").click();
            page.locator("#problem").waitFor();
            Locator body = page.locator(".for-lang[data-lang=vi]");
            assertThat(body.locator(".qh-error").innerText()).contains("Dòng 1, ký tự 6", "“cost”");
            assertThat(page.locator("#subject-vi").inputValue()).isEqualTo("Chào {{name}}");
            browser.screenshot("template-wrong");

            page.locator("#body-vi").fill("Giá: ");
            page.locator(".qh-merge summary").click();
            page.locator("[data-merge='{{price}}']").click();
            assertThat(page.locator("#body-vi").inputValue()).isEqualTo("Giá: {{price}}");
            page.locator(".qh-langs label[lang=zh-CN]").click();
            page.locator("#subject-zh-CN").fill("您好 {{name}}");
            page.locator("#body-zh-CN").fill("价格：{{price}} {{day}}");
            page.locator("#reader").selectOption("zh-CN");
            page.locator("[id='tpl:show']").click();
            page.locator("#preview").waitFor();
            assertThat(page.locator("#preview").innerText()).contains("您好 Chị Ễn " + mark, "价格：1,500.5");
            assertThat(page.locator("#preview").getAttribute("lang")).isEqualTo("zh-CN");
            assertThat(page.locator("#empty").innerText()).contains("day");
            browser.screenshot("template-preview");
            page.locator("[id='tpl:keep']").click();
            page.waitForURL("**/template.xhtml?id=**");
            browser.go("templates.xhtml");
            Locator row = page.locator("tr", new Page.LocatorOptions().setHasText("gia-" + mark));
            assertThat(row.innerText()).contains("vi · zh-CN", "Dùng được");
        }
    }

    @Test
    void theOutboxSaysWhyAndSendsAgain() {
        visits.template("box-" + mark, "mail", new Said("vi", "Hộp thư " + mark, "Chào {{name}}"));
        visits.automation("[{\"do\":\"mail\",\"template\":\"box-" + mark + "\"}]");
        String nobody = "nobody" + mark + "@example.vn";
        visits.record(Json.createObjectBuilder().add("name", "Hoà").add("email", nobody));
        visits.mail(nobody, "failed");
        try (Browser browser = Browser.open("zh-TW")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("mails.xhtml?state=failed");
            Locator mail = page.locator(".qh-mailrow", new Page.LocatorOptions().setHasText(nobody));
            mail.locator("summary").click();
            assertThat(mail.innerText()).contains("寄送失敗", "550 5.1.1 no such user here", "Chào Hoà");
            browser.screenshot("outbox");
            mail.locator(".is-send").click();
            page.waitForURL("**/mails.xhtml**");
            assertThat(page.locator("#toasts").innerText()).contains("訊息即將寄送");
            visits.mail(nobody, "failed");
            page.reload();
            mail.locator("summary").click();
            mail.locator(".is-discard").click();
            page.waitForURL("**/mails.xhtml**");
            visits.mail(nobody, "discarded");
        }
    }

    @Test
    void aShortTextSaysIntoHowManyPartsItIsCutAndStandsInTheOutbox() {
        String number = Handsets.get().number(Handsets.FINE);
        String says =
                "Chào {{name}}, thợ sẽ tới vệ sinh máy lạnh lúc 8:30 sáng mai. Cần đổi giờ, xin gọi 0903 123 456.";
        int id = visits.template("part-" + mark, "short-text", new Said("vi", "", says))
                .getInt("id");
        visits.automation("[{\"do\":\"text\",\"template\":\"part-" + mark + "\"}]");
        visits.record(Json.createObjectBuilder().add("name", "Hoà").add("phone", number));
        visits.mail(number, "sent");
        try (Browser browser = Browser.open("vi")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("template.xhtml?id=" + id);
            page.locator("[id='tpl:show']").click();
            page.locator("#preview").waitFor();
            assertThat(page.locator("#parts").innerText()).contains("2 phần tin, ", "/134 ký tự", "chưa tới một nửa");
            browser.go("mails.xhtml?state=sent");
            Locator text = page.locator(".qh-mailrow", new Page.LocatorOptions().setHasText(number));
            assertThat(text.locator("summary").innerText()).contains("Chào Hoà, thợ sẽ tới");
            text.locator("summary").click();
            assertThat(text.innerText()).contains("2 phần tin");
        }
    }

    @Test
    void theBellCountsAndLeadsToTheRecord() {
        Colleague manager = Colleague.with(List.of("manager"), List.of());
        visits.record(Json.createObjectBuilder().add("name", "Thăm " + mark).add("owner", manager.id()));
        visits.record(Json.createObjectBuilder().add("name", "Nữa " + mark).add("owner", manager.id()));
        try (Browser browser = Browser.open("vi", 360, 740)) {
            Page page = browser.signIn(manager.username(), manager.password());
            assertThat(page.locator(".qh-bell-count").innerText()).isEqualTo("2");
            page.locator(".qh-bell").click();
            page.waitForURL("**/notices.xhtml");
            browser.screenshot("notices-360");
            page.locator(".qh-linklike", new Page.LocatorOptions().setHasText("Thăm " + mark))
                    .click();
            page.waitForURL("**/record.xhtml**");
            assertThat(page.locator("h1").innerText()).contains("Thăm " + mark);
            assertThat(page.locator(".qh-bell-count").innerText()).isEqualTo("1");
            browser.go("notices.xhtml");
            page.locator("#choice-assigned").selectOption("none");
            page.locator("[id='choices:save']").click();
            page.waitForURL("**/notices.xhtml**");
            assertThat(page.locator("#choice-assigned").inputValue()).isEqualTo("none");
            page.locator("#read-all").click();
            page.waitForURL("**/notices.xhtml");
            assertThat(page.locator(".qh-bell-count").count()).isZero();
            Number width = (Number) page.evaluate("document.documentElement.scrollWidth");
            assertThat(width.intValue()).isLessThanOrEqualTo(360);
        }
    }
}
