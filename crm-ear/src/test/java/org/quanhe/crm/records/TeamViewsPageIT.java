package org.quanhe.crm.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;

/** A view of a list that a manager keeps for a team. */
@Tag("browser")
class TeamViewsPageIT {
    @Test
    void theListOfATeamOpensAsItsManagerWantsItAndNobodyElses() {
        String mark = Long.toString(System.nanoTime(), 36);
        long team = Colleague.team("Dự án " + mark);
        Colleague manager = Colleague.with(List.of("manager"), List.of(team));
        Colleague member = Colleague.with(List.of("sales"), List.of(team));
        Colleague other = Colleague.with(List.of("sales"), List.of());
        String name = "Khách " + mark;
        Crm.admin().post("/customers", "{\"name\":\"" + name + "\",\"team\":" + team + "}");
        try (Browser desk = Browser.open("vi")) {
            Page page = desk.signIn(manager.username(), manager.password());
            desk.go("list.xhtml?type=customers&columns=name,notes&filter="
                    + Crm.encode("name.contains('" + mark + "')"));
            page.locator("[data-open=save-view]").click();
            page.locator("[id='view:name']").fill("Nhóm mình");
            page.locator("[id='view:audience']").selectOption(Long.toString(team));
            page.locator("[id='view:first']").check();
            desk.screenshot("view-team");
            page.locator("[id='view:go']").click();
            page.waitForURL(url -> url.matches(".*view=\\d+.*"));
        }
        assertThat(opened(member)).contains("Nhóm mình", name, "Ghi chú");
        assertThat(opened(other)).doesNotContain("Nhóm mình");
        // somebody who leads nobody keeps such a view for themselves
        try (Browser desk = Browser.open("vi")) {
            Page page = desk.signIn(member.username(), member.password());
            desk.go("list.xhtml?type=customers&view=all&tools=1");
            page.locator("[data-open=save-view]").click();
            page.locator("[id='view:name']").fill("Của tất cả");
            page.locator("[id='view:audience']").selectOption("all");
            page.locator("[id='view:first']").check();
            page.locator("[id='view:go']").click();
            page.locator("[id='view:said'] .qh-note").waitFor();
            assertThat(page.locator("[id='view:said']").innerText()).contains("quản lý");
            page.locator("[id='view:audience']").selectOption("me");
            page.locator("[id='view:go']").click();
            page.waitForURL(url -> url.matches(".*view=\\d+.*"));
            // one's own comes before the team's
            desk.go("list.xhtml?type=customers");
            assertThat(page.locator(".qh-tabs [aria-current=page]").innerText()).contains("Của tất cả");
        }
    }

    private static String opened(Colleague somebody) {
        try (Browser desk = Browser.open("vi")) {
            Page page = desk.signIn(somebody.username(), somebody.password());
            desk.go("list.xhtml?type=customers");
            return page.locator("main").innerText();
        }
    }
}
