package org.quanhe.crm.automation;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;
import org.quanhe.crm.harness.Hand;
import org.quanhe.crm.harness.Shaping;
import org.quanhe.crm.harness.StepEditor;

/**
 * Another record type or another trigger is chosen when much is written already, and fields get values of their kind.
 */
@Tag("browser")
class AutomationChoicesPageIT {
    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);
    private long id;

    @AfterEach
    void removeIt() {
        if (id > 0) {
            admin.delete("/automations/" + id);
        }
    }

    private JsonObject kept(Page page) {
        page.waitForURL("**/automation.xhtml?id=**");
        id = Long.parseLong(page.url().replaceAll(".*id=(\\d+).*", "$1"));
        return admin.get("/automations/" + id).json().getJsonObject("document");
    }

    @Test
    @Tag("R026")
    void whatFitsAnotherRecordTypeStaysAndTheRestIsTold() {
        try (Browser browser = Browser.open("vi")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            StepEditor steps = StepEditor.withMouse(page);
            browser.go("automation.xhtml?type=customers");
            page.locator("[name=name]").fill("Đổi " + mark);
            Locator condition = page.locator("[name='c.field']");
            condition.first().selectOption("city");
            page.locator("[name='c.value']").first().fill("Huế");
            page.locator("fieldset:has([name='c.field']) [data-morerows]")
                    .first()
                    .click();
            condition.nth(1).selectOption("createdBy");
            page.locator("[name='c.operator']").nth(1).selectOption("PRESENT");
            steps.trigger("changed");
            page.locator("[name='trigger.field']").selectOption("birthday");
            steps.add("actions", "task");
            page.locator("[name='actions[0].subject']").fill("Gọi " + mark);
            steps.add("actions", "set");
            page.locator("[name='actions[1].fields.field']").first().selectOption("notes");
            page.locator("[name='actions[1].fields.value']").first().fill("x");

            steps.type("activities");

            assertThat(page.locator("#left").innerText()).contains("Ngày sinh", "Tỉnh thành", "Ghi chú");
            assertThat(page.locator("#left").innerText()).doesNotContain("Người tạo");
            browser.screenshot("automation-other-type");
            assertThat(page.locator("[name=name]").inputValue()).isEqualTo("Đổi " + mark);
            assertThat(condition.first().inputValue()).isEqualTo("createdBy");
            assertThat(page.locator("[name='trigger.on']").inputValue()).isEqualTo("changed");
            assertThat(page.locator("[name='trigger.field']").inputValue()).isEmpty();
            assertThat(page.locator("[name='actions[0].subject']").inputValue()).isEqualTo("Gọi " + mark);
            page.locator("[name='actions[1].fields.field']").first().selectOption("body");
            page.locator("[name='actions[1].fields.value']").first().fill("x");
            page.locator("[id='auto:keep']").click();
            JsonObject document = kept(page);
            assertThat(document.getString("type")).isEqualTo("activities");
            assertThat(document.getString("condition")).isEqualTo("has(createdBy)");
            assertThat(document.getJsonObject("trigger").toString()).isEqualTo("{\"on\":\"changed\"}");
            assertThat(document.getJsonArray("actions").toString())
                    .isEqualTo("[{\"do\":\"task\",\"subject\":\"Gọi " + mark
                            + "\"},{\"do\":\"set\",\"fields\":{\"body\":\"x\"}}]");
        }
    }

    @Test
    void anotherTriggerIsChosenByKeyboardAndTheStepsStay() {
        try (Browser browser = Browser.open("en")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            Hand hand = Hand.withKeyboard(page);
            StepEditor steps = new StepEditor(page, hand);
            browser.go("automation.xhtml?type=customers");
            hand.write("[name=name]", "Keys " + mark);
            steps.trigger("changed");
            // the choice stays where the reader goes on
            assertThat(page.evaluate("document.activeElement.name")).isEqualTo("trigger.on");
            hand.choose("[name='trigger.field']", "birthday");
            steps.add("actions", "task");
            hand.write("[name='actions[0].subject']", "Call");
            steps.trigger("date");
            // a field that is a day is one for both
            assertThat(page.locator("[name='trigger.field']").inputValue()).isEqualTo("birthday");
            assertThat(page.locator("#left").count()).isZero();
            assertThat(page.locator("[name='trigger.at']").inputValue()).isEqualTo("08:00");
            assertThat(page.locator("[name='trigger.hours']").isVisible()).isFalse();
            hand.write("[name='trigger.days']", "2");
            hand.choose("[name='trigger.days.way']", "after");
            hand.press("[id='auto:keep']");
            JsonObject document = kept(page);
            assertThat(document.getJsonObject("trigger").toString())
                    .isEqualTo("{\"on\":\"date\",\"field\":\"birthday\",\"days\":2,\"at\":\"08:00\"}");
            assertThat(document.getJsonArray("actions").toString())
                    .isEqualTo("[{\"do\":\"task\",\"subject\":\"Call\"}]");
        }
    }

    @Test
    void whatIsWrongWithTheTriggerStandsAtItsInput() {
        try (Browser browser = Browser.open("zh-CN")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            StepEditor steps = StepEditor.withMouse(page);
            browser.go("automation.xhtml?type=customers");
            page.locator("[name=name]").fill("错 " + mark);
            steps.trigger("schedule");
            page.locator("[name='trigger.every']").selectOption("month");
            page.locator("[name='trigger.day.month']").fill("32");
            steps.add("actions", "task");
            page.locator("[name='actions[0].subject']").fill("打电话");
            page.locator("[id='auto:keep']").click();
            page.locator("#problem").waitFor();
            assertThat(page.locator("[data-wrong='trigger.day.month']").innerText())
                    .contains("1", "31");
            assertThat(page.locator("#problem").innerText()).doesNotContain("trigger");
            assertThat(page.locator("[name='trigger.day.month']").inputValue()).isEqualTo("32");
            browser.screenshot("automation-wrong-trigger");
        }
    }

    @Test
    @Tag("R026")
    void valuesAreChosenAsTheirFieldWantsByKeyboard() {
        Colleague owner = Colleague.with(List.of("sales"), List.of());
        try (Browser browser = Browser.open("en")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            Hand hand = Hand.withKeyboard(page);
            StepEditor steps = new StepEditor(page, hand);
            browser.go("automation.xhtml?type=activities");
            hand.write("[name=name]", "Values " + mark);
            steps.add("actions", "set");
            String[] fields = {"outcome", "done", "body"};
            for (int i = 0; i < fields.length; i++) {
                hand.choose(row(i) + " [name$='.field']", fields[i]);
                if (i == 0) {
                    hand.choose(row(i) + " [name$='.value']", "agreed");
                } else if (i == 1) {
                    hand.choose(row(i) + " [name$='.value']", "true");
                } else {
                    hand.write(row(i) + " [name$='.value']", "{{subject}}");
                }
                hand.press("[id='actions[0].fields'] [data-morerows]");
            }
            assertThat(page.locator(row(3) + " [name$='.value']").getAttribute("type"))
                    .isEqualTo("text");
            browser.screenshot("automation-values");
            hand.press("[id='auto:keep']");
            assertThat(kept(page).getJsonArray("actions").toString())
                    .isEqualTo("[{\"do\":\"set\",\"fields\":"
                            + "{\"outcome\":\"agreed\",\"done\":true,\"body\":\"{{subject}}\"}}]");
            assertThat(page.locator(row(0) + " [name$='.value']").inputValue()).isEqualTo("agreed");
            // a colleague is chosen by name as long as there are not too many of them; else by number
            page.locator(row(2) + " [name$='.field']").selectOption("owner");
            Locator person = page.locator(row(2) + " [name$='.value']");
            String number = Long.toString(owner.id());
            if (person.evaluate("input => input.localName").equals("select")) {
                person.selectOption(number);
            } else {
                person.fill(number);
            }
            page.locator("[id='auto:keep']").click();
            page.locator(".qh-toast").first().waitFor();
            assertThat(kept(page).getJsonArray("actions").toString()).contains("\"owner\":\"" + number + "\"");
            assertThat(person.inputValue()).isEqualTo(number);
        }
    }

    private static String row(int number) {
        return "[id='actions[0].fields'] tr:nth-child(" + (number + 1) + ")";
    }

    @Test
    void aDayComesFromACalendarAndAFieldOfTheRecordGoesInItsPlace() {
        try (Browser browser = Browser.open("zh-TW")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            StepEditor steps = StepEditor.withMouse(page);
            browser.go("automation.xhtml?type=customers");
            page.locator("[name=name]").fill("日 " + mark);
            steps.trigger("changed");
            page.locator("[name='trigger.field']").selectOption("kind");
            page.locator("[name='trigger.to']").selectOption("organisation");
            steps.add("actions", "set");
            Locator value = page.locator(row(0) + " [name$='.value']");
            page.locator(row(0) + " [name$='.field']").selectOption("birthday");
            assertThat(value.getAttribute("type")).isEqualTo("date");
            value.fill("2026-02-01");
            browser.screenshot("automation-day");
            page.locator("[id='auto:keep']").click();
            JsonObject document = kept(page);
            assertThat(document.getJsonArray("actions").toString()).contains("\"birthday\":\"2026-02-01\"");
            assertThat(document.getJsonObject("trigger").toString())
                    .isEqualTo("{\"on\":\"changed\",\"field\":\"kind\",\"to\":\"organisation\"}");
            assertThat(value.inputValue()).isEqualTo("2026-02-01");
            value.focus();
            page.locator(".qh-merge summary").click();
            page.locator("[data-merge='{{firstTouch}}']").click();
            assertThat(value.inputValue()).isEqualTo("{{firstTouch}}");
            page.locator("[id='auto:keep']").click();
            page.locator(".qh-toast").first().waitFor();
            assertThat(kept(page).getJsonArray("actions").toString()).contains("\"birthday\":\"{{firstTouch}}\"");
            assertThat(value.inputValue()).isEqualTo("{{firstTouch}}");
        }
    }

    /** The trigger is a class and its texts: the page has never heard of it. */
    @Test
    void aLimitIsSetOnFieldsThatHoldNumbers() {
        String type = "rooms" + mark;
        Shaping.publish(
                admin,
                "{'op':'addType','type':{'name':'" + type + "','labels':{'en':'Rooms'},'fields':["
                        + "{'name':'area','kind':'number','labels':{'en':'Area'}},"
                        + "{'name':'plan','kind':'text','labels':{'en':'Plan'}}]}}");
        try (Browser browser = Browser.open("zh-CN")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            StepEditor steps = StepEditor.withMouse(page);
            browser.go("automation.xhtml?type=" + type);
            page.locator("[name=name]").fill("大房间 " + mark);
            steps.trigger("crossed");
            assertThat(page.locator("[name='trigger.field'] option[value=plan]").count())
                    .isZero();
            page.locator("[name='trigger.field']").selectOption("area");
            steps.add("actions", "set");
            page.locator("[name='actions[0].fields.field']").first().selectOption("plan");
            page.locator("[name='actions[0].fields.value']").first().fill("大");
            page.locator("[id='auto:keep']").click();
            page.locator("[data-wrong='trigger.limit']").waitFor();
            page.locator("[name='trigger.limit']").fill("60");
            page.locator("[name='trigger.way']").selectOption("either");
            page.locator("[id='auto:keep']").click();
            assertThat(kept(page).getJsonObject("trigger").toString())
                    .isEqualTo("{\"on\":\"crossed\",\"field\":\"area\",\"limit\":60,\"way\":\"either\"}");
        } finally {
            removeIt();
            id = 0;
            Shaping.publish(admin, "{'op':'retireType','name':'" + type + "'}");
        }
    }
}
