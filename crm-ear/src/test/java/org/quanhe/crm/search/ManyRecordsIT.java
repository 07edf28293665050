package org.quanhe.crm.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;

/** Where there are more records than are counted, the counts say so; where there are fewer, they are exact. */
@Tag("browser")
class ManyRecordsIT {
    private static final int MANY = 10_030;
    private static final int FEW = 30;
    private static final String MARK = "dongnguoi" + Long.toString(System.nanoTime(), 36);

    private static String imported;

    @BeforeAll
    static void bringIn() {
        StringBuilder file = new StringBuilder("name,source\r\n");
        for (int i = 0; i < MANY; i++) {
            file.append(MARK).append(' ').append(i).append(i < FEW ? ",fair\r\n" : ",web\r\n");
        }
        Answer accepted = Crm.admin()
                .upload(
                        "/imports",
                        "many.csv",
                        file.toString().getBytes(StandardCharsets.UTF_8),
                        Map.of("type", "customers"));
        assertThat(accepted.status()).as("%s", accepted).isEqualTo(202);
        String location = accepted.header("Location");
        imported = location.substring(location.indexOf("/imports/"));
        awaitEnd();
    }

    @AfterAll
    static void takeAway() {
        Crm.admin().post(imported + "/undo", "{}");
        awaitEnd();
    }

    private static void awaitEnd() {
        Crm.admin().await(imported, answer -> !answer.json().getString("state").equals("running"));
    }

    @Test
    @Tag("R080")
    void countsOfTheSearchAreExactOrSaidToBeMore() {
        JsonObject all = Crm.admin().get("/search?facets=source&q=" + MARK).json();
        assertThat(all.getJsonObject("total").getBoolean("exact")).isFalse();
        assertThat(all.getJsonObject("total").getInt("value")).isEqualTo(10_000);
        assertThat(all.getJsonObject("facets").getJsonArray("source").getValuesAs(JsonObject.class))
                .isNotEmpty()
                .allSatisfy(value -> assertThat(value.getBoolean("exact")).isFalse());
        JsonObject few = Crm.admin()
                .get("/search?type=customers&facets=source&q=" + MARK + "&filter=" + Crm.encode("source == 'fair'"))
                .json();
        assertThat(few.getJsonObject("total").getBoolean("exact")).isTrue();
        assertThat(few.getJsonObject("total").getInt("value")).isEqualTo(FEW);
        assertThat(few.getJsonObject("facets").getJsonArray("source").getValuesAs(JsonObject.class))
                .singleElement()
                .satisfies(value -> assertThat(value.getBoolean("exact")).isTrue());
    }

    @Test
    @Tag("R080")
    void countsOfPagesAreExactOrSaidToBeMore() {
        try (Browser browser = Browser.open("en")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("search.xhtml?q=" + MARK);
            assertThat(page.locator("#found-total").innerText()).isEqualTo("More than 10,000 results");
            assertThat(page.locator("[data-facet=source]").innerText()).contains("+");
            assertThat(page.locator(".qh-pager").innerText()).contains("10,000+");
            page.locator("[data-facet=source] a", new Page.LocatorOptions().setHasText("web"))
                    .click();
            page.waitForURL("**by.source=web**");
            assertThat(page.locator("#found-total").innerText()).isEqualTo("10,000 results");
            browser.screenshot("search-many");
            browser.go("list.xhtml?type=customers&q=" + MARK);
            assertThat(page.locator(".qh-tabs [aria-current]").innerText()).contains("10,000+");
            page.locator("[data-facets] section a").first().waitFor();
            assertThat(page.locator("[data-facets] section a", new Page.LocatorOptions().setHasText("web"))
                            .innerText())
                    .contains("+");
            browser.go("list.xhtml?type=customers&q=" + MARK + "&filter=" + Crm.encode("source == \"fair\""));
            assertThat(page.locator(".qh-tabs [aria-current]").innerText())
                    .contains(Integer.toString(FEW))
                    .doesNotContain("+");
        }
    }
}
