package org.quanhe.crm.automation;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;
import org.quanhe.crm.harness.Hand;
import org.quanhe.crm.harness.StepEditor;

/** An administrator builds the steps of an automation from what actions say of themselves. */
@Tag("browser")
class AutomationStepsPageIT {
    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);
    private long id;

    @AfterEach
    void removeIt() {
        if (id > 0) {
            admin.delete("/automations/" + id);
        }
    }

    private JsonArray kept(Page page) {
        page.waitForURL("**/automation.xhtml?id=**");
        id = Long.parseLong(page.url().replaceAll(".*id=(\\d+).*", "$1"));
        return admin.get("/automations/" + id).json().getJsonObject("document").getJsonArray("actions");
    }

    @Test
    @Tag("R026")
    void aBranchTwoLevelsDeepIsPickedByNamesAndComesBackUnchanged() {
        long team = Colleague.team("Miền Trung " + mark);
        try (Browser browser = Browser.open("vi")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            StepEditor steps = StepEditor.withMouse(page);
            browser.go("automation.xhtml?type=customers");
            page.locator("[name=name]").fill("Nhánh " + mark);
            page.locator("[name='c.field']").first().selectOption("name");
            page.locator("[name='c.value']").first().fill(mark);
            steps.add("actions", "branch");
            Locator condition = page.locator("[id='actions[0].if']");
            condition.locator("[name$='.field']").first().selectOption("city");
            condition.locator("[name$='.value']").first().fill("Huế");
            steps.add("actions[0].then", "assign");
            page.locator("[name='actions[0].then[0].team']")
                    .selectOption(new SelectOption().setLabel("Miền Trung " + mark));
            page.locator("[name='actions[0].then[0].how']").selectOption("none");
            steps.add("actions[0].else", "branch");
            page.locator("[id='actions[0].else[0].if'] [name$='.field']")
                    .first()
                    .selectOption("phone");
            page.locator("[id='actions[0].else[0].if'] [name$='.operator']")
                    .first()
                    .selectOption("PRESENT");
            steps.add("actions[0].else[0].then", "set");
            Locator fields = page.locator("[id='actions[0].else[0].then[0].fields']");
            fields.locator("[name$='.field']").first().selectOption("notes");
            fields.locator("[name$='.value']").first().fill("Gọi {{name}}");
            fields.locator("[data-morerows]").click();
            fields.locator("[name$='.field']").nth(1).selectOption("firstChannel");
            fields.locator("[name$='.value']").nth(1).selectOption("web");
            // what was typed so far is still there after all these rounds
            assertThat(page.locator("[name=name]").inputValue()).isEqualTo("Nhánh " + mark);
            assertThat(condition.locator("[name$='.value']").first().inputValue())
                    .isEqualTo("Huế");
            browser.screenshot("automation-branch");
            page.locator("[id='auto:keep']").click();
            JsonArray actions = kept(page);
            JsonObject branch = actions.getJsonObject(0);
            assertThat(branch.getString("if")).isEqualTo("city == \"Huế\"");
            assertThat(branch.getJsonArray("then").toString())
                    .isEqualTo("[{\"do\":\"assign\",\"team\":" + team + ",\"how\":\"none\"}]");
            assertThat(branch.getJsonArray("else").toString())
                    .isEqualTo("[{\"do\":\"branch\",\"if\":\"has(phone)\",\"then\":[{\"do\":\"set\",\"fields\":"
                            + "{\"notes\":\"Gọi {{name}}\",\"firstChannel\":\"web\"}}]}]");

            assertThat(page.locator("[name=mode][value=picked]").isChecked()).isTrue();
            page.locator("[id='auto:keep']").click();
            page.locator(".qh-toast").first().waitFor();
            assertThat(kept(page)).isEqualTo(actions);
        }
    }

    @Test
    void territoriesAndOtherWordsForAConditionStayAsTheyWere() {
        long team = Colleague.team("Địa bàn " + mark);
        String actions = "[{\"do\":\"assign\",\"rules\":[{\"when\":\"city=='Huế'\",\"team\":" + team
                + "},{\"when\":\"city in ['Vinh']\",\"team\":" + team + "}]},"
                + "{\"do\":\"webhook\",\"url\":\"https://example.vn/in\",\"secret\":\"0123456789abcdef\"}]";
        Answer made = admin.post(
                "/automations",
                "{\"name\":\"Địa bàn " + mark + "\",\"type\":\"customers\",\"active\":false,"
                        + "\"trigger\":{\"on\":\"created\"},\"actions\":" + actions + "}");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        id = made.json().getJsonNumber("id").longValue();
        JsonArray before = made.json().getJsonObject("document").getJsonArray("actions");
        try (Browser browser = Browser.open("en")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            StepEditor steps = StepEditor.withMouse(page);
            browser.go("automation.xhtml?id=" + id);
            assertThat(page.locator("[name='actions[0].rules[1].when.text']").inputValue())
                    .isEqualTo("city in ['Vinh']");
            browser.screenshot("automation-territories");
            page.locator("[id='auto:keep']").click();
            page.locator(".qh-toast").first().waitFor();
            assertThat(kept(page)).isEqualTo(before);

            page.setViewportSize(360, 780);
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
            page.locator("[id='actions[0].rules']").scrollIntoViewIfNeeded();
            browser.screenshot("automation-phone");
            page.setViewportSize(1440, 900);
            page.waitForLoadState();
            steps.press("up:actions[0].rules[1]");
            assertThat(page.locator("[name='actions[0].rules[0].when.text']").count())
                    .isOne();
            steps.press("drop:actions[0].rules[1]");
            assertThat(page.locator("[name='actions[0].rules[1].team']").count())
                    .isZero();
            page.locator("[id='auto:keep']").click();
            page.locator(".qh-toast").first().waitFor();
            assertThat(kept(page).getJsonObject(0).getJsonArray("rules").toString())
                    .isEqualTo("[{\"when\":\"city in ['Vinh']\",\"team\":" + team + "}]");
        }
    }

    @Test
    void whatIsWrongStandsAtItsInput() {
        try (Browser browser = Browser.open("zh-CN")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            StepEditor steps = StepEditor.withMouse(page);
            browser.go("automation.xhtml?type=customers");
            page.locator("[name=name]").fill("错 " + mark);
            steps.add("actions", "branch");
            steps.add("actions[0].then", "assign");
            steps.add("actions", "task");
            page.locator("[name='actions[1].subject']").fill("打电话");
            page.locator("[name='actions[1].workingDays']").fill("很快");
            page.locator("[id='auto:keep']").click();
            page.locator("#problem").waitFor();
            assertThat(page.locator("[data-wrong='actions[0].then[0].team']").innerText())
                    .isEqualTo("请填写此项。");
            assertThat(page.locator("[data-wrong='actions[1].workingDays']").innerText())
                    .contains("很快");
            assertThat(page.locator("[name='actions[1].workingDays']").getAttribute("aria-invalid"))
                    .isEqualTo("true");
            assertThat(page.locator("[name='actions[1].workingDays']").inputValue())
                    .isEqualTo("很快");
            assertThat(page.locator("#problem").innerText()).doesNotContain("actions");
            browser.screenshot("automation-wrong-step");
        }
    }

    @Test
    void stepsAreAddedFilledAndMovedByKeyboard() {
        try (Browser browser = Browser.open("en")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            Hand hand = Hand.withKeyboard(page);
            StepEditor steps = new StepEditor(page, hand);
            browser.go("automation.xhtml?type=customers");
            hand.write("[name=name]", "Keys " + mark);
            hand.choose("[name='c.field']", "name");
            hand.write("[name='c.value']", mark);
            steps.add("actions", "task");
            hand.write("[name='actions[0].subject']", "First");
            steps.add("actions", "task");
            hand.write("[name='actions[1].subject']", "Second");
            page.keyboard().press("Alt+ArrowUp");
            page.locator("[data-step='actions[0]']:focus").waitFor();
            page.waitForLoadState();
            assertThat(page.locator("[name='actions[0].subject']").inputValue()).isEqualTo("Second");
            hand.press("[id='auto:keep']");
            assertThat(kept(page).toString())
                    .isEqualTo("[{\"do\":\"task\",\"subject\":\"Second\"},{\"do\":\"task\",\"subject\":\"First\"}]");
        }
    }
}
