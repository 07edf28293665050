package org.quanhe.crm.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Shaping;

/** Layouts and conditions of forms, from outside. */
class FormsIT {
    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);
    private final String deals = "deals" + mark;

    @BeforeEach
    void shape() {
        Shaping.publish(
                admin,
                "{'op':'addType','type':{'name':'" + deals + "','rights':'shared','labels':{'en':'Deals'},'fields':["
                        + "{'name':'stage','kind':'choice','choices':[{'code':'open'},{'code':'won'},{'code':'lost'}],"
                        + "'labels':{'en':'Stage'}},{'name':'reason','kind':'text','labels':{'en':'Reason'}},"
                        + "{'name':'price','kind':'number','labels':{'en':'Price'}}]}}",
                condition("reason", "'show':'stage == ~lost~','require':'stage == ~lost~'"),
                condition("price", "'lock':'stage == ~won~'"));
    }

    /** Quotation marks within a condition are written as tildes. */
    private String condition(String field, String parts) {
        return "{'op':'setCondition','type':'" + deals + "','condition':{'field':'" + field + "',"
                + parts.replace("~", "\\'") + "}}";
    }

    private Answer create(String values) {
        return admin.post("/" + deals, "{\"name\":\"Máy " + mark + "\"," + values.replace('\'', '"') + "}");
    }

    private Answer draft(String... changes) {
        return admin.post(
                "/metadata/drafts", "{\"changes\":[" + String.join(",", changes).replace('\'', '"') + "]}");
    }

    @Test
    void whatIsDemandedIsDemandedOfEveryWriter() {
        Answer refused = create("'stage':'lost'");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("\"reason\"", "Fill this in");
        Answer made = create("'stage':'open'");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        String path = "/" + deals + "/" + made.json().getInt("id");
        assertThat(admin.patch(path, "{\"stage\":\"lost\"}").text()).contains("\"reason\"");
        assertThat(admin.get(path).json().getString("stage")).isEqualTo("open");
        assertThat(admin.patch(path, "{\"stage\":\"lost\",\"reason\":\"giá\"}").status())
                .isEqualTo(200);
        assertThat(admin.patch(path, "{\"reason\":null}").status()).isEqualTo(400);

        byte[] rows = ("name\tstage\treason\nA\tlost\t\nB\tlost\tgiá\n").getBytes(StandardCharsets.UTF_8);
        Answer started = admin.upload("/imports", "rows.tsv", rows, Map.of("type", deals));
        Answer done = admin.await(
                started.header("Location"), a -> a.json().getString("state").equals("done"));
        assertThat(done.json().getInt("written")).as("%s", done).isEqualTo(1);
        assertThat(done.json().getInt("failed")).isEqualTo(1);
    }

    @Test
    void whatIsClosedStaysUntilWhatClosesItChanges() {
        Answer made = create("'stage':'open','price':5");
        String path = "/" + deals + "/" + made.json().getInt("id");
        // the price with which it is won is still written
        assertThat(admin.patch(path, "{\"stage\":\"won\",\"price\":6}").status())
                .isEqualTo(200);
        Answer refused = admin.with("Accept-Language", "vi").patch(path, "{\"price\":7}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("\"price\"", "khoá");
        assertThat(admin.patch(path, "{\"name\":\"Máy lạnh\"}").status()).isEqualTo(200);
        assertThat(admin.patch(path, "{\"stage\":\"open\",\"price\":7}").status())
                .isEqualTo(200);
    }

    @Test
    void aRecordThatBreaksAYoungerRuleCanStillBeChangedElsewhere() {
        Answer made = create("'stage':'open'");
        String path = "/" + deals + "/" + made.json().getInt("id");
        Shaping.publish(admin, condition("price", "'require':'stage == ~open~'"));
        assertThat(admin.patch(path, "{\"name\":\"Khác\"}").status()).isEqualTo(200);
        assertThat(admin.patch(path, "{\"price\":1}").status()).isEqualTo(200);
        assertThat(admin.patch(path, "{\"price\":null}").status()).isEqualTo(400);
    }

    @Test
    void layoutsAndConditionsFollowAFieldOfAnotherName() {
        Shaping.publish(
                admin,
                "{'op':'setLayout','type':'" + deals + "','layout':{'role':'sales','sections':[{'labels':{'en':'Top'},"
                        + "'fields':['stage','name']}],'hidden':['price']}}");
        Shaping.publish(admin, "{'op':'changeField','type':'" + deals + "','name':'stage','set':{'name':'phase'}}");
        String file = admin.post("/metadata/export", "{\"types\":[\"" + deals + "\"]}")
                .text();
        assertThat(file)
                .contains("\"phase\", \"name\"")
                .contains("phase == \\\"lost\\\"")
                .doesNotContain("stage ==", "\"stage\", \"name\"");
        assertThat(create("'phase':'lost'").text()).contains("\"reason\"");
        // the file says the same on this server: nothing to change
        Answer rehearsed = admin.post("/metadata/import?dryRun=true", file);
        assertThat(rehearsed.status()).as("%s", rehearsed).isEqualTo(200);
        assertThat(rehearsed.json().getJsonArray("lines")).as("%s", rehearsed).isEmpty();
    }

    @Test
    void whatCannotBeIsToldAtItsPlace() {
        Answer broken = draft(condition("price", "'lock':'stag == ~won~'"));
        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.text()).contains(deals + ".price.conditions.lock");
        String layout = "{'op':'setLayout','type':'" + deals + "','layout':";
        assertThat(draft(layout + "{'role':'king','sections':[]}}").text()).contains("king");
        assertThat(draft(layout + "{'sections':[{'fields':['stage','stage']}]}}")
                        .text())
                .contains("twice");
        assertThat(draft(layout + "{'sections':[{'fields':['nothing']}]}}").text())
                .contains("nothing");
        assertThat(draft(layout + "{'sections':[{'columns':9,'fields':[]}]}}").status())
                .isEqualTo(400);
        assertThat(draft(layout + "{'sections':[{'tab':true,'fields':[]}]}}").text())
                .contains("needs a name");
        Shaping.publish(
                admin,
                "{'op':'addField','type':'" + deals
                        + "','field':{'name':'must','kind':'text','required':true,'labels':{'en':'Must'}}}");
        assertThat(draft(layout + "{'sections':[],'hidden':['must']}}").text()).contains("cannot be hidden");
    }

    @Test
    void theDifferenceIsToldInWords() {
        Answer draft = draft(
                "{'op':'setLayout','type':'" + deals
                        + "','layout':{'sections':[{'labels':{'en':'Top'},'fields':['stage']}]}}",
                condition("price", "'show':'has(stage)'"));
        String told = admin.with("Accept-Language", "vi")
                .get("/metadata/drafts/" + draft.json().getInt("id") + "/difference")
                .text();
        assertThat(told).contains("mọi người").contains("hiện khi").contains("has(stage)");
        admin.delete("/metadata/drafts/" + draft.json().getInt("id"));
    }
}
