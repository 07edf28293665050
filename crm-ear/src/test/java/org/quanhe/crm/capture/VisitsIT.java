package org.quanhe.crm.capture;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;

/** Page views of visitors, as the script of the website sends them. */
class VisitsIT {
    private static final String SITE = "https://maylanh.example/";

    private final Crm admin = Crm.admin();
    private final String mark = "ghe" + Long.toString(System.nanoTime(), 36);
    private final String visitor = Visitor.number();
    private final MadeForm form = MadeForm.with(
            Json.createObjectBuilder().add("consents", Json.createArrayBuilder(List.of("visits", "news"))));

    /** The model that comes with the application counts visits, and pages about prices. */
    private static Answer looks(String who, String page) {
        return Visitor.looks(who, page);
    }

    private Visitor filled() {
        return Visitor.opens(form.code(), "?lang=vi&visitor=" + visitor)
                .says("name", "Khách " + mark)
                .says("email", mark + "@example.vn");
    }

    private String score() {
        return admin.get("/leads/" + MadeForm.lead(mark).getInt("id") + "/score")
                .text();
    }

    @Test
    @Tag("R144")
    void earlierVisitsJoinTheLeadWhoAgrees() {
        assertThat(looks(visitor, SITE + "price/" + mark + "?email=secret#x").status())
                .isEqualTo(204);
        looks(visitor, SITE + "lap-dat/" + mark);
        assertThat(filled().agrees("visits").sends().status()).isEqualTo(200);
        String score = score();
        assertThat(score).contains(SITE + "price/" + mark).doesNotContain("secret");
        int before = MadeForm.lead(mark).getInt("score");
        looks(visitor, SITE + "price/sau/" + mark);
        assertThat(score()).as("later ones too").contains(SITE + "price/sau/" + mark);
        assertThat(MadeForm.lead(mark).getInt("score")).isGreaterThanOrEqualTo(before);
        assertThat(admin.get("/leads/" + MadeForm.lead(mark).getInt("id") + "/consents")
                        .text())
                .contains("form:" + form.code())
                .contains("GIVEN".toLowerCase(java.util.Locale.ROOT));
    }

    @Test
    @Tag("R144")
    void withoutConsentNothingJoins() {
        looks(visitor, SITE + "price/" + mark);
        assertThat(filled().agrees("news").sends().status()).isEqualTo(200);
        looks(visitor, SITE + "price/sau/" + mark);
        assertThat(score()).doesNotContain(SITE);
    }

    @Test
    @Tag("R144")
    void whoTakesItBackIsForgotten() {
        looks(visitor, SITE + "price/" + mark);
        filled().agrees("visits").sends();
        assertThat(Crm.anonymous()
                        .send("POST", "/crm/forms/visits/forget", "text/plain", "{\"visitor\":\"" + visitor + "\"}")
                        .status())
                .isEqualTo(204);
        looks(visitor, SITE + "price/sau/" + mark);
        assertThat(score()).doesNotContain(SITE + "price/sau/");
        assertThat(admin.get("/leads/" + MadeForm.lead(mark).getInt("id") + "/consents")
                        .text())
                .contains("withdrawn");
    }

    @Test
    @Tag("R144")
    void consentTakenBackAtTheLeadStopsTheVisits() {
        filled().agrees("visits").sends();
        int lead = MadeForm.lead(mark).getInt("id");
        Answer noted = admin.post(
                "/leads/" + lead + "/consents", "{\"purpose\":\"visits\",\"agrees\":false,\"how\":\"điện thoại\"}");
        assertThat(noted.status()).as("%s", noted).isBetween(200, 204);
        looks(visitor, SITE + "price/sau/" + mark);
        assertThat(score()).doesNotContain(SITE + "price/sau/");
    }

    @Test
    void theSentenceThatWasReadIsKeptAndNothingIsTickedBeforehand() {
        Visitor opened = filled();
        assertThat(opened.opened().text()).contains("name=\"c.visits\"").doesNotContain("checked");
        opened.agrees("visits").agrees("nonsense").sends();
        int lead = MadeForm.lead(mark).getInt("id");
        String wording = admin.get("/consent-purposes").json().getJsonArray("purposes").stream()
                .map(purpose -> purpose.asJsonObject())
                .filter(purpose -> purpose.getString("code").equals("visits"))
                .map(purpose -> purpose.getJsonObject("wordings").getString("vi"))
                .findFirst()
                .orElseThrow();
        assertThat(admin.get("/leads/" + lead + "/consents").text()).contains(wording);
        assertThat(MadeForm.timeline(MadeForm.lead(mark))).contains(wording);
    }

    @Test
    void whatIsNoVisitIsPassedOver() {
        for (String body : List.of("", "[]", "{", "null", "{\"visitor\":1}", "1e999999", "x".repeat(9_000))) {
            assertThat(Crm.anonymous()
                            .send("POST", "/crm/forms/visits", "text/plain", body)
                            .status())
                    .as(body)
                    .isEqualTo(204);
        }
        assertThat(looks("someone", SITE).status()).isEqualTo(204);
        assertThat(looks(visitor, "javascript:alert('" + mark + "')").status()).isEqualTo(204);
        filled().agrees("visits").sends();
        assertThat(score()).doesNotContain("javascript");
    }
}
