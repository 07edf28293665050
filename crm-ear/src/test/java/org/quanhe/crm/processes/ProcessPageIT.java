package org.quanhe.crm.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanhe.crm.processes.Drawn.step;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;

/** Processes as administrators draw them and teams do their steps, in the browser. */
@Tag("browser")
class ProcessPageIT {
    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);

    private long customer(String name, long team) {
        Answer answer = admin.post("/customers", "{\"name\":\"" + name + "\",\"team\":" + team + "}");
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.json().getJsonNumber("id").longValue();
    }

    @Test
    @Tag("R035")
    void stepsAreDrawnAndTheRecordMovesFromDepartmentToDepartment() {
        long marketing = Colleague.team("Tiếp thị " + mark);
        long service = Colleague.team("Dịch vụ " + mark);
        Colleague first = Colleague.with(List.of("manager"), List.of(marketing));
        Colleague second = Colleague.with(List.of("service"), List.of(service));
        long customer = customer("Chị Hương " + mark, marketing);
        try (Browser boss = Browser.open("vi");
                Browser one = Browser.open("vi");
                Browser other = Browser.open("zh-CN")) {
            Page page = boss.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            boss.go("admin.xhtml");
            page.locator("a[href='processes.xhtml']").click();
            page.locator("a[data-new]").click();
            page.locator("[name='name.vi']").fill("Đón khách " + mark);
            page.locator("[id='settings:keep']").click();
            draw(page, "Giới thiệu", "介绍", marketing);
            draw(page, "Lắp đặt", "安装", service);
            boss.screenshot("process-editor");
            page.locator("[id='process:publish']").click();
            page.locator("#versions").waitFor();
            assertThat(page.locator("#versions").innerText()).contains("Phiên bản 1");

            Page theirs = one.signIn(first.username(), first.password());
            one.go("record.xhtml?type=customers&id=" + customer);
            theirs.locator("[popovertarget=menu-processes]").click();
            theirs.locator("#menu-processes input[value='Đón khách " + mark + "']")
                    .click();
            theirs.waitForURL("**/run.xhtml**");
            assertThat(theirs.locator(".qh-way .is-current").innerText()).contains("Giới thiệu");
            one.go("steps.xhtml");
            assertThat(theirs.locator("#waiting").innerText()).contains("Chị Hương " + mark, "Giới thiệu");

            Page last = other.signIn(second.username(), second.password());
            other.go("steps.xhtml");
            assertThat(last.locator("main").innerText()).doesNotContain(mark);

            theirs.locator("#waiting a", new Page.LocatorOptions().setHasText("Giới thiệu"))
                    .first()
                    .click();
            theirs.locator("[id='step:complete']").click();
            theirs.locator("[data-toast]").waitFor();
            assertThat(theirs.locator("[data-toast]").innerText()).contains("Lắp đặt", "Dịch vụ " + mark);
            assertThat(theirs.locator(".qh-way .is-done").innerText()).contains("Giới thiệu");
            one.screenshot("process-handed-over");
            one.go("record.xhtml?type=customers&id=" + customer);
            assertThat(theirs.locator("#processes").innerText()).contains("Lắp đặt", "Dịch vụ " + mark);
            assertThat(theirs.locator(".qh-tl").allInnerTexts().toString()).contains("đã hoàn tất một bước");

            last.reload();
            last.locator("#waiting a", new Page.LocatorOptions().setHasText("安装"))
                    .first()
                    .click();
            last.locator("[id='step:complete']").click();
            last.locator(".qh-note.is-ok").waitFor();
            assertThat(last.locator(".qh-note.is-ok").innerText()).contains("流程已完成");
            other.screenshot("process-completed");
        }
    }

    private static void draw(Page page, String vi, String zh, long team) {
        page.locator("a[href$='new=true']").click();
        page.locator("[name='name.vi']").fill(vi);
        page.locator("[name='name.zh-CN']").fill(zh);
        page.locator("[name='team']").selectOption(Long.toString(team));
        page.locator("[id='step:keep']").click();
        page.waitForURL("**step=**");
    }

    @Test
    void questionsAndConditionsArePickedAndStandThereAgain() {
        long team = Colleague.team("Hỏi " + mark);
        Answer made = admin.post("/processes", Drawn.document("Hỏi " + mark, "customers", List.of()));
        int id = made.json().getInt("id");
        try (Browser browser = Browser.open("zh-CN")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("process.xhtml?id=" + id + "&new=true");
            page.locator("[name='name.zh-CN']").fill("勘察");
            page.locator("[name='team']").selectOption(Long.toString(team));
            page.locator("[name='target']").fill("2");
            page.locator("[name='unit']").selectOption("days");
            page.locator("[name='ask.what']").first().selectOption("field:jobTitle");
            page.locator("[data-moreask]").click();
            page.locator("[name='ask.what']").nth(1).selectOption("choice");
            page.locator("[name='ask.label.zh-CN']").nth(1).fill("日照方向");
            Locator choices = page.locator("[data-ask]").nth(1);
            choices.locator("[name='choice.label.zh-CN']").fill("西");
            choices.locator("[data-morerows]").click();
            choices.locator("[name='choice.label.zh-CN']").nth(1).fill("其他");
            page.locator("[name='ask.required']").nth(1).selectOption("false");
            page.locator("details:has([name='exit.field']) > summary").first().click();
            page.locator("[name='exit.field']").first().selectOption("city");
            page.locator("[name='exit.operator']").first().selectOption("PRESENT");
            page.locator("[name=follows]").selectOption("end");
            page.locator("[id='step:keep']").click();
            page.waitForURL("**step=**");
            Locator kept = page.locator("[data-ask]").nth(1).locator("[name='choice.code']");
            assertThat(kept.nth(0).inputValue() + " " + kept.nth(1).inputValue())
                    .isEqualTo("西 其他");
            assertThat(page.locator("[name='exit.operator']").first().inputValue())
                    .isEqualTo("PRESENT");
            assertThat(page.locator("[name=follows]").inputValue()).isEqualTo("end");
            browser.screenshot("process-step-form");
        }
        String document =
                admin.get("/processes/" + id).json().getJsonObject("document").toString();
        assertThat(document)
                .contains(
                        "\"exit\":\"has(city)\"",
                        "\"next\":[]",
                        "\"target\":{\"days\":2}",
                        "{\"field\":\"jobTitle\",\"required\":true}",
                        "\"choices\":[{\"code\":\"西\",\"label\":{\"zh-CN\":\"西\"}},"
                                + "{\"code\":\"其他\",\"label\":{\"zh-CN\":\"其他\"}}]",
                        "\"required\":false");
        assertThat(admin.post("/processes/" + id + "/publish", "{}").status()).isEqualTo(200);
    }

    @Test
    @Tag("R141")
    void aProcessForLeadsIsTickedToNurtureAndOneForCustomersCannotBe() {
        Answer made = admin.post("/processes", Drawn.document("Nuôi dưỡng " + mark, "leads", List.of()));
        String path = "/processes/" + made.json().getInt("id");
        try (Browser browser = Browser.open("vi")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("process.xhtml?id=" + made.json().getInt("id"));
            assertThat(page.locator("#nurture").isChecked()).isFalse();
            page.locator("#nurture").check();
            page.locator("[id='settings:keep']").click();
            page.locator("[data-toast]").waitFor();
            assertThat(page.locator("#nurture").isChecked()).isTrue();
            browser.screenshot("process-nurture");
            assertThat(admin.get(path).json().getJsonObject("document").getBoolean("nurture"))
                    .isTrue();
            page.locator("#type").selectOption("customers");
            page.locator("[id='settings:keep']").click();
            page.locator("#nurture").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            assertThat(admin.get(path).json().getJsonObject("document")).doesNotContainKey("nurture");
        }
    }

    @Test
    @Tag("R045")
    void missingAnswersAreListedAndTheBarMoves() {
        long team = Colleague.team("Bán hàng " + mark);
        Colleague seller = Colleague.with(List.of("sales"), List.of(team));
        Drawn process = Drawn.published(
                "Tiếp nhận " + mark,
                step(
                        "first",
                        team,
                        "\"guidance\":{\"vi\":\"Hỏi khách cần gì.\"},\"ask\":[{\"field\":\"jobTitle\"},"
                                + "{\"question\":\"need\",\"kind\":\"long-text\",\"label\":{\"vi\":\"Khách cần gì?\"}},"
                                + "{\"question\":\"budget\",\"kind\":\"number\",\"label\":{\"vi\":\"Ngân sách\"}}],"
                                + "\"exit\":\"source == 'fair'\""),
                step("second", team, ""));
        long customer = customer("Anh Tú " + mark, team);
        long run = process.run(admin, customer);
        try (Browser browser = Browser.open("vi")) {
            Page page = browser.signIn(seller.username(), seller.password());
            browser.go("run.xhtml?id=" + run);
            assertThat(page.locator("#guidance").innerText()).isEqualTo("Hỏi khách cần gì.");
            assertThat(page.locator("#missing").innerText()).contains("3 mục", "Khách cần gì?", "Ngân sách");
            assertThat(page.locator("progress").getAttribute("value")).isEqualTo("0");
            page.locator("[name='a.need']").fill("Máy lạnh 2 ngựa");
            page.locator("[name='a.budget']").fill("nhiều");
            page.locator("[id='step:complete']").click();
            page.locator("[data-field=budget] .qh-error").waitFor();
            assertThat(page.locator("[data-field=budget] .qh-error").innerText())
                    .contains("nhiều");
            assertThat(page.locator("[data-field=jobTitle] .qh-error").innerText())
                    .isNotEmpty();
            assertThat(page.locator("[name='a.need']").inputValue()).isEqualTo("Máy lạnh 2 ngựa");
            browser.screenshot("process-missing");
            page.locator("[name='a.budget']").fill("15000");
            page.locator("[name='a.jobTitle']").fill("Kế toán");
            page.locator("[id='step:complete']").click();
            page.locator("#problem").waitFor();
            assertThat(page.locator("#problem").innerText()).contains("Còn thiếu để hoàn tất bước này: Nguồn");
            admin.patch("/customers/" + customer, "{\"source\":\"fair\"}");
            page.locator("[id='step:complete']").click();
            page.locator("#done").waitFor();
            assertThat(page.locator("#done").innerText()).contains("Máy lạnh 2 ngựa", "15.000", seller.username());
            assertThat(page.locator("progress").getAttribute("value")).isEqualTo("50");
        }
        assertThat(admin.get("/customers/" + customer).json().getString("jobTitle"))
                .isEqualTo("Kế toán");
    }

    @Test
    @Tag("R036")
    void theSampleIsClonedAndReorderedAndBothOrdersStandInTheReport() {
        long team = Colleague.team("Mọi việc " + mark);
        try (Browser browser = Browser.open("en")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("processes.xhtml");
            page.locator("[id='new:sample']").click();
            page.waitForURL("**/process.xhtml**");
            assertThat(page.locator("#missing li").count()).isEqualTo(4);
            for (int i = 0; i < 4; i++) {
                page.locator("[data-order] a").nth(i).click();
                page.locator("[name='team']").selectOption(Long.toString(team));
                page.locator("[id='step:keep']").click();
                page.locator("[data-toast]").waitFor();
            }
            page.locator("[id='process:copy']").click();
            page.locator("[data-toast]").waitFor();
            String id = page.url().replaceAll(".*[?&]id=(\\d+).*", "$1");
            page.locator("[name='name.en']").fill("Our cycle " + mark);
            page.locator("[id='settings:keep']").click();
            page.locator("[data-toast]").waitFor();
            page.locator("[id='process:publish']").click();
            page.locator("#versions").waitFor();
            Drawn process = new Drawn(Long.parseLong(id), admin);
            long old = process.run(admin, customer("Anh Trước " + mark, team));

            page.locator("[data-order] a").nth(2).click();
            page.locator("[aria-keyshortcuts='Alt+ArrowUp']").click();
            page.locator("[data-toast]").waitFor();
            page.locator("[aria-keyshortcuts='Alt+ArrowUp']").click();
            page.locator("[data-toast]").waitFor();
            assertThat(page.locator("[data-order] b").allInnerTexts())
                    .containsExactly("Convert", "Introduce", "Communicate", "Market again");
            page.locator("[id='process:publish']").click();
            page.locator("#versions:has-text('Version 2')").waitFor();
            browser.screenshot("process-versions");
            long young = process.run(admin, customer("Anh Sau " + mark, team));
            Drawn.completed(admin, young, 1, "\"bought\":true");
            Drawn.completed(admin, old, 1, "\"need\":\"?\",\"phone\":\"0868 071 935\"");
            browser.go("run.xhtml?id=" + young);
            assertThat(page.locator(".qh-way li .qh-cut").allInnerTexts())
                    .containsExactly("Convert", "Introduce", "Communicate", "Market again");
            browser.go("run.xhtml?id=" + old);
            assertThat(page.locator(".qh-way li .qh-cut").allInnerTexts())
                    .containsExactly("Introduce", "Communicate", "Convert", "Market again");
            browser.go("times.xhtml?id=" + id);
            assertThat(page.locator("main").innerText()).contains("Version 1", "Version 2");
            assertThat(page.locator("#source").innerText()).contains("2 completed steps");
            browser.screenshot("process-times");
        }
    }

    @Test
    @Tag("R089")
    void aColleagueTakesARunningCampaignOver() {
        long team = Colleague.team("Chiến dịch " + mark);
        Colleague leaves = Colleague.with(List.of("sales"), List.of(team));
        Colleague comes = Colleague.with(List.of("sales"), List.of(team));
        String campaigns = campaigns();
        Drawn process = Drawn.published(
                admin,
                campaigns,
                "Chiến dịch Tết " + mark,
                List.of(
                        step(
                                "plan",
                                team,
                                "\"ask\":[{\"question\":\"slogan\",\"label\":{\"vi\":\"Khẩu hiệu\"}},"
                                        + "{\"question\":\"until\",\"kind\":\"date\",\"label\":{\"vi\":\"Đến ngày\"}}]"),
                        step("send", team, "\"guidance\":{\"vi\":\"Gửi thư cho khách thân thiết trước.\"}"),
                        step("count", team, "")));
        Answer campaign = leaves.crm().post("/" + campaigns, "{\"name\":\"Tết 2027 " + mark + "\"}");
        long run = process.run(leaves.crm(), campaign.json().getJsonNumber("id").longValue());
        Drawn.completed(leaves.crm(), run, 1, "\"slogan\":\"Mát cả năm\",\"until\":\"2027-01-20\"");
        admin.patch("/users/" + leaves.id(), "{\"active\":false}");
        try (Browser browser = Browser.open("vi")) {
            Page page = browser.signIn(comes.username(), comes.password());
            page.locator("a[href='steps.xhtml']").first().click();
            page.locator("#waiting a", new Page.LocatorOptions().setHasText("Bước send"))
                    .first()
                    .click();
            assertThat(page.locator("#done").innerText())
                    .contains("Mát cả năm", "20/01/2027", leaves.username(), "Bước plan");
            assertThat(page.locator("#guidance").innerText()).contains("khách thân thiết");
            assertThat(page.locator(".qh-way li").count()).isEqualTo(3);
            page.locator("[id='step:complete']").click();
            page.locator(".qh-way li:nth-child(2).is-done").waitFor();
            assertThat(page.locator("#done").innerText()).contains(comes.username());
        }
    }

    /** A record type that an administrator made, for this test alone. */
    private String campaigns() {
        String name = "campaigns" + mark;
        Answer draft = admin.post(
                "/metadata/drafts",
                "{\"changes\":[{\"op\":\"addType\",\"type\":{\"name\":\"" + name + "\",\"rights\":\"owned\","
                        + "\"labels\":{\"en\":\"Campaigns\",\"vi\":\"Chiến dịch\"}}}]}");
        Answer published = admin.post("/metadata/drafts/" + draft.json().getInt("id") + "/publish", "{}");
        assertThat(published.status()).as("%s", published).isEqualTo(200);
        return name;
    }

    @Test
    void whoIsSecondIsToldByWhomAndWhen() {
        long team = Colleague.team("Kép " + mark);
        Colleague seller = Colleague.with(List.of("sales"), List.of(team));
        Drawn process = Drawn.published("Hai người " + mark, step("one", team, ""), step("two", team, ""));
        long run = process.run(admin, customer("Chị Hai " + mark, team));
        try (Browser browser = Browser.open("zh-TW")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("run.xhtml?id=" + run);
            Drawn.completed(seller.crm(), run, 1, "");
            page.locator("[id='step:complete']").click();
            page.locator("#problem").waitFor();
            Locator problem = page.locator("#problem");
            assertThat(problem.innerText()).contains(seller.username() + " 已於").contains("完成此步驟");
            assertThat(page.locator(".qh-way .is-current").innerText()).contains("two");
            browser.screenshot("process-second");
        }
    }
}
