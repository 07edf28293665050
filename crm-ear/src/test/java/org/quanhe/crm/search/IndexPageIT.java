package org.quanhe.crm.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;

/** What an administrator sees of the search index and does to it. */
@Tag("browser")
class IndexPageIT {
    @Test
    void administratorComparesRebuildsAndReadsTheOutcome() {
        LiveIndex index = new LiveIndex(Crm.admin());
        try (Browser browser = Browser.open("vi")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("index.xhtml");
            // others compared before: only the report of this one may be read
            index.outcome(() -> page.locator("[id='index:compare']").click());
            assertThat(last(page, "Đối chiếu")).contains("Không có gì khác").contains("quản trị viên yêu cầu");
            index.outcome(() -> page.locator("[id='index:rebuild']").click());
            assertThat(last(page, "Dựng lại")).contains("Xong");
            assertThat(page.locator("#condition").innerText()).isEqualTo("Đã cập nhật");
            browser.screenshot("index-vi");
        }
        try (Browser browser = Browser.open("zh-CN", 360, 740)) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("index.xhtml");
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
            browser.screenshot("index-zh-phone");
        }
    }

    /** The index is compared without pause, so that a click finds it at work though the button was there. */
    @Test
    void aClickBesideOtherWorkIsNotLost() throws InterruptedException {
        LiveIndex index = new LiveIndex(Crm.admin());
        AtomicBoolean done = new AtomicBoolean();
        Thread comparing = new Thread(() -> {
            Crm other = Crm.admin();
            while (!done.get()) {
                other.post("/search/index/reconcile", "");
            }
        });
        try (Browser browser = Browser.open("en")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("index.xhtml");
            String before = index.rest().toString();
            comparing.start();
            page.locator("[id='index:rebuild']").click();
            index.await(state -> state.getJsonArray("reports").getValuesAs(JsonObject.class).stream()
                    .anyMatch(report -> report.getString("kind").equals("rebuild")
                            && report.getString("reason").equals("asked")
                            && !before.contains(report.getString("ended"))));
        } finally {
            done.set(true);
            comparing.join();
            index.rest();
        }
    }

    /** The newest line of what was done lately, as soon as it tells of that and nothing is under way. */
    private static String last(Page page, String what) {
        Locator newest = page.locator("#lately tbody tr").first().filter(new Locator.FilterOptions().setHasText(what));
        newest.waitFor();
        page.locator("[id='index:rebuild']:not([disabled])").waitFor();
        return newest.innerText();
    }

    @Test
    void nobodyElseTouchesTheIndex() {
        Crm crm = Colleague.with(List.of("manager"), List.of()).crm();
        assertThat(crm.get("/search/index").status()).isEqualTo(403);
        assertThat(crm.post("/search/index/rebuild", "").status()).isEqualTo(403);
        assertThat(crm.post("/search/index/reconcile", "").status()).isEqualTo(403);
    }
}
