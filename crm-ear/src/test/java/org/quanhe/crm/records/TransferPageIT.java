package org.quanhe.crm.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;

/** An administrator takes objects and fields along as a file, and brings one in. */
@Tag("browser")
class TransferPageIT {
    private final String mark = Long.toString(System.nanoTime(), 36);

    private static void choose(Page page, String name, byte[] content) {
        page.locator("[id='upload:file']").setInputFiles(new FilePayload(name, "application/json", content));
        page.locator("[id='upload:go']").click();
    }

    private byte[] file(String more) {
        return ("{\"format\":1,\"types\":[{\"name\":\"teams\",\"builtIn\":true,\"fields\":[{\"name\":\"own_" + mark
                        + "\",\"labels\":{\"zh-CN\":\"字段 " + mark + "\"}" + more + "}]}]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void outAndIn() throws IOException {
        try (Browser browser = Browser.open("zh-CN")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("types.xhtml");
            if (page.locator("[id='draft:discard']").count() > 0) {
                page.locator("[id='draft:discard']").click();
            }
            page.locator("a[href='transfer.xhtml']").click();
            choose(page, "quanhe.json", file(",\"kind\":\"number\""));
            page.waitForURL("**/publish.xhtml**");
            assertThat(page.locator(".qh-difference").first().innerText()).contains("字段 " + mark);
            browser.screenshot("transfer-difference");
            page.getByText("保留为草稿").click();
            page.waitForURL("**/types.xhtml**");
            page.locator(".qh-draft a[href^='publish.xhtml']").click();
            page.locator("[id='publish:go']").click();
            page.locator(".qh-toast").first().waitFor();

            browser.go("transfer.xhtml");
            for (var box : page.locator("#export input[type=checkbox]:not([name=type][value=teams])")
                    .all()) {
                box.uncheck();
            }
            Download download =
                    page.waitForDownload(() -> page.locator("#export button").click());
            byte[] taken = Files.readAllBytes(download.path());
            assertThat(new String(taken, StandardCharsets.UTF_8))
                    .contains("own_" + mark)
                    .doesNotContain("\"customers\"");
            choose(page, "same.json", taken);
            page.locator(".qh-toast").first().waitFor();
            assertThat(page.locator(".qh-toast").first().innerText()).contains("该文件不带来任何更改");
        }
        assertThat(Crm.admin().get("/metadata").text()).contains("own_" + mark);
    }

    @Test
    void whatIsNotHereIsChosenOnThePageAndTheAutomationHasItsHistory() {
        long team = Colleague.team("Đội thay " + mark);
        String file = ("{\"format\":2,\"types\":[],\"automations\":[{\"key\":\"thay-%1$s\",\"name\":\"Luật %1$s\","
                        + "\"type\":\"customers\",\"trigger\":{\"on\":\"created\"},\"condition\":\"name == '%1$s'\","
                        + "\"actions\":[{\"do\":\"assign\",\"team\":{\"record\":\"teams\",\"name\":\"Đội cũ\"}}]}]}")
                .formatted(mark);
        Crm admin = Crm.admin();
        try (Browser browser = Browser.open("vi")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("transfer.xhtml");
            choose(page, "luat.json", file.getBytes(StandardCharsets.UTF_8));
            page.waitForURL("**/publish.xhtml**");
            assertThat(page.locator(".qh-difference").first().innerText())
                    .contains("Tự động hoá “Luật " + mark + "” là mới");
            assertThat(page.locator("#gaps").innerText()).contains("Nhóm “Đội cũ”", "automations[0].actions[0].team");
            browser.screenshot("transfer-gaps");
            page.locator("#gaps select").selectOption(Long.toString(team));
            page.locator("[name=why]").fill("từ máy chủ cũ");
            page.locator("[id='publish:go']").click();
            page.locator(".qh-toast").first().waitFor();

            browser.go("automations.xhtml");
            page.locator("main a", new Page.LocatorOptions().setHasText("Luật " + mark))
                    .first()
                    .click();
            assertThat(page.locator("[name='actions[0].team']").inputValue()).isEqualTo(Long.toString(team));
            page.locator("[name=name]").fill("Luật mới " + mark);
            page.locator("#why").fill("tên rõ hơn");
            page.locator("[id='auto:keep']").click();
            page.locator("#history").waitFor();
            assertThat(page.locator("#history").innerText())
                    .contains("từ máy chủ cũ", "tên rõ hơn", "Tên: Luật " + mark + " → Luật mới " + mark);
            page.locator("#history a[href*='back=1']").click();
            assertThat(page.locator("#back").innerText()).contains("Tên: Luật mới " + mark + " → Luật " + mark);
            browser.screenshot("automation-history");
            page.locator("[id='restore:go']").click();
            page.waitForURL("**/automation.xhtml?id=**");
            assertThat(page.locator("[name=name]").inputValue()).isEqualTo("Luật " + mark);
            page.locator("[id='auto:remove']").click();
            page.waitForURL("**/automations.xhtml**");
        }
        assertThat(admin.get("/automations").text()).doesNotContain("thay-" + mark);
    }

    @Test
    void whatIsWrongIsToldAtItsPlace() {
        try (Browser browser = Browser.open("vi")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("transfer.xhtml");
            choose(page, "sai.json", file(",\"colour\":\"đỏ\""));
            page.locator("[role=alert]").first().waitFor();
            assertThat(page.locator("[role=alert]").first().innerText())
                    .contains("Không nhập được tệp này")
                    .contains("types[0].fields[0].colour");
            browser.screenshot("transfer-refused");
            choose(page, "hong.json", "{\"format\":1".getBytes(StandardCharsets.UTF_8));
            page.getByText("dòng 1").waitFor();
        }
    }

    @Test
    void onlyAdministratorsGetThere() {
        Colleague manager = Colleague.with(List.of("manager"), List.of());
        try (Browser browser = Browser.open("vi")) {
            Page page = browser.signIn(manager.username(), manager.password());
            for (String path : List.of("transfer.xhtml", "ui/metadata?type=customers")) {
                assertThat(page.evaluate("path => fetch(path).then(answer => answer.status)", path))
                        .as(path)
                        .isEqualTo(403);
            }
        }
    }
}
