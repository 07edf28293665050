package org.quanhe.crm.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
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
        page.waitForFunction("() => location.search.includes('view=')"
                + " || document.getElementById('view:said').textContent.trim() !== ''");
        return page.url().contains("view=")
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
}
