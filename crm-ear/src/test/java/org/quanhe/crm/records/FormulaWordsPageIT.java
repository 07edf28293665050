package org.quanhe.crm.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;
import org.quanhe.crm.harness.Shaping;

/** Who writes a formula need not know the names of fields and functions: they stand beside it, to be put in. */
@Tag("browser")
class FormulaWordsPageIT {
    private static final String MARK = Long.toString(System.nanoTime(), 36);
    private static final String JOBS = "jobs" + MARK;
    private static final String FORMULA = "[name=formula]";
    private static final String OUTCOMES = "'choices':[{'code':'done','labels':{'en':'Done','vi':'Đã xong',"
            + "'zh-CN':'完成'}},{'code':'left','labels':{'en':'Left','vi':'Bỏ dở','zh-CN':'放下'}}],";

    private static String field(String name, String kind, String more, String vi) {
        return "{'name':'" + name + "','kind':'" + kind + "'," + more + "'labels':{'en':'" + name + "','vi':'" + vi
                + "','zh-CN':'" + vi + "'}}";
    }

    /** Jobs with 500 fields, one made from another. */
    @BeforeAll
    static void shape() {
        List<String> fields = IntStream.range(0, 500)
                .mapToObj(i -> field("n" + i, "number", "", "Số đo " + i))
                .toList();
        Shaping.publish(
                Crm.admin(),
                "{'op':'addType','type':{'name':'" + JOBS + "','rights':'owned','labels':{'en':'Jobs','vi':'Việc lắp',"
                        + "'zh-CN':'安装任务'},'fields':["
                        + field("area", "number", "", "Diện tích") + ","
                        + field("customer", "reference", "'target':'customers',", "Khách hàng") + ","
                        + field("helpers", "references", "'target':'users',", "Người giúp") + ","
                        + field("power", "number", "'formula':'area * 600',", "Công suất") + ","
                        + field("outcome", "choice", OUTCOMES, "Kết quả") + ","
                        + String.join(",", fields) + "]}}");
    }

    private static Locator shown(Page page, String words) {
        Locator panel = page.locator("details[open] [data-words=formula]");
        panel.locator("[type=search]").fill(words);
        return panel;
    }

    private static Page written(Browser boss, String field) {
        Page page = boss.signIn("admin", CrmProcess.ADMIN_PASSWORD);
        boss.go("fields.xhtml?type=" + JOBS + (field.isEmpty() ? "&new=true" : "&field=" + field));
        if (!field.equals("power")) {
            page.locator("details.qh-more summary").first().click();
        }
        page.locator("[data-words=formula] .qh-word").first().waitFor();
        return page;
    }

    private static void described(Page page, String label, String name, String kind) {
        page.locator("[name='label.vi']").fill(label);
        page.locator("[name=name]").fill(name);
        page.locator("[name=kind]").selectOption(kind);
    }

    private static void kept(Page page) {
        page.locator("[id='field:keep']").click();
        page.locator(".qh-fieldlist [aria-current] .pi-calculator").waitFor();
    }

    @Test
    @Tag("R026")
    void aFieldTwoReferencesOnIsFoundByWhatItIsCalledAndPutInByAClick() {
        try (Browser boss = Browser.open("vi")) {
            Page page = written(boss, "");
            described(page, "Đội phụ trách", "crew", "text");
            page.locator(FORMULA).fill("'Đội: ' + ");
            Locator panel = shown(page, "khach hang nhom ten");
            panel.locator("[data-put='customer.team.name']").waitFor();
            panel.scrollIntoViewIfNeeded();
            boss.screenshot("formula-words-found-vi");
            panel.locator("[data-put='customer.team.name']").click();
            assertThat(page.locator(FORMULA).inputValue()).isEqualTo("'Đội: ' + customer.team.name");
            assertThat(page.evaluate("document.activeElement.name")).isEqualTo("formula");
            page.keyboard().press("Control+z");
            assertThat(page.locator(FORMULA).inputValue())
                    .as("undone as if typed")
                    .isEqualTo("'Đội: ' + ");
            page.keyboard().press("Control+Shift+z");

            kept(page);
            // the draft knows it already, by the name that it was just given
            boss.go("fields.xhtml?type=" + JOBS + "&new=true");
            page.locator("details.qh-more summary").first().click();
            Locator drafted = shown(page, "doi phu trach").locator("[data-put=crew]");
            drafted.waitFor();
            assertThat(drafted.innerText()).contains("Đội phụ trách").contains("crew");
            page.locator("[id$=discard]").first().click();
        }
    }

