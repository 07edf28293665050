package org.quanhe.crm.automation;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;
import org.quanhe.crm.harness.StepEditor;

/** An administrator makes an automation in the browser, a colleague's record sets it off. */
@Tag("browser")
class AutomationPageIT {
    private final String mark = Long.toString(System.nanoTime(), 36);

    @Test
    @Tag("R026")
    void aRuleIsPickedTriedAndRuns() {
        long team = Colleague.team("Dự án " + mark);
        Colleague seller = Colleague.with(List.of("sales"), List.of(team));
        try (Browser boss = Browser.open("vi");
                Browser colleague = Browser.open("vi")) {
            Page page = boss.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            boss.go("admin.xhtml");
            page.locator("a[href='automations.xhtml']").click();
            page.locator("a[data-new]").click();
            page.locator("[name=name]").fill("Khách Huế " + mark);
            page.locator("[name='c.field']").first().selectOption("city");
            page.locator("[name='c.value']").first().fill("Huế " + mark);
            StepEditor.withMouse(page).add("actions", "assign");
            page.locator("[name='actions[0].team']").selectOption(new SelectOption().setLabel("Dự án " + mark));
            StepEditor.withMouse(page).add("actions", "task");
            page.locator("[name='actions[1].subject']").fill("Khảo sát {{name}}");
            page.locator("[name='actions[1].workingDays']").fill("1");
            boss.screenshot("automation-form");
            page.locator("[id='auto:keep']").click();
            page.waitForURL("**/automation.xhtml?id=**");

            Page theirs = colleague.signIn(seller.username(), seller.password());
            colleague.go("edit.xhtml?type=customers");
            theirs.locator("[data-field=name] input").fill("Cô " + mark);
            theirs.locator("[name='addresses.city']").first().fill("Huế " + mark);
            theirs.locator("#save").click();
            theirs.waitForURL("**/record.xhtml**");
            String address = theirs.url();
            String rule = "/automations/" + page.url().replaceAll(".*[?&]id=(\\d+).*", "$1");
            Crm.admin().await(rule, answer -> answer.json().getInt("done") == 1);
            theirs.reload();
            theirs.locator("main", new Page.LocatorOptions().setHasText("Khảo sát Cô " + mark))
                    .waitFor();
            colleague.screenshot("task-by-itself");

            page.reload();
            Locator run = page.locator(".qh-run").first();
            run.locator("summary").click();
            assertThat(run.innerText()).contains("Đã xong", "Huế " + mark, "Đã lên việc “Khảo sát Cô " + mark);
            boss.screenshot("automation-trace");

            page.locator("[name=record]").fill(address.replaceAll(".*id=(\\d+).*", "$1"));
            page.locator("[id='dry:go']").click();
            page.locator("#dry-trace").waitFor();
            assertThat(page.locator("#dry-trace").innerText()).contains("Khảo sát Cô " + mark);
            page.locator("[id='auto:remove']").click();
            page.waitForURL("**/automations.xhtml**");
            assertThat(Crm.admin().get("/automations").text()).doesNotContain(mark);
        }
    }

    @Test
    void timesArePickedAndComeBackAsTheyWere() {
        try (Browser browser = Browser.open("vi")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("automation.xhtml?type=customers");
            page.locator("[name=name]").fill("Giờ " + mark);
            StepEditor.withMouse(page).trigger("schedule");
            assertThat(page.locator("[name='trigger.day.month']").isVisible()).isFalse();
            page.locator("[name='trigger.every']").selectOption("week");
            page.locator("[name='trigger.day']").selectOption("friday");
            page.locator("[name='trigger.at']").fill("16:30");
            page.locator("[name='c.field']").first().selectOption("name");
            page.locator("[name='c.value']").first().fill(mark);
            StepEditor.withMouse(page).add("actions", "task");
            page.locator("[name='actions[0].subject']").fill("Cuối tuần");
            page.locator("[id='auto:keep']").click();
            page.waitForURL("**/automation.xhtml?id=**");
            assertThat(page.locator("[name='trigger.every']").inputValue()).isEqualTo("week");
            assertThat(page.locator("[name='trigger.day']").inputValue()).isEqualTo("friday");
            assertThat(page.locator("[name='trigger.at']").inputValue()).isEqualTo("16:30");

            StepEditor.withMouse(page).trigger("date");
            page.locator("[name='trigger.field']").selectOption("birthday");
            page.locator("[name='trigger.days']").fill("3");
            page.locator("[name='trigger.days.way']").selectOption("before");
            page.locator("[name='trigger.at']").fill("09:00");
            browser.screenshot("automation-date");
            page.locator("[id='auto:keep']").click();
            page.waitForURL("**/automation.xhtml?id=**");
            assertThat(page.locator("[name='trigger.days']").inputValue()).isEqualTo("3");
            assertThat(page.locator("[name='trigger.days.way']").inputValue()).isEqualTo("before");
            assertThat(Crm.admin().get("/automations").text())
                    .contains("\"field\":\"birthday\",\"days\":-3,\"at\":\"09:00\"");
            page.locator("[id='auto:remove']").click();
            page.waitForURL("**/automations.xhtml**");
        }
    }

