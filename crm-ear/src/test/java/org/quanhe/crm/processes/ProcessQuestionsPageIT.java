package org.quanhe.crm.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanhe.crm.processes.Drawn.step;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;

/** Questions of processes in the browser, each reader in their own language. */
@Tag("browser")
class ProcessQuestionsPageIT {
    private static final Map<String, List<String>> ROOMS = Map.of(
            "en", List.of("Bedroom", "Living room"),
            "vi", List.of("Phòng ngủ", "Phòng khách"),
            "zh-CN", List.of("卧室", "客厅"),
            "zh-TW", List.of("臥室", "客廳"));

    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);
    private final long team = Colleague.team("Hỏi " + mark);

    private long customer() {
        Answer answer = admin.post("/customers", "{\"name\":\"Cô Lan " + mark + "\"}");
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.json().getJsonNumber("id").longValue();
    }

    private static Page signedIn(Browser browser) {
        return browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
    }

    private static void name(Locator choice, int room) {
        ROOMS.forEach((tag, names) ->
                choice.locator("[name='choice.label." + tag + "']").fill(names.get(room)));
    }

    @Test
    @Tag("R045")
    @Tag("R089")
    void choicesAreNamedInFourLanguagesAndEachReaderSeesTheirs() {
        Answer made = admin.post("/processes", Drawn.document("Phòng " + mark, "customers", List.of()));
        Drawn process = new Drawn(made.json().getJsonNumber("id").longValue(), admin);
        try (Browser browser = Browser.open("zh-CN")) {
            Page page = signedIn(browser);
            browser.go("process.xhtml?id=" + process.id() + "&new=true");
            page.locator("[name='name.zh-CN']").fill("勘察");
            page.locator("[name='team']").selectOption(Long.toString(team));
            page.locator("[name='ask.what']").first().selectOption("yes-no");
            page.locator("[name='ask.label.zh-CN']").first().fill("顶楼？");
            page.locator("[name='ask.required']").first().selectOption("false");
            page.locator("[data-moreask]").click();
            Locator question = page.locator("[data-ask]").nth(1);
            assertThat(question.locator("[data-rows]").isVisible()).isFalse();
            question.locator("[name='ask.what']").selectOption("choices");
            question.locator("[name='ask.label.zh-CN']").fill("哪些房间？");
            question.locator("[name='ask.label.vi']").fill("Phòng nào?");
            question.locator("[name='choice.code']").fill("bed");
            name(question.locator("[data-rows] tbody tr").nth(0), 0);
            question.locator("[data-morerows]").click();
            name(question.locator("[data-rows] tbody tr").nth(1), 1);
            page.locator("[data-moreask]").click();
            Locator next = page.locator("[data-ask]").nth(2);
            next.locator("[name='ask.what']").selectOption("choice");
            assertThat(next.locator("[data-rows] tbody tr").count()).isEqualTo(1);
            next.locator("[name='ask.label.vi']").fill("Tường");
            next.locator("[name='choice.label.vi']").fill("Gạch");
            browser.screenshot("process-choices-zh-CN");
            page.locator("[id='step:keep']").click();
            page.waitForURL("**step=**");
            Locator kept = page.locator("[data-ask]").nth(1).locator("[name='choice.label.zh-TW']");
            assertThat(kept.nth(0).inputValue() + " " + kept.nth(1).inputValue())
                    .isEqualTo("臥室 客廳");
            // what is emptied falls away
            Locator last = page.locator("[data-ask]").nth(2);
            last.locator("[name='choice.label.vi']").nth(1).fill("Kính");
            last.locator("[name='choice.code']").first().fill("");
            last.locator("[name='choice.label.vi']").first().fill("");
            page.locator("[id='step:keep']").click();
            page.locator("[data-toast]").waitFor();
            assertThat(page.locator("[data-ask]")
                            .nth(2)
                            .locator("[name='choice.code']")
                            .first()
                            .inputValue())
                    .isEqualTo("Kính");
        }
        assertThat(admin.get("/processes/" + process.id())
                        .json()
                        .getJsonObject("document")
                        .toString())
                .contains(
                        "\"kind\":\"choices\"",
                        "{\"code\":\"bed\",\"label\":{\"en\":\"Bedroom\",\"vi\":\"Phòng ngủ\",\"zh-CN\":\"卧室\","
                                + "\"zh-TW\":\"臥室\"}}",
                        "{\"code\":\"Living room\",\"label\":",
                        "\"choices\":[{\"code\":\"Kính\",\"label\":{\"vi\":\"Kính\"}}]");
        process.publish();
        long run = process.run(admin, customer());
        ROOMS.forEach((tag, names) -> {
            try (Browser browser = Browser.open(tag)) {
                Page page = signedIn(browser);
                browser.go("run.xhtml?id=" + run);
                assertThat(page.locator("[data-field=q2] .qh-checks label").allInnerTexts())
                        .isEqualTo(names);
            }
        });
    }

    @Test
    @Tag("R045")
    void severalAreTickedAndAnAmountHasItsCurrency() {
        String rooms =
                "{\"question\":\"rooms\",\"kind\":\"choices\",\"label\":{\"en\":\"Rooms\",\"vi\":\"Phòng nào?\"},"
                        + "\"choices\":[{\"code\":\"bed\",\"label\":{\"vi\":\"Phòng ngủ\",\"zh-CN\":\"卧室\"}},"
                        + "{\"code\":\"living\",\"label\":{\"vi\":\"Phòng khách\",\"zh-CN\":\"客厅\"}},"
                        + "{\"code\":\"attic\",\"label\":{\"vi\":\"Gác mái\",\"zh-CN\":\"阁楼\"}}]}";
        String budget =
                "{\"question\":\"budget\",\"kind\":\"money\",\"label\":{\"en\":\"Budget\",\"vi\":\"Ngân sách\"}}";
        Drawn process = Drawn.published(
                "Tư vấn " + mark,
                step("talk", team, "\"ask\":[" + rooms + "," + budget + ",{\"field\":\"tags\",\"required\":false}]"),
                step("offer", team, ""));
        long customer = customer();
        long run = process.run(admin, customer);
        try (Browser browser = Browser.open("vi")) {
            Page page = signedIn(browser);
            browser.go("run.xhtml?id=" + run);
            assertThat(page.locator("#missing").innerText()).contains("2 mục", "Phòng nào?", "Ngân sách");
            assertThat(page.locator("[name='c.budget']").inputValue()).isEqualTo("VND");
            page.locator("[name='a.budget']").fill("1,5");
            page.locator("[name='a.rooms'][value=attic]").check();
            page.locator("[id='step:complete']").click();
            page.locator("[data-field=budget] .qh-error").waitFor();
            assertThat(page.locator("[data-field=budget] .qh-error").innerText())
                    .contains("VND");
            assertThat(page.locator("[data-field=rooms] .qh-error").count()).isZero();
            assertThat(page.locator("[name='a.rooms'][value=attic]").isChecked())
                    .isTrue();
            page.locator("[name='a.rooms'][value=attic]").uncheck();
            page.locator("[name='c.budget']").selectOption("USD");
            page.locator("[name='a.budget']").fill("1250,5");
            page.locator("[id='step:complete']").click();
            page.locator("[data-field=rooms] .qh-error").waitFor();
            assertThat(page.locator("[name='c.budget']").inputValue()).isEqualTo("USD");
            browser.screenshot("process-answers-vi");
            page.locator("[name='a.rooms'][value=living]").check();
            page.locator("[name='a.rooms'][value=bed]").check();
            page.locator("[name='a.tags']").fill("nóng " + mark + ", gấp " + mark);
            page.locator("[id='step:complete']").click();
            page.locator("#done").waitFor();
            assertThat(page.locator("#done").innerText())
                    .contains("Phòng ngủ, Phòng khách", "1.250,5", "nóng " + mark + ", gấp " + mark);
        }
        try (Browser browser = Browser.open("zh-CN", 360, 800)) {
            Page page = signedIn(browser);
            browser.go("run.xhtml?id=" + run);
            assertThat(page.locator("#done").innerText()).contains("卧室, 客厅", "1,250.5");
        }
        assertThat(admin.get("/customers/" + customer).json().getJsonArray("tags"))
                .hasSize(2);
    }

    @Test
    @Tag("R035")
    @Tag("R089")
    void theTimelineIsToldInTheReadersLanguage() {
        Drawn process = Told.published(admin, mark, team);
        long customer = customer();
        long run = process.run(admin, customer);
        Drawn.completed(admin, run, 1, "\"jobTitle\":\"Kế toán\"");
        String address = "record.xhtml?type=customers&id=" + customer;
        try (Browser vietnamese = Browser.open("vi");
                Browser chinese = Browser.open("zh-CN")) {
            Page page = signedIn(vietnamese);
            vietnamese.go(address);
            assertThat(page.locator("main").innerText())
                    .contains("đã hoàn tất một bước", "Lắp đặt " + mark + " · Khảo sát → Lắp máy")
                    .doesNotContain("Survey");
            vietnamese.screenshot("process-timeline-vi");
            Page other = signedIn(chinese);
            chinese.go(address);
            assertThat(other.locator("main").innerText())
                    .contains("完成了一个步骤", "安装 " + mark + " · 勘察 → 装机")
                    .doesNotContain("Survey");
            chinese.go(address + "&tab=changes");
            assertThat(other.locator("main").innerText()).contains("安装 " + mark + " · 勘察");
        }
    }
}
