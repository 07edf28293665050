package org.quanhe.crm.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;

/** The search box and the page with everything it finds, in a real browser. */
@Tag("browser")
class SearchPageIT {
    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);

    private long customer(String name, String source, String... tags) {
        JsonObjectBuilder values = Json.createObjectBuilder().add("name", name).add("source", source);
        return made("/customers", values.add("tags", Json.createArrayBuilder(List.of(tags))));
    }

    private long made(String path, JsonObjectBuilder values) {
        var answer = admin.post(path, values.build());
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.json().getInt("id");
    }

    @ParameterizedTest
    @CsvSource({"en", "vi", "zh-CN", "zh-TW"})
    void threeLettersArrowDownEnter(String language) {
        // three letters that nobody else begins with
        String three = letters(language);
        long id = customer(three.toUpperCase(java.util.Locale.ROOT) + "a " + mark, "");
        try (Browser browser = Browser.open(language)) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            page.keyboard().press("/");
            page.locator("#search-box").waitFor();
            page.keyboard().type(three);
            Locator hit = page.locator(".qh-hit", new Page.LocatorOptions().setHasText(mark));
            hit.first().waitFor();
            assertThat(page.locator(".qh-hit[aria-selected=true]").count()).isZero();
            while (!"true".equals(hit.first().getAttribute("aria-selected"))) {
                page.keyboard().press("ArrowDown");
            }
            page.keyboard().press("Enter");
            page.waitForURL("**/record.xhtml?type=customers&id=" + id + "**");
            assertThat(page.locator("h1").innerText()).contains(mark);
            page.locator("html[lang='" + language + "']").waitFor();
        }
    }

    @ParameterizedTest
    @Tag("R028")
    @CsvSource({
        "王晓明, 深圳市福田区, 王先生, shenzhen, 深圳",
        "Trần Thị Lan, '8 Lê Lợi, Quận 3', chị Lan, q3, Quận 3",
        "Patricia Wright, Hà Nội, Mrs Wright, 河内, Hà Nội"
    })
    void whoCallsIsFoundAsStaffSpeakOfPeopleAndPlaces(
            String name, String street, String called, String place, String written) {
        JsonObjectBuilder customer = Json.createObjectBuilder()
                .add("name", name)
                .add("company", "Cty " + mark)
                .add(
                        "addresses",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("label", "work")
                                        .add("street", street)));
        made("/customers", customer);
        made("/customers", Json.createObjectBuilder().add("name", "Ngô Bảo " + mark));
        try (Browser browser = Browser.open("vi")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            page.keyboard().press("/");
            page.locator("#search-box").waitFor();
            page.keyboard().type(called + " " + mark + " " + place);
            Locator hit = page.locator(".qh-hit", new Page.LocatorOptions().setHasText(name));
            hit.first().waitFor();
            assertThat(page.locator(".qh-hit", new Page.LocatorOptions().setHasText("Ngô Bảo"))
                            .count())
                    .isZero();
            page.keyboard().press("Enter");
            page.waitForURL("**/search.xhtml?q=**");
            assertThat(page.locator("#found-total").innerText()).isEqualTo("1 kết quả");
            assertThat(page.locator("#meant").count()).isZero();
            assertThat(page.locator("[data-type=customers] mark").allInnerTexts())
                    .contains(written);
        }
    }

    private String letters(String language) {
        String sum = Integer.toString(Math.floorMod((language + mark).hashCode(), 260), 26);
        StringBuilder letters = new StringBuilder("q");
        for (char c : (sum.length() < 2 ? "0" + sum : sum).toCharArray()) {
            letters.append((char) ('a' + Character.digit(c, 26)));
        }
        return letters.toString();
    }

    @Test
    void enterLeadsToEverythingThatIsFound() {
        long id = customer("Cửa hàng " + mark, "");
        made(
                "/activities",
                Json.createObjectBuilder()
                        .add("kind", "call")
                        .add("subject", "Gọi " + mark)
                        .add("customer", id));
        try (Browser browser = Browser.open("vi")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            page.keyboard().press("/");
            page.locator("#search-box").waitFor();
            page.keyboard().type(mark);
            page.keyboard().press("Enter");
            page.waitForURL("**/search.xhtml?q=" + mark);
            assertThat(page.locator(".qh-foundgroup").count()).isEqualTo(2);
            assertThat(page.locator("#found-total").innerText()).isEqualTo("2 kết quả");
            assertThat(page.locator("[data-type=customers] mark").first().innerText())
                    .isEqualTo(mark);
            page.locator(".qh-tabs a", new Page.LocatorOptions().setHasText("Khách hàng"))
                    .click();
            page.waitForURL("**type=customers**");
            assertThat(page.locator("#found-total").innerText()).isEqualTo("1 kết quả");
            assertThat(page.locator(".qh-tabs a").count()).isEqualTo(3);
            page.goBack();
            page.waitForURL("**/search.xhtml?q=" + mark);
            assertThat(page.locator(".qh-foundgroup").count()).isEqualTo(2);
            page.locator("[data-type=customers] .qh-foundname").click();
            page.waitForURL("**/record.xhtml**");
        }
    }

    @Test
    void facetsNarrowAndTheAddressCarriesEverything() {
        for (int i = 0; i < 3; i++) {
            customer("Đại lý " + mark + " A" + i, "fair" + mark, "vip" + mark);
        }
        customer("Đại lý " + mark + " B", "web" + mark, "vip" + mark, "hot" + mark);
        customer("Đại lý " + mark + " C", "shop" + mark);
        try (Browser browser = Browser.open("en")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("search.xhtml?type=customers&q=" + mark);
            assertThat(hits(page)).isEqualTo(5);
            assertThat(page.locator("[data-facet=owner] a").innerText()).contains("5");
            assertThat(facet(page, "tags", "vip")).contains("4");
            facetLink(page, "source", "fair").click();
            page.waitForURL("**by.source=fair**");
            assertThat(hits(page)).isEqualTo(3);
            // its siblings can still be added, with the counts they would bring
            assertThat(facet(page, "source", "web")).contains("1");
            assertThat(facet(page, "tags", "vip")).contains("3");
            facetLink(page, "source", "web").click();
            page.waitForURL("**by.source=web**");
            assertThat(hits(page)).isEqualTo(4);
            facetLink(page, "tags", "hot").click();
            page.waitForURL("**by.tags=hot**");
            assertThat(hits(page)).isEqualTo(1);
            assertThat(page.locator(".qh-chip").count()).isEqualTo(3);
            assertThat(facetLink(page, "source", "web").getAttribute("aria-checked"))
                    .isEqualTo("true");
            browser.screenshot("search-facets");
            String address = page.url();
            page.locator(".qh-chip", new Page.LocatorOptions().setHasText("hot"))
                    .locator("a")
                    .click();
            page.waitForURL(url -> !url.contains("by.tags"));
            assertThat(hits(page)).isEqualTo(4);
            page.navigate(address);
            assertThat(hits(page)).isEqualTo(1);
            assertThat(page.locator(".qh-chip").first().innerText()).contains("Source");
        }
    }

    @Test
    void lessFrequentValuesAreAMoreAway() {
        for (int i = 0; i < 11; i++) {
            customer("Đại lý " + mark + " " + i, "nguon" + i + mark);
        }
        try (Browser browser = Browser.open("vi")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("search.xhtml?type=customers&q=" + mark);
            Locator values = page.locator("[data-facet=source] a >> visible=true");
            assertThat(values.count()).isEqualTo(8);
            Locator more = page.locator("[data-facet=source] summary");
            assertThat(more.innerText()).contains("3");
            more.focus();
            page.keyboard().press("Enter");
            assertThat(values.count()).isEqualTo(11);
            browser.screenshot("search-facet-more");
            values.last().click();
            page.waitForURL("**by.source=**");
            assertThat(hits(page)).isEqualTo(1);
            // a chosen value stands with the frequent ones
            assertThat(page.locator("[data-facet=source] > a[aria-checked=true]")
                            .count())
                    .isEqualTo(1);
        }
    }

    private static int hits(Page page) {
        return page.locator(".qh-foundhit").count();
    }

    private static Locator facetLink(Page page, String field, String label) {
        return page.locator("[data-facet=" + field + "] a", new Page.LocatorOptions().setHasText(label));
    }

    private static String facet(Page page, String field, String label) {
        return facetLink(page, field, label).locator(".n").innerText();
    }

    @Test
    void hitsOfOneTypeArePagedForthAndBack() {
        for (int i = 0; i < 23; i++) {
            customer("Trang " + mark + " " + i, "");
        }
        try (Browser browser = Browser.open("zh-CN", 360, 800)) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("search.xhtml?q=" + mark);
            assertThat(hits(page)).isEqualTo(20);
            List<String> first = page.locator(".qh-foundname").allInnerTexts();
            page.locator("a[rel=next]").click();
            page.waitForURL("**from=20**");
            assertThat(hits(page)).isEqualTo(3);
            assertThat(page.locator(".qh-pager").innerText()).contains("21–23");
            page.locator("a[rel=prev]").click();
            page.waitForURL(url -> !url.contains("from="));
            assertThat(page.locator(".qh-foundname").allInnerTexts()).isEqualTo(first);
            assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                    .isTrue();
        }
    }

    @Test
    void anotherSpellingIsOfferedInBoxAndPage() {
        customer("Microsofft" + mark, "");
        String wrong = "microsoft" + mark;
        try (Browser browser = Browser.open("vi")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("search.xhtml?q=" + wrong);
            assertThat(page.locator("#meant").innerText()).contains(wrong, "Microsofft" + mark);
            page.locator("#meant a").click();
            page.waitForURL("**Microsofft**");
            assertThat(page.locator("#meant").count()).isZero();
            assertThat(hits(page)).isEqualTo(1);
            page.keyboard().press("Escape");
            page.keyboard().press("Control+k");
            page.locator("#search-box").fill(wrong);
            page.locator(".qh-search .qh-meant button").click();
            assertThat(page.locator("#search-box").inputValue()).isEqualTo("Microsofft" + mark);
            page.locator(".qh-search .qh-meant[hidden]")
                    .waitFor(new Locator.WaitForOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        }
    }

    @Test
    @Tag("D04")
    void whoMaySeeNothingIsToldNothing() {
        customer("Bí mật " + mark, "nguon" + mark, "the" + mark);
        Colleague colleague = Colleague.with(List.of(), List.of());
        try (Browser browser = Browser.open("vi")) {
            Page page = browser.signIn(colleague.username(), colleague.password());
            for (String address : List.of(
                    "search.xhtml?q=" + mark,
                    "search.xhtml?q=x" + mark,
                    "search.xhtml?type=customers&by.source=nguon" + mark + "&q=" + mark,
                    "call.xhtml?number=0903123456",
                    "explain.xhtml?q=" + mark + "&type=customers&id=1")) {
                browser.go(address);
                assertThat(page.locator(".qh-foundhit, .qh-caller, #verdict, .qh-facets a, #meant")
                                .count())
                        .as(address)
                        .isZero();
                assertThat(page.locator("main").innerText()).doesNotContain("Bí mật");
            }
            page.keyboard().press("/");
            page.locator("#search-box").waitFor();
            assertThat(page.locator(".qh-hit").count()).isZero();
        }
    }

    @Test
    void whateverIsTypedThePageAnswersInTheReadersLanguage() {
        try (Browser browser = Browser.open("zh-TW")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            for (String typed : List.of(
                    "*:*",
                    "a~999999",
                    "[[",
                    "'; drop table customers; --",
                    "\u202eabc\u200f",
                    "👩‍👧",
                    "\u200b",
                    "%!?")) {
                Response answer = open(browser, "search.xhtml?q=" + Crm.encode(typed));
                assertThat(answer.status()).as(typed).isEqualTo(200);
                assertThat(page.locator("main").innerText())
                        .doesNotContain("Exception")
                        .doesNotContain("Lucene");
            }
            assertThat(open(browser, "search.xhtml").status()).isEqualTo(200);
            assertThat(open(browser, "search.xhtml?type=nothing&q=a").status()).isEqualTo(404);
            assertThat(open(browser, "search.xhtml?type=customers&by.nothing=1&q=a")
                            .status())
                    .isEqualTo(200);
            assertThat(open(browser, "search.xhtml?type=customers&by.owner=x&q=a")
                            .status())
                    .isEqualTo(200);
            assertThat(open(browser, "search.xhtml?type=customers&cursor=zzz&q=a")
                            .status())
                    .isEqualTo(400);
            assertThat(open(browser, "search.xhtml?q=" + "a".repeat(2_000)).status())
                    .isEqualTo(400);
            assertThat(page.locator("main").innerText()).contains("最多可搜尋");
            page.keyboard().press("Control+k");
            page.locator("#search-box").evaluate("box => box.removeAttribute('maxlength')");
            page.locator("#search-box").fill("b".repeat(2_000));
            page.locator("#search-hits", new Page.LocatorOptions().setHasText("最多可搜尋"))
                    .waitFor();
        }
    }

    private static Response open(Browser browser, String path) {
        return browser.page().navigate(browser.page().url().replaceFirst("/crm/.*", "/crm/" + path));
    }
}
