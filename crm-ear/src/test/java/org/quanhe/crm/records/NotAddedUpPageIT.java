package org.quanhe.crm.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;
import org.quanhe.crm.harness.Shaping;

/** The page of a record says why a sum is empty. */
@Tag("browser")
class NotAddedUpPageIT {
    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);
    private final String bills = "bills" + mark;
    private final String sum = "sum_" + mark;

    private static String field(String name, String kind, String more) {
        return "{'name':'" + name + "','kind':'" + kind + "'," + more
                + "'labels':{'en':'Total bought','vi':'Tổng đã mua','zh-CN':'购买总额','zh-TW':'購買總額'}}";
    }

    private int shape() {
        Shaping.publish(
                admin,
                "{'op':'addType','type':{'name':'" + bills + "','rights':'owned','labels':{'en':'Bills " + mark
                        + "'},'fields':[" + field("customer", "reference", "'target':'customers',") + ","
                        + field("price", "money", "") + "," + field("fee", "money", "") + ","
                        + field("both", "money", "'formula':'price + fee',") + "]}}",
                "{'op':'addField','type':'customers','field':"
                        + field(
                                sum,
                                "money",
                                "'rollup':{'type':'" + bills + "','field':'customer','function':'sum','of':'price'},")
                        + "}");
        int customer = admin.post("/customers", "{\"name\":\"Bà Nguyễn Thị " + mark + "\"}")
                .json()
                .getInt("id");
        for (String price : new String[] {"1.000.000 đ", "25 USD", "30 CNY"}) {
            admin.post(
                    "/" + bills,
                    "{\"name\":\"B\",\"customer\":" + customer + ",\"price\":\"" + price + "\",\"fee\":\"1 EUR\"}");
        }
        admin.await(
                "/customers/" + customer,
                answer -> answer.json().containsKey("_empty")
                        && answer.json().toString().contains("CNY"));
        return customer;
    }

    @AfterEach
    void retire() {
        Shaping.publish(
                admin,
                "{'op':'retireField','type':'customers','name':'" + sum + "'}",
                "{'op':'retireType','name':'" + bills + "'}");
    }

    @ParameterizedTest
    @Tag("R026")
    @CsvSource(
            delimiter = '|',
            value = {
                "en    | 1440 | Total bought | not added up: CNY, USD and VND",
                "vi    | 1440 | Tổng đã mua  | không cộng chung: CNY, USD và VND",
                "zh-CN | 360  | 购买总额      | 未相加：CNY、USD 和 VND",
                "zh-TW | 360  | 購買總額      | 未相加：CNY、USD 和 VND"
            })
    void theReasonStandsBesideTheEmptyValue(String language, int width, String label, String said) {
        int customer = shape();
        try (Browser boss = Browser.open(language, width, 900)) {
            Page page = boss.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            String line = "dt:has-text('" + label + "') + dd";
            // telephones show the profile on its tab alone
            for (String tab : width < 600 ? List.of("profile") : List.of("activity", "profile")) {
                boss.go("record.xhtml?type=customers&id=" + customer + "&tab=" + tab);
                var place = page.locator(line).first();
                place.scrollIntoViewIfNeeded();
                assertThat(place.innerText()).contains("–").contains(said);
                assertThat(place.evaluate("one => one.scrollWidth <= one.clientWidth"))
                        .as("stays in its column")
                        .isEqualTo(true);
                boss.screenshot("not-added-up-" + tab + "-" + language);
            }
            assertThat(page.locator("main").innerText()).doesNotContain("???");
        }
    }
}