    @Test
    @Tag("R026")
    void withoutAMouseAFunctionIsPutInAndAFieldIntoIt() {
        try (Browser boss = Browser.open("en")) {
            Page page = written(boss, "");
            page.locator(FORMULA).focus();
            page.keyboard().type("rou");
            page.keyboard().press("Tab");
            page.keyboard().type("decimals");
            Locator panel = page.locator("[data-words=formula]");
            panel.locator("[data-before='round(']").waitFor();
            panel.locator("[data-put]").first().waitFor(hidden());
            page.keyboard().press("Enter");
            assertThat(page.locator(FORMULA).inputValue()).isEqualTo("round(2.345, 2)");
            assertThat(page.evaluate("getSelection().toString()")).isEqualTo("2.345");

            page.keyboard().press("Tab");
            page.keyboard().press("Control+a");
            page.keyboard().press("Delete");
            panel.locator("[data-put=area]").waitFor();
            page.keyboard().press("ArrowDown");
            while (!"customer".equals(page.evaluate("document.activeElement.dataset.way ?? ''"))) {
                page.keyboard().press("ArrowDown");
            }
            page.keyboard().press("ArrowRight");
            Locator open = panel.locator("[data-way=customer][aria-expanded=true]");
            open.waitFor();
            boss.screenshot("formula-words-keyboard-en");
            page.keyboard().press("ArrowDown");
            assertThat(page.evaluate("document.activeElement.dataset.put ?? document.activeElement.dataset.way")
                            .toString())
                    .startsWith("customer.");
            page.keyboard().press("ArrowLeft");
            assertThat(page.evaluate("document.activeElement.dataset.way")).isEqualTo("customer");
            page.keyboard().press("ArrowLeft");
            panel.locator("[data-way=customer][aria-expanded=false]").waitFor();
            page.keyboard().press("Home");
            while (!"area".equals(page.evaluate("document.activeElement.dataset.put ?? ''"))) {
                page.keyboard().press("ArrowDown");
            }
            page.keyboard().press("Enter");
            assertThat(page.locator(FORMULA).inputValue()).isEqualTo("round(area, 2)");
        }
    }

