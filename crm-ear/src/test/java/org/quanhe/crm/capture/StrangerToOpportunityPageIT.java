package org.quanhe.crm.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Postbox;
import org.quanhe.crm.harness.TimedCrm;
import org.quanhe.crm.harness.WorkingHours;
import org.quanhe.crm.leads.SalesTeam;

/**
 * The whole way, as the people on it see it: a visitor who did not agree, then did; a form; an answer by mail; warm,
 * hot, awaiting, escalated, accepted; a call; an opportunity that is lost and comes back.
 *
 * <p>Every score on the way is counted here by hand from what the person is and did, and the hours of work that sales
 * let go by. The server's time is moved; the people work from eight to twelve and from one to five.
 */
@Tag("crash")
class StrangerToOpportunityPageIT {
    // the points of the model that comes with the application
    private static final int BUDGET = 15;
    private static final int NEED = 10;
    private static final int COMPLETE = 10;
    private static final int FORM = 15;
    private static final int VISIT = 5;
    private static final int PRICE_PAGE = 6;
    private static final int LOST = -15;
    private static final int MAIL_ANSWERED = 12;
    private static final int DOWNLOAD = 8;

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final int LIMIT_MINUTES = 240;

    @RegisterExtension
    static final TimedCrm TIME = new TimedCrm();

    private final Crm admin;
    private final WorkingHours hours;
    private final String mark = "hanhtrinh" + Long.toString(System.nanoTime(), 36);
    private final String address = mark + "@example.vn";
    private final Postbox postbox = Postbox.get();

    /** A language and what people read in it. */
    private record Told(
            String language,
            String name,
            String need,
            String place,
            String thanks,
            String awaiting,
            String accepted,
            String nurturing) {}

    /** It is morning. */
    StrangerToOpportunityPageIT() {
        ZoneId zone = ZoneId.of(Crm.admin().get("/working-time").json().getString("timeZone"));
        ZonedDateTime now = TIME.now().atZone(zone);
        TIME.until(now.toLocalDate().plusDays(1).atTime(MORNING).atZone(zone).toInstant());
        admin = Crm.admin();
        hours = WorkingHours.kept(admin);
        Answer set = hours.set(WorkingHours.daily("\"08:00-12:00\",\"13:00-17:00\"", ""));
        assertThat(set.status()).as("%s", set).isEqualTo(200);
    }

    @AfterEach
    void hoursAsBefore() {
        hours.close();
    }

