package org.quanhe.crm.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;
import org.quanhe.crm.harness.Shaping;

/** An administrator lays a form out, and people see it so. */
@Tag("browser")
class LayoutPageIT {
    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);
    private final String deals = "deals" + mark;

    @BeforeEach
    void shape() {
        Shaping.publish(
                admin,
                "{'op':'addType','type':{'name':'" + deals + "','rights':'shared','labels':{'en':'Deals " + mark
                        + "'},'fields':[{'name':'stage','kind':'choice','choices':[{'code':'open'},{'code':'lost'}],"
                        + "'labels':{'en':'Stage','vi':'Giai đoạn'}},"
                        + "{'name':'reason','kind':'text','labels':{'en':'Reason','vi':'Lý do'}},"
                        + "{'name':'price','kind':'number','labels':{'en':'Price','vi':'Giá'}},"
                        + "{'name':'inner','kind':'text','labels':{'en':'Inner','vi':'Nội bộ'}}]}}");
        Shaping.right(admin, "sales", deals, "all", "all", "all");
    }

    private static Locator row(Page page, String field) {
        return page.locator("[id='layout'] li[data-name='" + field + "']");
    }

    private static List<?> inSection(Page page, int section) {
        return (List<?>) page.locator("[data-section]")
                .nth(section)
                .locator("li")
                .evaluateAll("rows => rows.map(row => row.dataset.name)");
    }

    @Test
    @Tag("R071")
    void fieldsAreDraggedAndMovedByKeysAndARoleSeesThem() {
        try (Browser boss = Browser.open("vi")) {
            Page page = boss.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            boss.go("layout.xhtml?type=" + deals + "&role=sales");
            // a section is made with the keyboard, its heading typed, and it becomes a tab
            page.locator("[data-lay=add]").press("Enter");
            page.keyboard().type("Kết thúc");
            Locator second = page.locator("[data-section]").nth(1);
            second.locator("summary").click();
            second.locator("[name=tab]").selectOption("true");
            second.locator("[name='label.en']").fill("End");
            second.locator("summary").click();
            // by mouse
            row(page, "reason").dragTo(second.locator("[data-fields]"));
            assertThat(inSection(page, 1)).isEqualTo(List.of("reason"));
            row(page, "inner").dragTo(page.locator("[data-palette]"));
            // by keyboard: down to the end of its section, and over into the next
            row(page, "price").focus();
            while (!inSection(page, 1).contains("price")) {
                page.keyboard().press("Alt+ArrowDown");
            }
            page.keyboard().press("Alt+ArrowDown");
            assertThat(inSection(page, 1)).isEqualTo(List.of("reason", "price"));
            assertThat(page.locator("[data-said]").textContent()).contains("Giá", "Kết thúc", "2/2");
            boss.screenshot("layout-moved");
            page.locator("[id='layout:keep']").click();
            page.locator("#draft, [id='draft']").first().waitFor();
            assertThat(inSection(page, 1)).isEqualTo(List.of("reason", "price"));

            // the reason is asked for where the deal is lost
            row(page, "reason").locator("a").click();
            page.locator("[name='show.field']").first().selectOption("stage");
            page.locator("[name='show.value']").first().fill("lost");
            page.locator("[name='require.field']").first().selectOption("stage");
            page.locator("[name='require.value']").first().fill("lost");
            boss.screenshot("layout-condition");
            page.locator("[id='condition:keep']").click();
            page.waitForURL("**/layout.xhtml**");

            page.locator("a[href^='formpreview.xhtml']").click();
            page.waitForURL("**/formpreview.xhtml**");
            assertThat(page.locator(".qh-preview").first().innerText())
                    .contains("Kết thúc", "Giá")
                    .doesNotContain("Nội bộ");
            boss.screenshot("layout-preview");
            page.locator("nav.qh-tabs a[href*='role=finance']").click();
            page.waitForURL("**role=finance**");
            assertThat(page.locator(".qh-preview").first().innerText()).contains("Nội bộ");

            boss.go("layout.xhtml?type=" + deals + "&role=sales");
            page.locator("a[href^='publish.xhtml']").click();
            page.locator("[id='publish:go']").click();
            page.locator(".qh-toast").first().waitFor();
        }
        Colleague seller = Colleague.with(List.of("sales"), List.of());
        try (Browser desk = Browser.open("vi")) {
            Page page = desk.signIn(seller.username(), seller.password());
            desk.go("edit.xhtml?type=" + deals);
            assertThat(page.locator("[data-slot=inner]").count()).isZero();
            assertThat(page.locator("[data-slot=price]").isVisible()).isFalse();
            page.locator("[role=tab]", new Page.LocatorOptions().setHasText("Kết thúc"))
                    .click();
            assertThat(page.locator("[data-slot=price]").isVisible()).isTrue();
            assertThat(page.locator("[data-slot=reason]").isVisible()).isFalse();
            page.locator("[role=tab]").first().click();
            page.locator("[id='f_name']").fill("Vụ " + mark);
            page.locator("[id='f_stage']").selectOption("lost");
            page.locator("[data-slot=reason]:not([hidden]).is-must").waitFor(attached());
            page.locator("[id='save']").click();
            // the mistake is on the other tab, which comes to the front
            page.locator("[data-slot=reason] .qh-error").waitFor();
            assertThat(page.locator("[id='f_stage']").isVisible()).isFalse();
            desk.screenshot("layout-wrong-tab");
            page.locator("[id='f_reason']").fill("Giá cao");
            page.locator("[id='save']").click();
            page.waitForURL("**/record.xhtml**");
            assertThat(page.locator("main").innerText())
                    .contains("Kết thúc", "Giá cao")
                    .doesNotContain("Nội bộ");
            desk.screenshot("layout-sheet");
        }
    }

    private static Locator.WaitForOptions attached() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
    }
}
