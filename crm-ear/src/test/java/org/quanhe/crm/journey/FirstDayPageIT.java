package org.quanhe.crm.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;

/** A first day with the CRM, in a real browser. */
@Tag("browser")
class FirstDayPageIT {
    /** Names as in the file, and what a colleague would type to find them. */
    private static final Map<String, String> PEOPLE = Map.of(
            "Nguyễn Thị Ánh Tuyết", "nguyen thi anh tuyet",
            "Đặng Văn Khoẻ", "dang van khoe",
            "欧阳晓雯", "ouyangxiaowen",
            "陳志遠", "陈志远",
            "Margaret Ashdown", "margar ashd");

    @Test
    @Tag("R006")
    @Tag("R044")
    @Tag("D07")
    void importFindCallAndSwitchLanguage() {
        // somebody of their own: the language that is chosen in the end stays with the account
        Colleague somebody = Colleague.with(List.of("administrator"), List.of());
        try (Browser browser = Browser.open("en")) {
            Page page = browser.signIn(somebody.username(), somebody.password());
            importFile(browser, page);
            for (Map.Entry<String, String> person : PEOPLE.entrySet()) {
                findByBox(browser, page, person.getValue(), person.getKey());
            }
            page.locator(".qh-hit").first().click();
            page.waitForURL("**/record.xhtml**");
            logACall(browser, page, somebody.username());
            switchLanguages(browser, page);
        }
    }

    private static void importFile(Browser browser, Page page) {
        browser.go("import.xhtml?type=customers");
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload(
                        "khach-hang.tsv", "text/tab-separated-values", file().getBytes(StandardCharsets.UTF_8)));
        page.locator("[id='upload:go']").click();
        page.locator("#mapping").waitFor();
        page.locator("[id='columns:try']").click();
        page.locator(".qh-figures").waitFor();
        assertThat(page.locator(".qh-figures").innerText()).contains("305");
        page.locator("[id='columns:start']").click();
        page.locator("#import-state").waitFor();
        assertThat(page.locator("progress").count()).isEqualTo(1);
        page.locator("#import-state[data-state=DONE]").waitFor();
        browser.screenshot("import-done");
    }

    private static String file() {
        StringBuilder file = new StringBuilder("id\tHọ tên\tĐiện thoại\tEmail\tTỉnh thành\tGhi chú\tstage\n");
        int row = 0;
        for (String name : PEOPLE.keySet()) {
            file.append(++row).append('\t').append(name).append("\t0903 55").append(1000 + row);
            file.append("\tperson").append(row).append("@example.com\tHuế\tQuan tâm máy lạnh\tlead\n");
        }
        for (int i = 0; i < 300; i++) {
            file.append(++row)
                    .append("\tKhách thử ")
                    .append(i)
                    .append("\t0912 ")
                    .append(100_000 + i);
            file.append("\tthu").append(i).append("@example.org\tCần Thơ\t\tnew\n");
        }
        return file.toString();
    }

    private static void findByBox(Browser browser, Page page, String typed, String wanted) {
        browser.go("home.xhtml");
        page.keyboard().press("/");
        page.locator("#search-box").waitFor();
        page.keyboard().type(typed);
        // what only the first letters find may come before
        page.locator(".qh-hit").first().filter(hasText(wanted)).waitFor();
        browser.screenshot("search-" + typed.length());
    }

    private static Locator.FilterOptions hasText(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static void logACall(Browser browser, Page page, String who) {
        // The telephone program is not there: the link is followed for what it does to the page.
        page.evaluate("document.addEventListener('click', e => e.target.closest('a[href^=\"tel:\"]')"
                + " && e.preventDefault(), true)");
        Locator call = page.locator("a[href^='tel:']").first();
        assertThat(call.getAttribute("href")).startsWith("tel:");
        call.click();
        assertThat(page.locator("input[name=kind][value=call]").isChecked()).isTrue();
        // The page puts the cursor where the note is written; a person begins there too.
        page.waitForFunction("() => document.activeElement && document.activeElement.id === 'composer:text'");
        page.locator("[id='composer:text']").fill("Price list discussed");
        page.locator("[id='composer:minutes']").fill("12");
        page.keyboard().press("Control+Enter");
        Locator entry = page.locator(".qh-tl li", new Page.LocatorOptions().setHasText("Price list discussed"));
        entry.first().waitFor();
        assertThat(entry.first().innerText()).contains(who).contains("12 min");
        browser.screenshot("call-logged");
    }

    private static void switchLanguages(Browser browser, Page page) {
        for (Map.Entry<String, String> language : Map.of(
                        "vi", "Khách hàng", "zh-CN", "客户", "zh-TW", "客戶", "en", "Customers")
                .entrySet()) {
            page.locator("[popovertarget=menu-language]").click();
            page.locator("#menu-language button[value='" + language.getKey() + "']")
                    .click();
            page.waitForURL("**/record.xhtml**");
            page.locator("html[lang='" + language.getKey() + "']").waitFor();
            assertThat(page.locator("nav").first().innerText()).contains(language.getValue());
            browser.screenshot("record-" + language.getKey());
        }
    }

    @Test
    void aColleagueWithoutRightsFindsNothing() {
        String word = "giauten" + System.nanoTime();
        String address =
                Crm.admin().post("/customers", "{\"name\":\"Bà " + word + "\"}").header("Location");
        Colleague colleague = Colleague.with(List.of(), List.of());
        try (Browser browser = Browser.open("vi")) {
            Page page = browser.signIn(colleague.username(), colleague.password());
            page.keyboard().press("/");
            page.locator("#search-box").waitFor();
            page.keyboard().type(word);
            page.waitForResponse(answer -> answer.url().contains("/ui/search"), () -> page.keyboard()
                    .press("Backspace"));
            page.waitForTimeout(500);
            assertThat(page.locator(".qh-hit").count()).isZero();
            assertThat(page.locator("body").innerText()).doesNotContain("Bà " + word);
            browser.go("list.xhtml?type=customers");
            assertThat(page.locator("body").innerText()).doesNotContain(word);
            assertThat(page.content()).doesNotContain("Exception");
            browser.screenshot("nothing-to-see");
            String id = address.substring(address.lastIndexOf('/') + 1);
            browser.go("record.xhtml?type=customers&id=" + id);
            assertThat(page.locator("main h2").innerText()).isEqualTo("Không tìm thấy");
            assertThat(page.evaluate("document.contentType")).isEqualTo("text/html");
            browser.screenshot("not-found");
            // how many records there are is told by this page too
            for (String page403 : List.of("index.xhtml", "rights.xhtml")) {
                assertThat(page.evaluate("path => fetch(path).then(answer => answer.status)", page403))
                        .as(page403)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void aFormThatArrivesTwiceIsSavedOnce() {
        String word = "haicai" + System.nanoTime();
        try (Browser browser = Browser.open("vi")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("edit.xhtml?type=customers");
            page.locator("[data-field=name] input").fill("Chị " + word);
            page.evaluate("""
                    () => {
                        const form = document.getElementById("edit");
                        const fields = () => new URLSearchParams(new FormData(form, document.getElementById("save")));
                        const send = () => fetch(form.action, { method: "POST", body: fields() });
                        return Promise.all([send(), send()]);
                    }""");
        }
        assertThat(Crm.admin()
                        .get("/customers?filter=" + Crm.encode("name.contains('" + word + "')"))
                        .json()
                        .getJsonArray("items"))
                .hasSize(1);
    }
}
