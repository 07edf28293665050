package org.quanhe.crm.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.json.Json;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;

/** An administrator reads why a search finds a record, or does not. */
@Tag("browser")
class ExplainPageIT {
    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);

    private long customer(String name, String notes) {
        var made = admin.post(
                "/customers",
                Json.createObjectBuilder().add("name", name).add("notes", notes).build());
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return made.json().getInt("id");
    }

    @Test
    void aHitIsExplainedWordForWord() {
        long id = customer("Nguyễn Ánh " + mark, "quan tâm điều hoà");
        try (Browser browser = Browser.open("vi")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("search.xhtml?q=" + Crm.encode("Ánh " + mark + " dieu"));
            page.locator("[data-id='" + id + "'] .qh-whyhit").click();
            page.locator("#verdict[data-found=true]").waitFor();
            assertThat(page.locator("#verdict").innerText())
                    .contains("Nguyễn Ánh " + mark)
                    .contains("vị trí 1 trên 1");
            String words = page.locator("#words tbody").innerText();
            assertThat(words)
                    .contains("Ánh", "Cả từ", "Trùng dấu", "Tên khách hàng")
                    .contains("dieu", "Ghi chú")
                    .doesNotContain("title")
                    .doesNotContain("weight(");
            browser.screenshot("search-explain");
            page.locator("#q").fill(mark + " khongco");
            page.locator("#explain button").click();
            page.locator("#verdict[data-found=false]").waitFor();
            assertThat(page.locator("#verdict").innerText()).contains("Không phải từ nào cũng khớp");
            assertThat(page.locator("#words .is-missed").innerText()).contains("khongco", "Không khớp");
        }
    }

    @Test
    void whatARightKeepsAwayIsToldForThePersonWhoSearches() {
        long id = customer("Riêng " + mark, "");
        Colleague colleague = Colleague.with(List.of("sales"), List.of());
        try (Browser browser = Browser.open("en")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("index.xhtml");
            page.locator("main a[href='explain.xhtml']").click();
            page.locator("#q").fill(mark);
            page.locator("#user").selectOption(Long.toString(colleague.id()));
            page.locator("#type").selectOption("customers");
            page.locator("#id").fill(Long.toString(id));
            page.locator("#explain button").click();
            page.locator("#verdict[data-found=false]").waitFor();
            assertThat(page.locator("#verdict").innerText()).contains("no right to see this record");
            page.locator("#verdict a[href^='why.xhtml']").click();
            page.locator("#answers").waitFor();
        }
    }

    @ParameterizedTest
    @CsvSource({"en,Enter the number", "vi,Hãy nhập số", "zh-CN,请输入记录编号", "zh-TW,請輸入紀錄編號"})
    void wrongQuestionsAreToldInWords(String language, String words) {
        try (Browser browser = Browser.open(language)) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("explain.xhtml?q=a&type=customers&id=x");
            assertThat(page.locator("[role=alert]").innerText()).contains(words);
            browser.go("explain.xhtml?q=a&type=nothing&id=1");
            assertThat(page.locator("[role=alert]").innerText()).isNotBlank();
            browser.go("explain.xhtml?q=a&type=customers&id=999999999");
            assertThat(page.locator("#verdict").getAttribute("data-found")).isEqualTo("false");
        }
    }
}
