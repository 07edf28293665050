package org.quanhe.crm.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;

/** Web forms in the browser: an administrator makes one, visitors find it in the pages of another site. */
@Tag("browser")
class FormPageIT {
    private final Crm admin = Crm.admin();
    private final String mark = "trang" + Long.toString(System.nanoTime(), 36);

    private static String embedded(String code) {
        String forms = Crm.anonymous().root() + "/crm/forms/";
        return "<script src=\"" + forms + "visits.js\" async></script><script src=\"" + forms + code
                + ".js\" async></script><noscript><a href=\"" + forms + code + "\">Liên hệ</a></noscript>";
    }

    @Test
    @Tag("R051")
    void anAdministratorMakesAFormAndAVisitorSendsIt() {
        String code = MadeForm.freshCode();
        String line;
        try (Browser office = Browser.open("vi")) {
            Page page = office.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            office.go("webforms.xhtml");
            page.locator("[data-new]").click();
            page.locator("#name").fill("Liên hệ " + mark);
            page.locator("#code").fill(code);
            page.locator("[name=published]").check();
            page.locator("[name='title.vi']").fill("Máy lạnh cho nhà bạn");
            page.locator("[name=consents][value=visits]").check();
            page.locator("#leastSeconds").fill("0");
            page.locator("#source").fill("");
            page.locator("[name='q.name']").first().selectOption("");
            page.locator("#title-vi").fill("");
            page.locator("[id='wf:keep']").click();
            page.locator("#problem").waitFor();
            assertThat(page.locator("#source").inputValue())
                    .as("what was typed stays")
                    .isEmpty();
            assertThat(page.locator("#title-vi").inputValue()).isEmpty();
            page.locator("#title-vi").fill("Máy lạnh cho nhà bạn");
            page.locator("#source").fill("website");
            page.locator("[name='q.name']").last().selectOption("name");
            page.locator("[name='q.label.vi']").last().fill("Bạn tên là gì?");
            page.locator("[id='wf:keep']").click();
            page.locator("#embed").waitFor();
            line = page.locator("#embed").innerText();
            assertThat(line).contains("/forms/" + code + ".js", "<noscript>");
            page.frameLocator("#preview")
                    .getByText("Máy lạnh cho nhà bạn")
                    .first()
                    .waitFor();
            office.screenshot("webform-vi");
            office.go("webforms.xhtml");
            assertThat(page.locator("tbody").innerText()).contains("Liên hệ " + mark, code, "đang mở");
            office.screenshot("webforms-vi");
        }
        try (ForeignSite site = new ForeignSite("vi", line);
                Browser home = Browser.open("vi")) {
            Page page = home.page();
            page.navigate(site.root() + "/lap-dat?utm_source=zalo");
            FrameLocator form = page.frameLocator("[data-quanhe-form]");
            form.getByLabel("Bạn tên là gì?").fill("Phạm Thị Ễn " + mark);
            form.locator("[name='f.phone']").fill("09 x");
            form.locator("[name='f.email']").fill(mark + "@example.vn");
            form.locator("[name='f.need']").fill("Hai máy lạnh");
            form.locator("button").click();
            form.locator("#f-phone-error").waitFor();
            assertThat(form.locator("[name='f.need']").inputValue()).isEqualTo("Hai máy lạnh");
            home.screenshot("form-embedded-vi");
            form.locator("[name='f.phone']").fill("0903 " + Math.floorMod(System.nanoTime(), 1_000_000L) + "7");
            form.locator("button").click();
            form.locator("#thanks").waitFor();
            JsonObject lead = admin.get("/leads/" + MadeForm.lead("en " + mark).getInt("id"))
                    .json();
            assertThat(lead.getString("page")).isEqualTo(site.root() + "/lap-dat");
            assertThat(lead.getString("source")).isEqualTo("zalo");
            assertThat(lead.getString("need")).isEqualTo("Hai máy lạnh");
        }
    }

    @Test
    @Tag("R144")
    @Tag("R051")
    void nothingIsSentOrKeptBeforeAVisitorAgreesAndThenTheVisitsJoin() {
        MadeForm form =
                MadeForm.with(Json.createObjectBuilder().add("consents", Json.createArrayBuilder(List.of("visits"))));
        List<String> sent = new ArrayList<>();
        try (ForeignSite site = new ForeignSite("zh-CN", embedded(form.code()));
                Browser home = Browser.open("zh-CN", 360, 800)) {
            Page page = home.page();
            page.onRequest(request -> {
                if (request.url().contains("/forms/visits") && request.method().equals("POST")) {
                    sent.add(request.url());
                }
            });
            page.navigate(site.root() + "/truoc-" + mark);
            page.frameLocator("[data-quanhe-form]").locator("button").waitFor();
            page.waitForFunction("() => !!window.quanhe");
            assertThat(sent).isEmpty();
            assertThat(page.evaluate("localStorage.length")).isEqualTo(0);
            assertThat(page.context().cookies()).isEmpty();

            page.waitForResponse("**/forms/visits", () -> page.evaluate("quanhe.consent(true)"));
            page.waitForResponse("**/forms/visits", () -> page.navigate(site.root() + "/sau-" + mark));
            FrameLocator frame = page.frameLocator("[data-quanhe-form]");
            frame.getByLabel("姓名").fill("李娜 " + mark);
            frame.locator("[name='f.email']").fill(mark + "@example.cn");
            assertThat(frame.locator("[name='c.visits']").isChecked()).isFalse();
            frame.locator("[name='c.visits']").check();
            home.screenshot("form-embedded-zh-360");
            frame.locator("button").click();
            frame.locator("#thanks").waitFor();
            int lead = MadeForm.lead("li na " + mark).getInt("id");
            assertThat(admin.get("/leads/" + lead + "/score").text())
                    .contains(site.root() + "/truoc-" + mark, site.root() + "/sau-" + mark);

            page.waitForResponse("**/forms/visits/forget", () -> page.evaluate("quanhe.consent(false)"));
            int before = sent.size();
            page.navigate(site.root() + "/het-" + mark);
            page.frameLocator("[data-quanhe-form]").locator("button").waitFor();
            page.waitForFunction("() => !!window.quanhe");
            assertThat(sent).hasSize(before);
            assertThat(page.evaluate("localStorage.length")).isEqualTo(0);
        }
    }

    @Test
    void aSiteThatMayNotShowTheFormShowsNone() {
        MadeForm form = MadeForm.with(
                Json.createObjectBuilder().add("sites", Json.createArrayBuilder(List.of("https://other.example"))));
        try (ForeignSite site = new ForeignSite("vi", embedded(form.code()));
                Browser home = Browser.open("vi")) {
            Page page = home.page();
            page.waitForResponse("**/forms/" + form.code() + "?**", () -> page.navigate(site.root() + "/"));
            page.waitForLoadState();
            assertThat(page.frameLocator("[data-quanhe-form]").locator("form").count())
                    .isZero();
        }
    }
}
