package org.quanhe.crm.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;

/** Lists and what leads away from them, asked for wrongly. */
@Tag("browser")
class ListPageIT {
    private static final String TOOLS = "list.xhtml?type=customers&tools=1";

    @Test
    void aBrokenAddressIsToldInWords() {
        try (var browser = Browser.open("vi")) {
            browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            for (String address : List.of("type%3D%25zz", "type%3Dnothing", "%00")) {
                Response answer = open(browser, "list.xhtml?type=customers&address=" + address);
                assertThat(answer.status()).as(address).isEqualTo(404);
                assertThat(browser.page().locator("main h2").innerText()).isEqualTo("Không tìm thấy");
            }
            assertThat(open(browser, "list.xhtml?type=customers&filter=(((").status())
                    .isEqualTo(200);
            assertThat(browser.page().locator("main").innerText()).contains("Bộ lọc");
        }
    }

    private static Response open(Browser browser, String path) {
        return browser.page().navigate(browser.page().url().replaceFirst("/crm/.*", "/crm/" + path));
    }

    @Test
    void aViewThatCouldNotBeShownIsNotSaved() {
        try (var browser = Browser.open("en")) {
            browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            assertThat(saved(browser, TOOLS + "&sort=" + "x".repeat(300), "Mine"))
                    .contains("cannot be ordered by");
            assertThat(saved(browser, TOOLS, "x".repeat(101))).contains("100");
            assertThat(saved(browser, TOOLS, "<script>alert(1)</script>#{7*7}")).isEmpty();
            assertThat(browser.page().locator("body").innerText()).contains("<script>alert(1)</script>#{7*7}");
        }
    }

    /** What the dialog says; empty once the view is shown. */
    private static String saved(Browser browser, String path, String name) {
        var page = browser.go(path);
        page.evaluate(
                "name => { const field = document.getElementById('view:name'); field.removeAttribute('maxlength');"
                        + " field.value = name; document.getElementById('view:go').click(); }",
                name);
        page.waitForFunction("() => /view=\\d/.test(location.search)"
                + " || document.getElementById('view:said').textContent.trim() !== ''");
        return page.url().matches(".*view=\\d.*")
                ? ""
                : page.locator("[id='view:said']").textContent().strip();
    }

    @Test
    void chosenRowsAreTaggedAndDeletedAndComeBack() {
        String word = "hangloat" + System.nanoTime();
        Crm admin = Crm.admin();
        for (int i = 0; i < 3; i++) {
            admin.post("/customers", "{\"name\":\"Người " + word + " " + i + "\"}");
        }
        String filter = Crm.encode("name.contains('" + word + "')");
        try (var browser = Browser.open("vi")) {
            var page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("list.xhtml?type=customers&filter=" + filter);
            page.locator("tbody input[type=checkbox]").first().check();
            page.locator("tbody input[type=checkbox]").nth(1).check();
            page.locator("#bulk [data-open=tag-dialog]").click();
            page.locator("[id='tag:tag']").fill("<b>quý");
            page.locator("[id='tag:go']").click();
            page.locator(".qh-toast").first().waitFor();
            assertThat(tagged(admin, filter)).isEqualTo(2);
            page.locator("tbody input[type=checkbox]").first().check();
            page.locator("#bulk [data-submit='tools:delete']").click();
            Locator undo = page.locator(".qh-toast button[name=undo], .qh-toast form button")
                    .first();
            undo.waitFor();
            assertThat(listed(admin, filter)).isEqualTo(2);
            undo.click();
            page.waitForFunction(
                    "count => document.querySelectorAll('tbody input[type=checkbox]').length === count", 3);
            assertThat(listed(admin, filter)).isEqualTo(3);
        }
    }

    private static int listed(Crm admin, String filter) {
        return admin.get("/customers?filter=" + filter)
                .json()
                .getJsonArray("items")
                .size();
    }

    private static long tagged(Crm admin, String filter) {
        return admin.get("/customers?filter=" + filter).json().getJsonArray("items").stream()
                .filter(item -> item.toString().contains("<b>quý"))
                .count();
    }

    @Test
    void whoMayNotCreateIsNotAskedForAFile() {
        Colleague reader = Colleague.with(List.of("read-only"), List.of());
        try (var browser = Browser.open("zh-CN")) {
            browser.signIn(reader.username(), reader.password());
            assertThat(open(browser, "import.xhtml?type=customers").status()).isEqualTo(403);
            assertThat(browser.page().locator("main").innerText()).contains("客户");
            assertThat(open(browser, "edit.xhtml?type=customers").status()).isEqualTo(403);
            assertThat(open(browser, "rights.xhtml").status()).isEqualTo(403);
            assertThat(open(browser, "ui/prefer").status()).isEqualTo(405);
            assertThat(browser.page().content()).doesNotContain("Payara");
        }
    }

