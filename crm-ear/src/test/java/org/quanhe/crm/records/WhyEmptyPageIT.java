package org.quanhe.crm.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;
import org.quanhe.crm.harness.Shaping;

/** The page of a record says what is missing for a formula. */
@Tag("browser")
class WhyEmptyPageIT {
    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);
    private final String jobs = "jobs" + mark;
    private final String discount = "discount_" + mark;

    private static String field(String name, String kind, String more, String labels) {
        String[] told = labels.split("/");
        return "{'name':'" + name + "','kind':'" + kind + "'," + more + "'labels':{'en':'" + told[0] + "','vi':'"
                + told[1] + "','zh-CN':'" + told[2] + "','zh-TW':'" + told[3] + "'}}";
    }

    private int shape() {
        Shaping.publish(
                admin,
                "{'op':'addField','type':'customers','field':"
                        + field(discount, "number", "", "Discount/Chiết khấu/折扣/折扣") + "}",
                "{'op':'addType','type':{'name':'" + jobs
                        + "','rights':'owned','labels':{'en':'Jobs','vi':'Việc lắp đặt'},"
                        + "'fields':["
                        + field("area", "number", "", "Area in m²/Diện tích (m²)/面积（平方米）/面積（平方公尺）") + ","
                        + field("length", "number", "", "Length/Chiều dài/长度/長度") + ","
                        + field("buyer", "reference", "'target':'customers',", "Customer/Khách hàng/客户/客戶") + ","
                        + field("power", "number", "'formula':'area * 600',", "Cooling power/Công suất lạnh/制冷量/製冷量")
                        + ","
                        + field("pipe", "number", "'formula':'area + length',", "Pipe/Đường ống/管道/管線") + ","
                        + field("off", "number", "'formula':'buyer." + discount + " * 2',", "Price off/Giảm giá/减价/減價")
                        + "]}}");
        int buyer = admin.post("/customers", "{\"name\":\"Công ty TNHH Thương mại Dịch vụ Kỹ thuật Bảo An\"}")
                .json()
                .getInt("id");
        return admin.post("/" + jobs, "{\"name\":\"Lắp máy\",\"buyer\":" + buyer + "}")
                .json()
                .getInt("id");
    }

    @AfterEach
    void retire() {
        Shaping.publish(
                admin,
                "{'op':'retireType','name':'" + jobs + "'}",
                "{'op':'retireField','type':'customers','name':'" + discount + "'}");
    }

    @ParameterizedTest
    @Tag("R026")
    @CsvSource(
            delimiter = '|',
            value = {
                "en    | 1440 | LIGHT | because Area in m² is empty | because Area in m² and Length are empty | because Discount of Customer Công ty",
                "vi    | 1440 | DARK  | vì Diện tích (m²) còn trống | vì Diện tích (m²) và Chiều dài còn trống | vì Chiết khấu của Khách hàng Công ty",
                "vi    | 360  | LIGHT | vì Diện tích (m²) còn trống | vì Diện tích (m²) và Chiều dài còn trống | vì Chiết khấu của Khách hàng Công ty",
                "zh-CN | 360  | DARK  | 因为面积（平方米）为空 | 因为面积（平方米）和长度为空 | 因为客户 Công ty",
                "zh-TW | 360  | LIGHT | 因為面積（平方公尺）為空 | 因為面積（平方公尺）和長度為空 | 因為客戶 Công ty"
            })
    void whatIsMissingStandsBesideTheEmptyValue(
            String language, int width, ColorScheme scheme, String one, String two, String other) {
        int job = shape();
        try (Browser boss = Browser.open(language, width, 900)) {
            boss.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            Page page = boss.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            boss.go("record.xhtml?type=" + jobs + "&id=" + job + "&tab=profile");
            var sheet = page.locator("dd:has-text('–')")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(one));
            sheet.first().scrollIntoViewIfNeeded();
            boss.screenshot("why-empty-" + language + "-" + width);
            assertThat(page.locator("main").innerText())
                    .contains(one, two, other)
                    .doesNotContain("???");
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as("no sideways scroll")
                    .isEqualTo(true);
        }
    }
}
