package org.quanhe.crm.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;

/** What somebody opens is offered before anything is typed, and comes first among equals. */
@Tag("browser")
class OpenedRecordsIT {
    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);

    private long customer(String name, long owner) {
        var made = admin.post(
                "/customers",
                Json.createObjectBuilder().add("name", name).add("owner", owner).build());
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return made.json().getInt("id");
    }

    private static void look(Browser browser, long id) {
        browser.go("record.xhtml?type=customers&id=" + id);
    }

    /** What the empty box offers. */
    private static List<String> offered(Browser browser) {
        Page page = browser.go("home.xhtml");
        page.waitForResponse(answer -> answer.url().contains("/ui/search"), () -> page.keyboard()
                .press("/"));
        page.waitForFunction("() => document.querySelector('#search-hits').childElementCount > 0");
        page.waitForTimeout(200);
        Locator hits = page.locator(".qh-hit .qh-hit-text > :first-child");
        return hits.allInnerTexts();
    }

    @Test
    void whatWasOpenedIsOfferedInTheNextSessionWhileItMayBeRead() {
        Colleague colleague = Colleague.with(List.of("sales"), List.of());
        long first = customer("Một " + mark, colleague.id());
        long second = customer("Hai " + mark, colleague.id());
        long gone = customer("Ba " + mark, colleague.id());
        long theirs = customer("Bốn " + mark, colleague.id());
        try (Browser browser = Browser.open("vi")) {
            browser.signIn(colleague.username(), colleague.password());
            for (long id : List.of(first, second, gone, theirs)) {
                look(browser, id);
            }
            assertThat(offered(browser)).containsExactly("Bốn " + mark, "Ba " + mark, "Hai " + mark, "Một " + mark);
        }
        admin.delete("/customers/" + gone);
        long boss = Colleague.with(List.of("sales"), List.of()).id();
        assertThat(admin.patch("/customers/" + theirs, "{\"owner\":" + boss + "}")
                        .status())
                .isEqualTo(200);
        assertThat(admin.patch("/customers/" + first, "{\"name\":\"Mới " + mark + "\"}")
                        .status())
                .isEqualTo(200);
        try (Browser browser = Browser.open("vi")) {
            Page page = browser.signIn(colleague.username(), colleague.password());
            assertThat(offered(browser)).containsExactly("Hai " + mark, "Mới " + mark);
            assertThat(page.locator(".qh-hits-head").first().innerText()).isEqualTo("Vừa mở");
            assertThat(page.locator(".qh-recent").innerText())
                    .doesNotContain("Bốn")
                    .doesNotContain("Ba " + mark);
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            page.waitForURL("**/record.xhtml?type=customers&id=" + second);
            browser.screenshot("search-opened");
        }
        // what was deleted is forgotten, also if it comes back
        assertThat(admin.post("/customers/" + gone + "/restore", "").status()).isEqualTo(200);
        try (Browser browser = Browser.open("vi")) {
            browser.signIn(colleague.username(), colleague.password());
            assertThat(offered(browser)).containsExactly("Hai " + mark, "Mới " + mark);
        }
    }

    @Test
    void whatIsOpenedOftenIsOfferedAndComesFirstAmongEquals() {
        Colleague colleague = Colleague.with(List.of("sales"), List.of());
        List<Long> same = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            same.add(customer("Người " + mark, colleague.id()));
        }
        long often = customer("Hay mở " + mark, colleague.id());
        try (Browser browser = Browser.open("en")) {
            Page page = browser.signIn(colleague.username(), colleague.password());
            look(browser, often);
            look(browser, often);
            look(browser, often);
            look(browser, same.get(2));
            for (int i = 0; i < 6; i++) {
                look(browser, customer("Khác " + mark + i, colleague.id()));
            }
            assertThat(offered(browser)).endsWith("Người " + mark);
            assertThat(page.locator(".qh-hits-head").allInnerTexts()).containsExactly("Opened last", "Opened often");
            assertThat(offered(browser).get(6)).isEqualTo("Hay mở " + mark);
            page.locator("#search-box").fill("nguoi " + mark);
            page.locator(".qh-search-tabs button").first().waitFor();
            assertThat(page.locator(".qh-hit").first().getAttribute("href")).endsWith("id=" + same.get(2));
        }
    }
}
