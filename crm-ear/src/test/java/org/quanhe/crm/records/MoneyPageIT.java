package org.quanhe.crm.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;
import org.quanhe.crm.harness.Hand;
import org.quanhe.crm.harness.Shaping;

/** People write amounts with their currency, and administrators gather them from other records. */
@Tag("browser")
class MoneyPageIT {
    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);
    private final String type = "bills" + mark;

    private static String field(String name, String kind, String more) {
        return "{'name':'" + name + "','kind':'" + kind + "'," + more + "'labels':{'en':'" + name + "','vi':'Số " + name
                + "'}}";
    }

    private void shape() {
        Shaping.publish(
                admin,
                "{'op':'addType','type':{'name':'" + type + "','rights':'owned','labels':{'en':'Bills " + mark
                        + "'},'fields':[" + field("customer", "reference", "'target':'customers',") + ","
                        + field("price", "money", "'list':true,") + "]}}");
    }

    @AfterEach
    void retire() {
        Shaping.publish(admin, "{'op':'retireType','name':'" + type + "'}");
    }

    private String text(Page page) {
        return page.locator("main").innerText().replace('\u00a0', ' ');
    }

    @Test
    @Tag("R026")
    void anAmountIsWrittenShownAndFiltered() {
        shape();
        try (Browser boss = Browser.open("vi")) {
            Page page = boss.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            boss.go("edit.xhtml?type=" + type);
            assertThat(page.locator("[data-field=price] select").inputValue()).isEqualTo("VND");
            page.locator("[data-field=name] input").fill("Hoá đơn " + mark);
            page.locator("[data-field=price] input").fill("12.345");
            page.locator("[data-field=price] select").selectOption("USD");
            page.locator("[data-save]").first().click();
            page.locator("[data-field=price] .qh-error").waitFor();
            assertThat(page.locator("[data-field=price] .qh-error").innerText()).contains("Không rõ");
            assertThat(page.locator("[data-field=price] select").inputValue()).isEqualTo("USD");
            boss.screenshot("money-refused");
            page.locator("[data-field=price] input").fill("1.234.567");
            page.locator("[data-field=price] select").selectOption("VND");
            page.locator("[data-save]").first().click();
            page.waitForURL("**/record.xhtml**");
            assertThat(text(page)).contains("1.234.567 ₫");
            boss.screenshot("money-record");
            boss.go("list.xhtml?type=" + type + "&filter=" + Crm.encode("price >= \"1000000 VND\""));
            assertThat(text(page)).contains("Hoá đơn " + mark, "1.234.567 ₫", "1.000.000 ₫");
            boss.screenshot("money-list");
        }
    }

    @Test
    @Tag("R026")
    void aRollUpIsMadeByMouse() {
        gathers(false);
    }

    @Test
    @Tag("R026")
    void aRollUpIsMadeByKeyboard() {
        gathers(true);
    }

    private void gathers(boolean byKeyboard) {
        shape();
        String sum = "sum_" + mark;
        try (Browser boss = Browser.open("en")) {
            Page page = boss.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            Hand hand = byKeyboard ? Hand.withKeyboard(page) : Hand.withMouse(page);
            boss.go("fields.xhtml?type=customers&new=true");
            hand.write("[name='label.vi']", "Doanh so " + mark);
            hand.write("[name='name']", sum);
            hand.press("#rollup > summary");
            hand.choose("[name='rollup.from']", type + ".customer");
            hand.press("[data-press='field:relate']");
            page.locator("[name='rollup.function']").waitFor();
            assertThat(page.locator("[name='label.vi']").inputValue()).isEqualTo("Doanh so " + mark);
            hand.choose("[name='rollup.function']", "SUM");
            hand.choose("[name='rollup.of']", "price");
            hand.choose("[name='rollup.field']", "price");
            hand.choose("[name='rollup.operator']", "GE");
            hand.write("[name='rollup.value']", "sai");
            hand.press("[id='field:keep']");
            page.locator(".qh-rollcond .qh-error").waitFor();
            assertThat(page.locator(".qh-rollcond .qh-error").innerText()).contains("sai");
            boss.screenshot("rollup-refused");
            hand.write("[name='rollup.value']", "100 VND");
            hand.press("[id='field:keep']");
            page.locator(".qh-fieldlist [aria-current] .pi-calculator").waitFor();
            assertThat(page.locator("[name=kind]").inputValue()).isEqualTo("money");
            assertThat(page.locator("[name='rollup.value']").first().inputValue())
                    .isEqualTo("100 VND");
            boss.screenshot("rollup-kept");
            page.locator("a[href^='publish.xhtml']").click();
            page.locator("[id='publish:go']").click();
            page.locator(".qh-toast").first().waitFor();

            int customer = admin.post("/customers", "{\"name\":\"Bà " + mark + "\"}")
                    .json()
                    .getInt("id");
            for (String price : new String[] {"1.000.000 đ", "234567", "99"}) {
                admin.post("/" + type, "{\"name\":\"B\",\"customer\":" + customer + ",\"price\":\"" + price + "\"}");
            }
            admin.await(
                    "/customers/" + customer,
                    answer -> answer.json().containsKey(sum)
                            && answer.json().getJsonObject(sum).getInt("amount") == 1_234_567);
            boss.go("record.xhtml?type=customers&id=" + customer);
            assertThat(text(page)).contains("₫1,234,567");
        }
        Shaping.publish(admin, "{'op':'retireField','type':'customers','name':'" + sum + "'}");
    }
}