    private static Locator.WaitForOptions hidden() {
        return new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED);
    }

    @Test
    @Tag("R026")
    void onlyWhatTheFormulaMayUseIsOffered() {
        try (Browser boss = Browser.open("en")) {
            Page page = written(boss, "area");
            Locator panel = page.locator("[data-words=formula]");
            assertThat(panel.locator("[data-put=n499]").count()).isEqualTo(1);
            assertThat(panel.locator("[data-put=area], [data-put=power]").count())
                    .as("neither itself nor what is made from it")
                    .isZero();
            assertThat(panel.locator("[data-put=helpers], [data-way=helpers]").count())
                    .as("no formula knows many references")
                    .isZero();
            panel.locator("[data-way=customer]").click();
            panel.locator("[data-way='customer.team']").click();
            panel.locator("[data-put='customer.team.name']").waitFor();
            assertThat(panel.locator("[data-way^='customer.team.']").count())
                    .as("a third reference")
                    .isZero();
        }
    }

    @Test
    @Tag("R026")
    void whatAChoiceMayBeIsOfferedByItsNameAndPutInAsItIsWritten() {
        try (Browser boss = Browser.open("vi")) {
            Page page = written(boss, "");
            page.locator(FORMULA).fill("");
            Locator panel = page.locator("[data-words=formula]");
            panel.locator("[data-put=outcome]").click();
            Locator done = panel.locator("[data-put='\"done\"']");
            done.waitFor();
            assertThat(done.innerText()).contains("Đã xong").contains("\"done\"");
            page.keyboard().type(" == ");
            done.scrollIntoViewIfNeeded();
            boss.screenshot("formula-words-choices-vi");
            done.click();
            page.keyboard().type(" ? 1 : 0");
            assertThat(page.locator(FORMULA).inputValue()).isEqualTo("outcome == \"done\" ? 1 : 0");

            described(page, "Đã tính", "counted", "number");
            kept(page);
            page.locator("[id$=discard]").first().click();
        }
    }

    @Test
    @Tag("R026")
    void whoLooksWhileTheServerIsAwayIsTold() {
        try (Browser boss = Browser.open("vi")) {
            Page page = written(boss, "area");
            Locator panel = page.locator("[data-words=formula]");
            String told = panel.locator("[role=status]").innerText();
            page.route("**/ui/words?*way=customer", route -> route.abort());
            panel.locator("[data-way=customer]").click();
            panel.getByText("Máy chủ chưa trả lời").waitFor();
            panel.locator("[data-way=customer][aria-expanded=false]").waitFor();
            page.unroute("**/ui/words?*way=customer");
            panel.locator("[data-way=customer]").click();
            panel.locator("[data-put='customer.name']").waitFor();
            assertThat(panel.locator("[role=status]").innerText()).isEqualTo(told);

            page.route("**/ui/words?*words=dien*", route -> route.abort());
            panel.locator("[type=search]").fill("dien tich");
            panel.getByText("Máy chủ chưa trả lời").waitFor();
            page.unroute("**/ui/words?*words=dien*");
            panel.locator("[type=search]").fill("khach hang");
            panel.getByText("Máy chủ chưa trả lời").waitFor(hidden());
        }
    }

    /** Who writes as in a spreadsheet reads what a formula has instead, without looking for it. */
    @Test
    @Tag("R026")
    void aFaultIsInSightAndSaysWhatToWrite() {
        try (Browser boss = Browser.open("vi")) {
            Page page = written(boss, "");
            described(page, "Việc lớn", "bigjob", "yes-no");
            page.locator(FORMULA).fill("area = 3");
            page.locator("[id='field:keep']").click();
            Locator fault = page.locator("#formula-told[role=alert]");
            fault.waitFor();
            assertThat(fault.innerText()).isEqualTo("Dòng 1, cột 6: trong công thức, “=” viết là “==”.");
            assertThat(page.locator(FORMULA).inputValue()).isEqualTo("area = 3");
            assertThat(page.evaluate("document.activeElement.name")).isEqualTo("formula");
            assertThat(fault.evaluate("at => { const box = at.getBoundingClientRect();"
                            + " return document.elementFromPoint(box.x + 4, box.bottom - 2) === at; }"))
                    .isEqualTo(true);
            page.locator(FORMULA).fill("area == 3");
            kept(page);
            page.locator("[id$=discard]").first().click();
        }
    }

    @Test
    @Tag("R026")
    void conditionsOfAutomationsAreOfferedFieldsOfTheRecordItself() {
        try (Browser boss = Browser.open("vi")) {
            Page page = boss.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            boss.go("automation.xhtml?type=customers");
            page.locator("[name=recordtype]").selectOption("customers");
            page.locator(".qh-expert summary").first().click();
            Locator panel =
                    page.locator("[data-words=condition][data-type=customers]").first();
            panel.locator("[data-put=name]").waitFor();
            assertThat(panel.locator("[data-way]").count()).isZero();
            panel.locator("[data-put=name]").click();
            assertThat(page.locator("[name='c.text']").inputValue()).isEqualTo("name");
            panel.scrollIntoViewIfNeeded();
            boss.screenshot("formula-words-condition-vi");
        }
    }

    @ParameterizedTest
    @Tag("R026")
    @CsvSource({"vi,1440,DARK", "zh-CN,1440,LIGHT", "zh-CN,360,LIGHT", "vi,360,DARK", "zh-TW,360,LIGHT", "en,1440,LIGHT"
    })
    void theListStaysInItsPlace(String language, int width, ColorScheme scheme) {
        try (Browser boss = Browser.open(language, width, 900)) {
            boss.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            Page page = written(boss, "power");
            Locator panel = page.locator("[data-words=formula]");
            panel.locator("[data-way=customer]").click();
            panel.locator("[data-put='customer.name']").waitFor();
            panel.scrollIntoViewIfNeeded();
            boss.screenshot("formula-words-" + language + "-" + width + "-" + scheme);
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as("no sideways scroll")
                    .isEqualTo(true);
            assertThat(panel.innerText()).doesNotContain("???");
        }
    }
}