    @Test
    void conditionsStandInGroupsByKeyboard() {
        try (Browser browser = Browser.open("zh-CN")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("automation.xhtml?type=customers");
            page.locator("[name=name]").fill("Nhóm " + mark);
            page.locator("[name='c.field']").first().selectOption("name");
            page.locator("[name='c.operator']").first().selectOption("CONTAINS");
            page.locator("[name='c.value']").first().fill(mark);
            page.locator("[data-moregroup]").focus();
            page.keyboard().press("Enter");
            // the cursor stands in the new group
            assertThat(page.evaluate("document.activeElement.name")).isEqualTo("c.groupjoin");
            Locator group = page.locator("[data-condgroup]").first();
            group.locator("[name='c.groupjoin']").selectOption("none");
            group.locator("[name='c.field']").first().selectOption("city");
            group.locator("[name='c.value']").first().fill("Huế");
            group.locator("[data-morerows]").focus();
            page.keyboard().press("Enter");
            group.locator("[name='c.field']").nth(1).selectOption("phone");
            group.locator("[name='c.operator']").nth(1).selectOption("PRESENT");
            StepEditor.withMouse(page).add("actions", "task");
            page.locator("[name='actions[0].subject']").fill("Nhóm");
            browser.screenshot("automation-groups");
            page.locator("[id='auto:keep']").click();
            page.waitForURL("**/automation.xhtml?id=**");
            assertThat(Crm.admin()
                            .get("/automations")
                            .json()
                            .getJsonArray("items")
                            .getValuesAs(JsonObject.class))
                    .anySatisfy(one -> assertThat(one.getJsonObject("document").getString("condition", ""))
                            .isEqualTo("name.contains(\"" + mark + "\") && !(city == \"Huế\" || has(phone))"));
            assertThat(group.locator("[name='c.groupjoin']").inputValue()).isEqualTo("none");
            assertThat(group.locator("[name='c.field']").nth(1).inputValue()).isEqualTo("phone");
            group.locator("[data-dropgroup]").click();
            assertThat(page.locator("[data-condgroup]").count()).isZero();
            page.locator("[id='auto:remove']").click();
            page.waitForURL("**/automations.xhtml**");
        }
    }

    @Test
    void anAddressForOtherSystemsIsShownOnce() {
        try (Browser browser = Browser.open("vi")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("automation.xhtml?type=customers");
            page.locator("[name=name]").fill("Gọi " + mark);
            StepEditor.withMouse(page).trigger("hook");
            Locator fields = page.locator("[id='trigger.fields']");
            fields.locator("[name$='.field']").first().selectOption("name");
            fields.locator("[name$='.value']").first().fill("lead.name");
            fields.locator("[data-morerows]").click();
            fields.locator("[name$='.field']").nth(1).selectOption("phone");
            fields.locator("[name$='.value']").nth(1).fill("lead.phone");
            StepEditor.withMouse(page).add("actions", "task");
            page.locator("[name='actions[0].subject']").fill("Gọi lại");
            page.locator("[id='auto:keep']").click();
            page.waitForURL("**/automation.xhtml?id=**");
            page.locator("[id='call:renew']").click();
            String address = page.locator("#address").inputValue();
            browser.screenshot("automation-address");
            assertThat(Crm.anonymous()
                            .post(address, "{\"lead\":{\"name\":\"Từ web " + mark + "\"}}")
                            .status())
                    .isEqualTo(201);
            page.reload();
            assertThat(fields.locator("[name$='.field']").first().inputValue()).isEqualTo("name");
            assertThat(fields.locator("[name$='.value']").first().inputValue()).isEqualTo("lead.name");
            assertThat(fields.locator("[name$='.field']").nth(1).inputValue()).isEqualTo("phone");
            assertThat(fields.locator("[name$='.value']").nth(1).inputValue()).isEqualTo("lead.phone");
            page.locator("[id='auto:remove']").click();
            page.waitForURL("**/automations.xhtml**");
        }
    }

    @Test
    @Tag("R026")
    void anExpertWritesAConditionInCel() {
        try (Browser browser = Browser.open("vi")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("automation.xhtml?type=customers");
            page.locator("[name=name]").fill("CEL " + mark);
            Locator expert = page.locator("[name='c.text']");
            page.locator(".qh-expert summary").first().click();
            expert.fill("size(name) * 2");
            StepEditor.withMouse(page).add("actions", "task");
            assertThat(expert.inputValue()).isEqualTo("size(name) * 2");
            page.locator("[name='actions[0].subject']").fill("Gọi {{name}}");
            page.locator("[id='auto:keep']").click();
            page.locator("#problem").waitFor();
            assertThat(page.locator("[data-wrong=condition]").innerText()).contains("đúng hoặc sai");
            assertThat(page.locator("#problem").innerText()).doesNotContain("condition");
            expert.fill("name.startsWith(\"" + mark + "\") && size(name) * 2 > 30");
            browser.screenshot("automation-expert");
            page.locator("[id='auto:keep']").click();
            page.waitForURL("**/automation.xhtml?id=**");
            assertThat(expert.inputValue()).contains("size(name) * 2 > 30");
            assertThat(page.locator("[name=mode][value=picked]").isChecked()).isTrue();
            page.locator("[id='auto:remove']").click();
            page.waitForURL("**/automations.xhtml**");
        }
    }

    @Test
    void whatIsWrongIsSaidAndNothingTypedIsLost() {
        try (Browser browser = Browser.open("zh-TW")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("automation.xhtml?type=customers");
            page.locator("[name='c.field']").first().selectOption("birthday");
            page.locator("[name='c.value']").first().fill("soon");
            page.locator("[id='auto:keep']").click();
            page.locator("#problem").waitFor();
            assertThat(page.locator("#problem").innerText()).contains("請提供名稱");
            assertThat(page.locator("[data-wrong='actions']").innerText()).contains("至少一個動作");
            assertThat(page.locator("[name='c.value']").first().inputValue()).isEqualTo("soon");
            browser.screenshot("automation-wrong");
        }
    }
}
