package org.quanhe.crm.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;
import org.quanhe.crm.harness.Hand;
import org.quanhe.crm.harness.StepEditor;

/**
 * A shop for air conditioners shapes its CRM while everybody works: an area, the cooling power that it takes, and who
 * looks after big plants.
 */
@Tag("browser")
class ShapingStoryPageIT {
    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);
    private final String area = "area_" + mark;
    private final String cooling = "cooling_" + mark;

    @Test
    @Tag("R026")
    @Tag("R071")
    void withTheMouse() {
        story(Hand::withMouse);
    }

    @Test
    @Tag("R026")
    @Tag("R071")
    void withTheKeyboardAlone() {
        story(Hand::withKeyboard);
    }

    private void story(Function<Page, Hand> hands) {
        long process = Crm.process();
        long team = Colleague.team("Projects " + mark);
        Colleague seller = Colleague.with(List.of("sales"), List.of(team));
        try (Browser boss = Browser.open("en");
                Browser desk = Browser.open("en")) {
            Page page = boss.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            Hand hand = hands.apply(page);
            field(boss, page, hand, area, "Area in m² " + mark, "");
            field(boss, page, hand, cooling, "Cooling power (BTU) " + mark, area + " * 600");
            hand.press("a[href^='publish.xhtml']");
            page.waitForURL("**/publish.xhtml**");
            assertThat(page.locator(".qh-difference").first().innerText())
                    .contains("Area in m² " + mark, "Cooling power (BTU) " + mark);
            hand.press("[id='publish:go']");
            page.locator(".qh-toast").first().waitFor();
            rule(boss, page, hand, team);

            Page theirs = desk.signIn(seller.username(), seller.password());
            Hand other = hands.apply(theirs);
            desk.go("edit.xhtml?type=customers");
            other.write("[id='f_name']", "By form " + mark);
            other.write("[id='f_" + area + "']", "50");
            other.press("#save");
            theirs.waitForURL("**/record.xhtml**");
            long byForm = Long.parseLong(theirs.url().replaceAll(".*[?&]id=(\\d+).*", "$1"));
            long byRest = created("By REST " + mark, 41);
            long small = created("Small " + mark, 40);

            for (long big : List.of(byForm, byRest)) {
                admin.await("/customers/" + big, answer -> team(answer) == team);
                admin.await(
                        "/activities?filter=" + Crm.encode("kind == 'task' && customer == " + big),
                        answer -> answer.text().contains("Survey"));
            }
            assertThat(team(admin.get("/customers/" + small))).isNotEqualTo(team);
            theirs.reload();
            Locator task = theirs.locator("main", new Page.LocatorOptions().setHasText("Survey By form " + mark));
            task.waitFor();
            theirs.navigate(theirs.url().replaceAll("&tab=.*", "") + "&tab=profile");
            assertThat(theirs.locator("main").innerText())
                    .contains("Cooling power (BTU) " + mark, "30,000", "Projects " + mark);
            desk.screenshot("story-record");

            page.reload();
            assertThat(page.locator(".qh-run").count()).isEqualTo(2);
            hand.press(".qh-run summary");
            assertThat(page.locator(".qh-run").first().innerText())
                    .contains("24600", "Projects " + mark, "Survey By REST");
            boss.screenshot("story-trace");

            backAndForth(boss, page, hand, byForm);
            assertThat(Crm.process()).isEqualTo(process);
        }
    }

    private static void field(Browser boss, Page page, Hand hand, String name, String label, String formula) {
        boss.go("fields.xhtml?type=customers&new=true");
        hand.write("[name='label.en']", label);
        hand.write("[name='label.vi']", label);
        hand.choose("[name=kind]", "number");
        hand.write("[name='name']", name);
        if (!formula.isEmpty()) {
            hand.press("details.qh-more summary");
            hand.write("[name=formula]", formula);
        }
        hand.press("[id='field:keep']");
        page.locator(".qh-fieldlist [aria-current]").waitFor();
    }

    private void rule(Browser boss, Page page, Hand hand, long team) {
        boss.go("automation.xhtml?type=customers");
        hand.write("[name=name]", "Big plants " + mark);
        hand.choose("[name='c.field']", cooling);
        hand.choose("[name='c.operator']", "GT");
        hand.write("[name='c.value']", "24000");
        StepEditor steps = new StepEditor(page, hand);
        steps.add("actions", "assign");
        hand.choose("[name='actions[0].team']", Long.toString(team));
        steps.add("actions", "task");
        hand.write("[name='actions[1].subject']", "Survey {{name}}");
        hand.write("[name='actions[1].workingDays']", "1");
        hand.press("[id='auto:keep']");
        page.waitForURL("**/automation.xhtml?id=**");
    }

    private long created(String name, int squareMetres) {
        Answer made = admin.post("/customers", "{\"name\":\"" + name + "\",\"" + area + "\":" + squareMetres + "}");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return made.json().getJsonNumber("id").longValue();
    }

    private static long team(Answer record) {
        JsonObject json = record.json();
        return json.containsKey("team") && !json.isNull("team")
                ? json.getJsonObject("team").getInt("id")
                : 0;
    }

    /** Back to what was before, and forward again: the values are still there. */
    private void backAndForth(Browser boss, Page page, Hand hand, long record) {
        boss.go("versions.xhtml");
        hand.press("main tbody tr:nth-child(2) a");
        page.waitForURL("**/publish.xhtml**");
        // the rule would not fit any more, and that is said before
        assertThat(page.locator("main").innerText()).contains("Big plants " + mark);
        boss.screenshot("story-back");
        hand.press("[id='publish:go']");
        page.locator(".qh-toast").first().waitFor();
        assertThat(admin.get("/customers/" + record).text()).doesNotContain(area, cooling);
        boss.go("versions.xhtml");
        hand.press("main tbody tr:nth-child(2) a");
        page.waitForURL("**/publish.xhtml**");
        hand.press("[id='publish:go']");
        page.locator(".qh-toast").first().waitFor();
        JsonObject again = admin.get("/customers/" + record).json();
        assertThat(again.getInt(area)).isEqualTo(50);
        assertThat(again.getInt(cooling)).isEqualTo(30_000);
    }
}