    @Test
    void theKeysDoWhatTheirMapSays() {
        String word = "phim" + System.nanoTime();
        for (int i = 1; i <= 3; i++) {
            Crm.admin().post("/customers", "{\"name\":\"" + word + " " + i + "\"}");
        }
        try (var browser = Browser.open("vi")) {
            var page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            var keys = page.keyboard();
            keys.press("g");
            keys.press("c");
            page.waitForURL("**/list.xhtml?type=customers**");
            keys.press("?");
            assertThat(page.locator("#keys").isVisible()).isTrue();
            keys.press("Escape");
            browser.go("list.xhtml?type=customers&filter=" + Crm.encode("name.contains('" + word + "')"));
            keys.press("j");
            keys.press("j");
            assertThat(page.locator("tr.is-cursor").innerText()).contains(word + " 2");
            keys.press("x");
            assertThat(page.locator("#bulk [data-count]").innerText()).contains("1");
            keys.press("Shift+ArrowDown");
            assertThat(page.locator("#bulk [data-count]").innerText()).contains("2");
            keys.press("Escape");
            assertThat(page.locator("#bulk").isVisible()).isFalse();
            keys.press("k");
            keys.press("Enter");
            page.waitForURL("**/record.xhtml**");
            String second = page.url();
            keys.press("]");
            page.waitForURL(url -> url.contains("record.xhtml") && !url.equals(second));
            assertThat(page.locator("main").innerText()).contains(word + " 3");
            keys.press("[");
            page.waitForURL(second);
            keys.press("e");
            page.waitForURL("**/edit.xhtml**");
            page.locator("[data-field=jobTitle] input").fill("gõ j, x và g không làm gì ở đây");
            keys.press("Control+Enter");
            page.waitForURL("**/record.xhtml**");
            assertThat(page.locator("main").innerText()).contains("gõ j, x và g");
            keys.press("/");
            page.locator("#search-box").waitFor();
        }
    }

    @Test
    void theListShowsTheColumnsThatAreChosen() {
        String word = "cot" + System.nanoTime();
        Crm.admin()
                .post("/customers", "{\"name\":\"" + word + "\",\"notes\":\"ghi chú riêng\",\"source\":\"hội chợ\"}");
        try (var browser = Browser.open("vi")) {
            var page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("list.xhtml?type=customers&filter=" + Crm.encode("name.contains('" + word + "')"));
            assertThat(page.locator("thead").innerText()).doesNotContain("Ghi chú");
            page.locator("[data-open=columns-dialog]").click();
            page.locator("#columns-dialog input[name=col]:checked").first().waitFor();
            for (Object shown : (List<?>) page.locator("#columns-dialog input[name=col]:checked")
                    .evaluateAll("boxes => boxes.map(box => box.value)")) {
                page.locator("#columns-dialog input[value=" + shown + "]").uncheck();
            }
            page.locator("#columns-dialog input[value=notes]").check();
            page.locator("#columns-dialog button.is-primary").click();
            page.locator("thead", new Page.LocatorOptions().setHasText("Ghi chú"))
                    .waitFor();
            assertThat(page.locator("thead").innerText())
                    .contains("Tên khách hàng", "Ghi chú")
                    .doesNotContain("Nguồn", "Công ty");
            assertThat(page.locator("tbody tr").innerText())
                    .contains(word, "ghi chú riêng")
                    .doesNotContain("hội chợ");
            // what was asked for before the columns is still asked for
            assertThat(page.locator("tbody tr").count()).isEqualTo(1);
        }
    }

    @Test
    void aPhoneOrdersByWhatTheListShows() {
        String word = "thutu" + System.nanoTime();
        for (String city : List.of("Huế", "Đà Nẵng", "Vinh")) {
            Crm.admin().post("/customers", "{\"name\":\"" + word + " " + city + "\",\"city\":\"" + city + "\"}");
        }
        try (var browser = Browser.open("vi", 360, 800)) {
            var page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("list.xhtml?type=customers&columns=city&sort=-createdAt&filter="
                    + Crm.encode("name.contains('" + word + "')"));
            page.locator("button[popovertarget=facets]").first().click();
            var orders = page.locator("#facets select[data-goto]");
            orders.waitFor();
            // the title, the column, and the order it stands in
            assertThat(orders.locator("option").count()).isEqualTo(6);
            orders.selectOption(
                    new SelectOption().setLabel(orders.locator("option").nth(3).innerText()));
            page.waitForURL(url -> url.contains("sort=-city"));
            assertThat(page.locator("tbody tr").allInnerTexts())
                    .satisfiesExactly(
                            row -> assertThat(row).contains("Vinh"),
                            row -> assertThat(row).contains("Huế"),
                            row -> assertThat(row).contains("Đà Nẵng"));
        }
    }
}
