package org.quanhe.crm.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;
import org.quanhe.crm.harness.Shaping;

/** An administrator writes a formula on the page of fields. */
@Tag("browser")
class FormulaPageIT {
    private final String mark = Long.toString(System.nanoTime(), 36);

    @Test
    @Tag("R026")
    void aFaultStandsBesideTheFormulaAndARightOneIsKept() {
        try (Browser boss = Browser.open("vi")) {
            Page page = boss.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            boss.go("fields.xhtml?type=customers&new=true");
            page.locator("[name='label.vi']").fill("Công suất " + mark);
            page.locator("[name='label.en']").fill("Power " + mark);
            page.locator("[name='name']").fill("power_" + mark);
            page.locator("[name=kind]").selectOption("text");
            page.locator("details.qh-more summary").first().click();
            page.locator("[name=formula]").fill("name + ' / ' + ciy");
            page.locator("[id='field:keep']").click();
            page.locator("#formula-told.qh-error").waitFor();
            assertThat(page.locator("#formula-told").innerText())
                    .contains("Dòng 1, cột 16")
                    .contains("ciy");
            assertThat(page.locator("[name=formula]").inputValue()).isEqualTo("name + ' / ' + ciy");
            boss.screenshot("formula-fault");

            page.locator("[name=formula]").fill("name + ' / ' + notes");
            page.locator("[id='field:keep']").click();
            page.locator(".qh-fieldlist [aria-current] .pi-calculator").waitFor();
            boss.screenshot("formula-kept");
            page.locator("a[href^='publish.xhtml']").click();
            page.locator("[id='publish:go']").click();
            page.locator(".qh-toast").first().waitFor();
        }
        Crm admin = Crm.admin();
        var made = admin.post("/customers", "{\"name\":\"Bà " + mark + "\",\"notes\":\"quen\"}");
        assertThat(made.json().getString("power_" + mark)).isEqualTo("Bà " + mark + " / quen");
        try (Browser boss = Browser.open("vi")) {
            Page page = boss.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            boss.go("record.xhtml?type=customers&id=" + made.json().getInt("id"));
            assertThat(page.locator("main").innerText()).contains("Bà " + mark + " / quen");
            boss.go("edit.xhtml?type=customers&id=" + made.json().getInt("id"));
            assertThat(page.locator("[data-field=power_" + mark + "]").count()).isZero();
        }
    }

    @Test
    @Tag("R026")
    void aFormulaMayGoTwoReferencesOnAndNoFurther() {
        String field = "team_" + mark;
        try (Browser boss = Browser.open("vi")) {
            Page page = boss.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            boss.go("fields.xhtml?type=opportunities&new=true");
            page.locator("[name='label.vi']").fill("Đội của khách " + mark);
            page.locator("[name='name']").fill(field);
            page.locator("[name=kind]").selectOption("text");
            page.locator("details.qh-more summary").first().click();
            assertThat(page.locator("#formula-told").innerText()).contains("order.customer.name");
            page.locator("[name=formula]").fill("customer.team.createdBy.name");
            page.locator("[id='field:keep']").click();
            page.locator("#formula-told.qh-error").waitFor();
            assertThat(page.locator("#formula-told").innerText())
                    .contains("Dòng 1, cột 15")
                    .contains("nhiều nhất hai tham chiếu");
            page.locator("#formula-told").scrollIntoViewIfNeeded();
            boss.screenshot("formula-too-far");
            page.locator("[name=formula]").fill("customer.team.name");
            page.locator("[id='field:keep']").click();
            page.locator(".qh-fieldlist [aria-current] .pi-calculator").waitFor();
            page.locator("a[href^='publish.xhtml']").click();
            page.locator("[id='publish:go']").click();
            page.locator(".qh-toast").first().waitFor();
        }
        Crm admin = Crm.admin();
        int team =
                admin.post("/teams", "{\"name\":\"Đội " + mark + "\"}").json().getInt("id");
        int customer = admin.post("/customers", "{\"name\":\"Bà " + mark + "\",\"team\":" + team + "}")
                .json()
                .getInt("id");
        int chance = admin.post("/opportunities", "{\"name\":\"Máy\",\"customer\":" + customer + "}")
                .json()
                .getInt("id");
        try (Browser boss = Browser.open("zh-CN", 360, 780)) {
            Page page = boss.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            boss.go("record.xhtml?type=opportunities&tab=profile&id=" + chance);
            assertThat(page.locator("main").innerText()).contains("Đội " + mark);
            page.locator("dd:has-text('Đội " + mark + "')").last().scrollIntoViewIfNeeded();
            boss.screenshot("formula-two-steps-phone");
            boss.go("fields.xhtml?type=opportunities&field=" + field);
            page.locator("[name=formula]").fill("customer.team.createdBy.name");
            page.locator("[id='field:keep']").click();
            page.locator("#formula-told.qh-error").waitFor();
            page.locator("[name=formula]").scrollIntoViewIfNeeded();
            boss.screenshot("formula-too-far-phone");
        }
        Shaping.publish(admin, "{'op':'retireField','type':'opportunities','name':'" + field + "'}");
    }
}
