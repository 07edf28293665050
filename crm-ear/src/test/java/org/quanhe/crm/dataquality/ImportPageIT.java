package org.quanhe.crm.dataquality;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;

/**
 * A file of whose encoding nothing can be told for certain: the page shows what it would become, and the user decides.
 */
@Tag("browser")
class ImportPageIT {
    private final String mark = Long.toString(System.nanoTime(), 36);

    @Test
    void anEncodingThatWasTakenWronglyIsPutRightOnThePage() {

        byte[] file = ("name,notes\n张伟 " + mark + ",熟客\n").getBytes(Charset.forName("GB18030"));
        try (Browser browser = Browser.open("zh-CN")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("import.xhtml?type=customers");
            page.locator("input[type=file]").setInputFiles(new FilePayload("khach.csv", "text/csv", file));
            page.locator("[id='upload:go']").click();
            page.locator("#mapping").waitFor();
            page.locator("#charset").selectOption(new SelectOption().setLabel("windows-1258"));
            page.waitForURL("**charset=windows-1258**");
            assertThat(page.locator("#mapping").innerText()).doesNotContain("张伟");
            page.locator("#charset").selectOption(new SelectOption().setLabel("GB18030"));
            page.locator("#mapping", new Page.LocatorOptions().setHasText("张伟 " + mark))
                    .waitFor();
            browser.screenshot("import-encoding");
            page.locator("[id='columns:try']").click();
            page.locator(".qh-figures").waitFor();
            page.locator("[id='columns:start']").click();
            page.locator("#import-state[data-state=DONE]").waitFor();
        }
        assertThat(Crm.admin()
                        .get("/customers?filter=" + Crm.encode("name.contains('" + mark + "')"))
                        .text())
                .contains("张伟 " + mark, "熟客");
    }
}