    static List<Told> languages() {
        return List.of(
                new Told(
                        "vi",
                        "Nguyễn Thị Ễn",
                        "Hai máy lạnh",
                        "Quận 3",
                        "Cảm ơn bạn!",
                        "Chờ tiếp nhận",
                        "Đã tiếp nhận",
                        "Nuôi dưỡng"),
                new Told("zh-CN", "李娜", "两台空调", "广州", "谢谢您！", "待接收", "已接收", "培育中"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    @Tag("R051")
    @Tag("R052")
    @Tag("R144")
    @Tag("R158")
    @Tag("R142")
    @Tag("R162")
    void fromStrangerToOpportunityAndBack(Told told) throws Exception {
        MadeForm form = MadeForm.with(
                Json.createObjectBuilder().add("consents", Json.createArrayBuilder(List.of("visits", "news"))));
        long thanks = thankYou(form, told);
        String forms = admin.root() + "/crm/forms/";
        String lines = "<script src=\"" + forms + "visits.js\" async></script><script src=\"" + forms + form.code()
                + ".js\" async></script>";
        try (ForeignSite site = new ForeignSite(told.language(), lines);
                SalesTeam sales = SalesTeam.with(mark, 1, LIMIT_MINUTES);
                Browser home = Browser.open(told.language());
                Browser office = Browser.open(told.language())) {
            Page visitor = home.page();
            long lead = captured(site, visitor, told);
            int first = BUDGET + NEED + COMPLETE * 2 / 4 + FORM + VISIT;
            assertThat(ScoredLead.score(lead)).isEqualTo(first);
            assertThat(record(lead).getString("band")).isEqualTo("warm");
            assertThat(record(lead).getString("source")).isEqualTo("zalo");
            assertThat(record(lead).getString("campaign")).isEqualTo("he-2027");
            assertThat(record(lead).getString("page")).startsWith(site.root());
            MimeMessage mail = postbox.mailTo(address);
            assertThat(mail.getSubject()).contains(told.thanks());

            hot(site, visitor, lead, sales, first);
            accepted(lead, sales, office, told);
            long deal = opportunity(lead, office);
            lost(deal, office);
            comesBack(lead, deal, office, told, first + 2 * PRICE_PAGE);
        } finally {
            admin.delete("/automations/" + thanks);
        }
    }

    private long thankYou(MadeForm form, Told told) {
        Answer template = admin.post(
                "/templates",
                "{\"code\":\"thanks-" + mark + "\",\"name\":\"" + mark
                        + "\",\"kind\":\"mail\",\"type\":\"leads\",\"fallback\":\"vi\",\"texts\":{\"" + told.language()
                        + "\":{\"subject\":\"" + told.thanks() + "\",\"body\":\"{{name}}\"},\"vi\":{\"subject\":\""
                        + told.thanks() + "\",\"body\":\"{{name}}\"}}}");
        assertThat(template.status()).as("%s", template).isEqualTo(201);
        Answer made = admin.post(
                "/automations",
                "{\"name\":\"" + mark + "\",\"type\":\"leads\",\"trigger\":{\"on\":\"form\",\"form\":\"" + form.code()
                        + "\"},\"actions\":[{\"do\":\"mail\",\"template\":\"thanks-" + mark + "\"}]}");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return made.json().getJsonNumber("id").longValue();
    }

    /** Nothing is known of the visitor before; then need, budget, wished time and place. */
    private long captured(ForeignSite site, Page visitor, Told told) {
        visitor.navigate(site.root() + "/?utm_source=zalo");
        visitor.frameLocator("[data-quanhe-form]").locator("button").waitFor();
        assertThat(visitor.evaluate("localStorage.length"))
                .as("nothing is kept before the visitor agrees")
                .isEqualTo(0);
        visitor.waitForResponse("**/forms/visits", () -> visitor.evaluate("quanhe.consent(true)"));
        FrameLocator frame = visitor.frameLocator("[data-quanhe-form]");
        frame.locator("[name='f.name']").fill(told.name() + " " + mark);
        frame.locator("[name='f.phone']").fill("091" + String.format("%07d", System.nanoTime() % 10_000_000));
        frame.locator("[name='f.email']").fill(address);
        frame.locator("[name='f.need']").fill(told.need());
        frame.locator("[name='f.budget']").fill("30000000");
        frame.locator("[name='f.wishedTime']").fill("8:30");
        frame.locator("[name='f.address']").fill(told.place());
        frame.locator("[name='c.visits']").check();
        frame.locator("button").click();
        frame.locator("#thanks").waitFor();
        assertThat(frame.locator("#thanks").innerText()).contains(told.thanks());
        List<JsonObject> found = admin.await(
                        "/leads?filter=" + Crm.encode("name.contains('" + mark + "')"),
                        answer -> !answer.json().getJsonArray("items").isEmpty())
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
        assertThat(found).hasSize(1);
        JsonObject lead = found.get(0);
        assertThat(lead.getString("need")).isEqualTo(told.need());
        assertThat(lead.get("budget").toString()).contains("30000000");
        assertThat(lead.getString("wishedTime")).isEqualTo("8:30");
        assertThat(lead.getJsonArray("addresses").toString()).contains(told.place());
        assertThat(lead.getString("language")).isEqualTo(told.language());
        return lead.getJsonNumber("id").longValue();
    }

    /** Two looks at prices make it hot; nobody in sales answers in time, and a superior is asked. */
    private void hot(ForeignSite site, Page visitor, long lead, SalesTeam sales, int first) {
        visitor.waitForResponse("**/forms/visits", () -> visitor.navigate(site.root() + "/price"));
        admin.await("/leads/" + lead, answer -> ScoredLead.points(answer.json()) == first + PRICE_PAGE);
        visitor.waitForResponse("**/forms/visits", () -> visitor.navigate(site.root() + "/price-list"));
        admin.await("/leads/" + lead, answer -> ScoredLead.points(answer.json()) == first + 2 * PRICE_PAGE);
        assertThat(first + 2 * PRICE_PAGE).as("the threshold is reached").isGreaterThanOrEqualTo(60);
        assertThat(record(lead).getString("band")).isEqualTo("hot");
        String handover = "/leads/" + lead + "/handover";
        JsonObject asked = admin.await(handover, answer -> answer.json().containsKey("dueAt"))
                .json();
        assertThat(record(lead).getString("status")).isEqualTo("awaiting");
        assertThat(asked.getString("to")).isEqualTo(sales.seller(0).username());
        Instant due = Instant.parse(asked.getString("dueAt"));
        assertThat(Duration.between(Instant.parse(asked.getString("askedAt")), due))
                .as("four hours of work and the hour at noon")
                .isEqualTo(Duration.ofMinutes(LIMIT_MINUTES + 60));
        TIME.until(due.minusSeconds(60));
        assertThat(admin.get(handover).json().containsKey("escalatedAt")).isFalse();
        TIME.until(due.plusSeconds(1));
        JsonObject late = admin.await(handover, answer -> answer.json().containsKey("escalatedAt"))
                .json();
        assertThat(Instant.parse(late.getString("escalatedAt"))).isAfterOrEqualTo(due);
        assertThat(late.getString("to")).isEqualTo(sales.manager().username());
        assertThat(record(lead).getString("status")).isEqualTo("awaiting");
        ScoredLead.assertSumOfLedger(lead);
    }

    private void accepted(long lead, SalesTeam sales, Browser office, Told words) {
        Colleague manager = sales.manager();
        Page page = office.signIn(manager.username(), manager.password());
        office.go("record.xhtml?type=leads&id=" + lead);
        assertThat(page.locator(".qh-leadway [aria-current]").innerText()).contains(words.awaiting());
        office.screenshot("story-awaiting-" + words.language());
        page.locator("[id='accept:yes']").click();
        page.locator(".qh-leadway .is-here", new Page.LocatorOptions().setHasText(words.accepted()))
                .waitFor();
        assertThat(record(lead).getJsonObject("owner").getInt("id")).isEqualTo((int) manager.id());
        JsonObject call = admin.await(
                        "/activities?filter=" + Crm.encode("lead == " + lead + " && kind == 'call'"),
                        answer -> !answer.json().getJsonArray("items").isEmpty())
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        JsonObject kept = admin.get("/working-time").json();
        Instant calledAt = Instant.parse(call.getString("startsAt"));
        assertThat(calledAt).isAfter(TIME.now());
        LocalTime starts =
                calledAt.atZone(ZoneId.of(kept.getString("timeZone"))).toLocalTime();
        assertThat(starts)
                .satisfiesAnyOf(
                        at -> assertThat(at).isBetween(LocalTime.of(8, 0), LocalTime.of(12, 0)),
                        at -> assertThat(at).isBetween(LocalTime.of(13, 0), LocalTime.of(17, 0)));
    }

    private long opportunity(long lead, Browser office) {
        Page page = office.go("record.xhtml?type=leads&id=" + lead);
        page.locator("[popovertarget='lead-convert']").click();
        page.locator("[id='convert:go']").click();
        page.locator("[data-toast]").first().waitFor();
        JsonObject converted = record(lead);
        assertThat(converted.getString("status")).isEqualTo("converted");
        long deal = converted.getJsonObject("opportunity").getJsonNumber("id").longValue();
        JsonObject opportunity = admin.get("/opportunities/" + deal).json();
        assertThat(opportunity.get("amount").toString()).contains("30000000");
        assertThat(opportunity.getJsonObject("customer").getInt("id"))
                .isEqualTo(converted.getJsonObject("customer").getInt("id"));
        assertThat(admin.get("/customers/" + converted.getJsonObject("customer").getInt("id") + "/consents")
                        .text())
                .as("consent goes with the person")
                .contains("\"visits\"", "given");
        return deal;
    }

    private void lost(long deal, Browser office) {
        Page page = office.go("record.xhtml?type=opportunities&id=" + deal);
        page.locator("[data-open=close-deal]").click();
        page.locator("#close-deal [name=reason]").selectOption("price");
        page.locator("#close-deal button[value=lose]").click();
        page.locator("[id='recycle:again']").waitFor();
        assertThat(admin.get("/opportunities/" + deal).json().getString("reason"))
                .isEqualTo("price");
    }

    /** Recycled with its history and count; what the person does makes it hot again, and sales are asked again. */
    private void comesBack(long lead, long deal, Browser office, Told told, int before) {
        Page page = office.page();
        page.locator("[id='recycle:again']").click();
        page.locator(".qh-leadway .is-here", new Page.LocatorOptions().setHasText(told.nurturing()))
                .waitFor();
        office.screenshot("story-recycled-" + told.language());
        assertThat(page.url()).contains("type=leads", "id=" + lead);
        assertThat(record(lead).getInt("recycled")).isEqualTo(1);
        assertThat(ScoredLead.score(lead)).isEqualTo(before + LOST);
        assertThat(admin.get("/leads/" + lead + "/handover/trail").json().getJsonArray("items").stream()
                        .map(stay -> stay.asJsonObject().getString("status")))
                .as("the second sign of interest brought it to nurturing before sales were asked")
                .containsExactly("new", "nurturing", "awaiting", "accepted", "converted", "nurturing");
        ScoredLead.signal(lead, "mail-answered");
        assertThat(ScoredLead.score(lead)).isEqualTo(before + LOST + MAIL_ANSWERED);
        ScoredLead.signal(lead, "download");
        assertThat(ScoredLead.score(lead)).isEqualTo(before + LOST + MAIL_ANSWERED + DOWNLOAD);
        assertThat(record(lead).getString("band")).isEqualTo("hot");
        admin.await(
                "/leads/" + lead, answer -> answer.json().getString("status").equals("awaiting"));
        ScoredLead.assertSumOfLedger(lead);
    }

    private JsonObject record(long lead) {
        return admin.get("/leads/" + lead).json();
    }
}
