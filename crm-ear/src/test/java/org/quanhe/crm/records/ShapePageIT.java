package org.quanhe.crm.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;
import org.quanhe.crm.harness.Hand;

/** An administrator shapes the CRM in the browser, while a colleague works on. */
@Tag("browser")
class ShapePageIT {
    private final String mark = Long.toString(System.nanoTime(), 36);

    @Test
    @Tag("R026")
    void byMouse() {
        String label = "Diện tích " + mark;
        Colleague seller = Colleague.with(List.of("sales"), List.of());
        try (Browser boss = Browser.open("vi");
                Browser colleague = Browser.open("vi")) {
            Page theirs = colleague.signIn(seller.username(), seller.password());
            colleague.go("edit.xhtml?type=customers");
            theirs.locator("[data-field=name] input").fill("Khách giữa chừng " + mark);

            Page page = boss.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            boss.go("admin.xhtml");
            page.locator("a[href='types.xhtml']").click();
            page.locator("main a[href='fields.xhtml?type=customers']").first().click();
            page.locator("a[data-new]").click();
            page.locator("[name='label.vi']").fill(label);
            page.locator("[name='label.en']").fill("Area " + mark);
            page.locator("[name=kind]").selectOption("number");
            page.locator("[name=min]").fill("0");
            page.locator("[name=list]").check();
            page.locator("[id='field:keep']").click();
            page.locator(".qh-fieldlist [aria-current]").waitFor();
            assertThat(page.locator(".qh-fieldlist [aria-current]").innerText()).contains(label);
            boss.screenshot("fields-edited");
            page.locator("a[href^='publish.xhtml']").click();
            assertThat(page.locator(".qh-difference").first().innerText())
                    .contains("“" + label + "”")
                    .contains("Số");
            boss.screenshot("publish");
            page.locator("[name=why]").fill("Thợ lắp máy cần biết");
            page.locator("[id='publish:go']").click();
            page.locator(".qh-toast").first().waitFor();

            // the colleague's page was open before, and is saved all the same
            theirs.locator("#save").click();
            theirs.waitForURL("**/record.xhtml**");
            colleague.go("edit.xhtml?type=customers");
            Locator field = theirs.locator("[data-field^=area]", new Page.LocatorOptions().setHasText(label));
            assertThat(field.locator("label").innerText()).contains(label);
            theirs.locator("[data-field=name] input").fill("Khách " + mark);
            field.locator("input").fill("42.5");
            theirs.locator("#save").click();
            theirs.waitForURL("**/record.xhtml**");
            assertThat(theirs.locator("main").innerText()).contains(label).contains("42,5");
            colleague.screenshot("record-with-own-field");

            // back to what was before, and the value is still there
            boss.go("versions.xhtml");
            page.locator("main tbody tr").nth(1).locator("a").first().click();
            assertThat(page.locator(".qh-difference").first().innerText()).contains(label);
            page.locator("[id='publish:go']").click();
            page.locator(".qh-toast").first().waitFor();
            theirs.reload();
            assertThat(theirs.locator("main").innerText()).doesNotContain(label);
            boss.go("fields.xhtml?type=customers");
            page.locator(".qh-fieldlist a", new Page.LocatorOptions().setHasText(label))
                    .click();
            page.locator("[id='field:revive']").click();
            page.locator("a[href^='publish.xhtml']").click();
            page.locator("[id='publish:go']").click();
            page.locator(".qh-toast").first().waitFor();
            theirs.reload();
            assertThat(theirs.locator("main").innerText()).contains("42,5");
        }
    }

    @Test
    @Tag("R026")
    void byKeyboard() {
        try (Browser browser = Browser.open("en")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("fields.xhtml?type=products");
            Hand hand = Hand.withKeyboard(page);
            hand.press("a[data-new]");
            page.waitForURL("**new=true**");
            hand.write("[name='label.en']", "Warranty " + mark);
            hand.choose("[name=kind]", "choice");
            hand.write("[name='choice.label.en']", "2 years");
            hand.press("[id='field:keep']");
            page.locator(".qh-fieldlist [aria-current]").waitFor();
            hand.press("a[href^='publish.xhtml']");
            page.waitForURL("**/publish.xhtml**");
            hand.press("[id='publish:go']");
            page.locator(".qh-toast").first().waitFor();
        }
        JsonObject type = Crm.admin()
                .with("Accept-Language", "en")
                .get("/metadata")
                .json()
                .getJsonArray("types")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(one -> one.getString("name").equals("products"))
                .findFirst()
                .orElseThrow();
        assertThat(type.getJsonArray("fields").toString()).contains("Warranty " + mark, "2 years");
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndNothingTypedIsLost() {
        try (Browser browser = Browser.open("zh-CN")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("fields.xhtml?type=customers&new=true");
            page.locator("[name='label.zh-CN']").fill("坏格式 " + mark);
            page.locator("[name=pattern]").fill("[");
            page.locator("[id='field:keep']").click();
            page.locator("[role=alert]").first().waitFor();
            assertThat(page.locator(".is-wrong").innerText()).contains("无法读取该模式");
            assertThat(page.locator("[name='label.zh-CN']").inputValue()).isEqualTo("坏格式 " + mark);
            assertThat(page.locator("[name=pattern]").inputValue()).isEqualTo("[");
            browser.screenshot("fields-wrong");
        }
    }

    @Test
    void onlyAdministratorsGetThere() {
        Colleague manager = Colleague.with(List.of("manager"), List.of());
        try (Browser browser = Browser.open("vi")) {
            Page page = browser.signIn(manager.username(), manager.password());
            for (String path : List.of(
                    "types.xhtml", "fields.xhtml?type=customers", "versions.xhtml", "publish.xhtml?version=0")) {
                assertThat(page.evaluate("path => fetch(path).then(answer => answer.status)", path))
                        .as(path)
                        .isEqualTo(403);
            }
        }
    }
}
