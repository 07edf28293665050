package org.quanhe.crm.leads;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Shaping;

/**
 * A lead that works somewhere becomes a person and an organisation, matched or made, and all of it can be taken back.
 */
class ConversionIT {
    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);
    private final String house = "Công ty TNHH Minh Phát " + mark;

    private static long made(Crm who, String path, String content) {
        Answer made = who.post(path, content);
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return made.json().getJsonNumber("id").longValue();
    }

    private long lead(String name, String company) {
        return made(
                admin,
                "/leads",
                "{\"name\":\"" + name + " " + mark + "\",\"company\":\"" + company
                        + "\",\"jobTitle\":\"Trưởng phòng\",\"budget\":\"9000000 VND\",\"tags\":[\"" + mark + "\"]}");
    }

    private Answer convert(long lead, String order) {
        return admin.post("/leads/" + lead + "/conversion", order);
    }

    private Converted converted(long lead, String order) {
        Answer done = convert(lead, order);
        assertThat(done.status()).as("%s", done).isEqualTo(200);
        JsonObject told = done.json();
        return new Converted(
                told.getInt("customer"),
                told.getInt("organisation", 0),
                told.getBoolean("organisationMade", false),
                told.getInt("opportunity", 0));
    }

    /** What a conversion tells; 0 for nothing. */
    private record Converted(int customer, int organisation, boolean organisationMade, int opportunity) {}

    private JsonObject record(String type, long id) {
        return admin.get("/" + type + "/" + id).json();
    }

    private boolean there(String type, long id) {
        return admin.get("/" + type + "/" + id).status() == 200;
    }

    private static int reference(JsonObject record, String field) {
        return record.getJsonObject(field).getInt("id");
    }

    /** The relations of a person, with the organisation first. */
    private List<JsonObject> relations(long person) {
        return admin.get("/relations?filter=" + Crm.encode("related == " + person))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    @Test
    @Tag("R142")
    void aLeadWithACompanyBecomesAPersonAndAnOrganisationWithTheirRelationAndThatCanBeTakenBack() {
        long lead = lead("Đỗ Chuyển", house);
        Converted made = converted(lead, "{\"opportunity\":true}");
        JsonObject person = record("customers", made.customer());
        assertThat(person.getString("kind")).isEqualTo("person");
        assertThat(person.getString("company")).isEqualTo(house);
        JsonObject organisation = record("customers", made.organisation());
        assertThat(made.organisationMade()).isTrue();
        assertThat(organisation.getString("kind")).isEqualTo("organisation");
        assertThat(organisation.getString("name")).isEqualTo(house);
        assertThat(organisation.getJsonArray("tags").toString()).contains(mark);
        assertThat(organisation).as("what is the person's").doesNotContainKeys("company", "jobTitle", "phone");
        List<JsonObject> relations = relations(made.customer());
        assertThat(relations).hasSize(1);
        JsonObject relation = relations.get(0);
        assertThat(reference(relation, "customer")).isEqualTo(made.organisation());
        assertThat(relation.getString("role")).isEqualTo("employee");
        assertThat(relation.getString("remark")).isEqualTo("Trưởng phòng");
        JsonObject deal = record("opportunities", made.opportunity());
        assertThat(reference(deal, "customer")).isEqualTo(made.organisation());
        assertThat(reference(deal, "contact")).isEqualTo(made.customer());
        assertThat(deal.getString("name")).isEqualTo(house + " – Đỗ Chuyển " + mark);
        assertThat(reference(record("leads", lead), "organisation")).isEqualTo(made.organisation());

        assertThat(admin.delete("/leads/" + lead + "/conversion").json().getInt("kept"))
                .isZero();
        assertThat(there("opportunities", made.opportunity())).isFalse();
        assertThat(there("relations", relation.getInt("id"))).isFalse();
        assertThat(there("customers", made.customer())).isFalse();
        assertThat(there("customers", made.organisation())).isFalse();
        assertThat(record("leads", lead)).doesNotContainKeys("customer", "organisation", "opportunity");
    }

    @Test
    @Tag("R142")
    void anOrganisationIsMatchedWhateverItsLegalFormAndStaysWhenTheConversionIsTakenBack() {
        int first = converted(lead("Người Một", house), "{}").organisation();
        long second = lead("Người Hai", "MINH PHAT " + mark + " JSC");
        admin.await(
                "/leads/" + second + "/organisations",
                answer -> !answer.json().getJsonArray("items").isEmpty());
        Answer refused = convert(second, "{\"organisation\":\"x\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("not the number of a record");
        Converted matched = converted(second, "{\"opportunity\":true}");
        assertThat(matched.organisation()).isEqualTo(first);
        assertThat(matched.organisationMade()).isFalse();
        assertThat(relations(matched.customer())).hasSize(1);
        assertThat(admin.delete("/leads/" + second + "/conversion").json().getInt("kept"))
                .isZero();
        assertThat(there("customers", first)).isTrue();
        assertThat(there("customers", matched.customer())).isFalse();
        assertThat(relations(matched.customer())).isEmpty();
        assertThat(converted(lead("Người Ba", "Phát Minh " + mark), "{}").organisation())
                .as("words in another order are another name")
                .isNotEqualTo(first);
    }

    @Test
    void ofSeveralWithOneNameTheCallerSaysWhich() {
        int one = (int) made(admin, "/customers", "{\"kind\":\"organisation\",\"name\":\"Hải Âu " + mark + "\"}");
        int other = (int) made(admin, "/customers", "{\"kind\":\"organisation\",\"name\":\"Hải Âu " + mark + "\"}");
        long lead = lead("Chị Sáu", "Hải Âu " + mark);
        Answer asked = admin.with("Accept-Language", "vi").post("/leads/" + lead + "/conversion", "{}");
        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.text()).contains("Có nhiều tổ chức tên Hải Âu " + mark);
        assertThat(record("leads", lead).getString("status")).isEqualTo("new");
        assertThat(converted(lead, "{\"organisation\":" + other + "}").organisation())
                .isEqualTo(other);
        assertThat(admin.delete("/leads/" + lead + "/conversion").status()).isEqualTo(200);
        Converted third = converted(lead, "{\"organisation\":\"new\"}");
        assertThat(third.organisation()).isNotIn(0, one, other);
        assertThat(admin.delete("/leads/" + lead + "/conversion").status()).isEqualTo(200);
        Converted alone = converted(lead, "{\"organisation\":\"none\",\"opportunity\":true}");
        assertThat(alone.organisation()).isZero();
        JsonObject deal = record("opportunities", alone.opportunity());
        assertThat(reference(deal, "customer")).isEqualTo(alone.customer());
        assertThat(deal).doesNotContainKey("contact");
    }

    @Test
    void aLeadThatIsItsCompanyBecomesThatOrganisationAlone() {
        long lead = made(
                admin,
                "/leads",
                "{\"name\":\"Gỗ Việt " + mark + "\",\"company\":\"GỖ VIỆT " + mark + "\",\"phone\":\"0903 123 456\"}");
        Converted made = converted(lead, "{\"opportunity\":true}");
        assertThat(made.organisation()).isZero();
        JsonObject organisation = record("customers", made.customer());
        assertThat(organisation.getString("kind")).isEqualTo("organisation");
        assertThat(organisation.getString("phone")).contains("123");
        assertThat(organisation).doesNotContainKey("company");
        assertThat(record("opportunities", made.opportunity()).getString("name"))
                .isEqualTo("Gỗ Việt " + mark);
    }

    @Test
    void longNamesOfPersonAndCompanyLeaveTheOpportunityThatOfThePerson() {
        String person = "Người Có Tên Dài " + "à".repeat(150) + mark;
        long lead =
                made(admin, "/leads", "{\"name\":\"" + person + "\",\"company\":\"" + "Nhà ".repeat(40) + mark + "\"}");
        Converted made = converted(lead, "{\"opportunity\":true}");
        assertThat(record("opportunities", made.opportunity()).getString("name"))
                .isEqualTo(person);
        assertThat(made.organisationMade()).isTrue();
    }

    @Test
    void whatIsNoOrganisationIsRefusedAtItsPlace() {
        int person = (int) made(admin, "/customers", "{\"name\":\"Một Người " + mark + "\"}");
        int organisation = (int) made(admin, "/customers", "{\"kind\":\"organisation\",\"name\":\"Nhà " + mark + "\"}");
        long lead = lead("Bà Tám", house);
        long alone = made(admin, "/leads", "{\"name\":\"Không Công Ty " + mark + "\"}");
        assertThat(convert(lead, "{\"organisation\":" + person + "}").status()).isEqualTo(400);
        assertThat(convert(lead, "{\"organisation\":" + person + "}").text()).contains("\"organisation\"");
        assertThat(convert(lead, "{\"organisation\":999999999}").status()).isEqualTo(404);
        assertThat(convert(alone, "{\"organisation\":\"new\"}").status()).isEqualTo(400);
        assertThat(convert(lead, "{\"customer\":" + organisation + ",\"organisation\":" + organisation + "}")
                        .status())
                .isEqualTo(400);
        assertThat(record("leads", lead).getString("status")).isEqualTo("new");
        assertThat(converted(alone, "{\"organisation\":" + organisation + "}").organisation())
                .isEqualTo(organisation);
    }

    @Test
    void aPersonWhoIsKnownThereGetsNoSecondRelation() {
        Converted first = converted(lead("Anh Năm", house), "{}");
        Converted again = converted(lead("Anh Năm", house), "{\"customer\":" + first.customer() + "}");
        assertThat(again.organisation()).isEqualTo(first.organisation());
        assertThat(again.customer()).isEqualTo(first.customer());
        assertThat(relations(first.customer())).hasSize(1);
    }

    /** Each bit is something that a colleague did meanwhile. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 8, 10, 16, 20, 32, 48})
    @Tag("R142")
    void whatSomebodyWorksWithStaysWithAllThatItNeeds(int done) {
        long lead = lead("Việc " + done, "Nhà " + done + " " + mark);
        Converted made = converted(lead, "{\"opportunity\":true}");
        int relation = relations(made.customer()).get(0).getInt("id");
        boolean dealChanged = (done & 1) > 0;
        boolean relationChanged = (done & 2) > 0;
        boolean personChanged = (done & 4) > 0;
        boolean organisationChanged = (done & 8) > 0;
        boolean personCalled = (done & 16) > 0;
        boolean organisationVisited = (done & 32) > 0;
        if (dealChanged) {
            changed("/opportunities/" + made.opportunity(), "{\"competitor\":\"Bên kia\"}");
        }
        if (relationChanged) {
            changed("/relations/" + relation, "{\"role\":\"director\"}");
        }
        if (personChanged) {
            changed("/customers/" + made.customer(), "{\"notes\":\"x\"}");
        }
        if (organisationChanged) {
            changed("/customers/" + made.organisation(), "{\"notes\":\"x\"}");
        }
        if (personCalled) {
            made(admin, "/activities", "{\"kind\":\"call\",\"subject\":\"x\",\"customer\":" + made.customer() + "}");
        }
        if (organisationVisited) {
            made(
                    admin,
                    "/activities",
                    "{\"kind\":\"task\",\"subject\":\"x\",\"customer\":" + made.organisation() + "}");
        }
        boolean person = dealChanged || relationChanged || personChanged || personCalled;
        boolean organisation = person || organisationChanged || organisationVisited;
        int kept = admin.delete("/leads/" + lead + "/conversion").json().getInt("kept");
        assertThat(there("opportunities", made.opportunity())).isEqualTo(dealChanged);
        assertThat(there("customers", made.customer())).isEqualTo(person);
        assertThat(there("customers", made.organisation())).isEqualTo(organisation);
        assertThat(there("relations", relation)).isEqualTo(person);
        assertThat(kept).isEqualTo((dealChanged ? 1 : 0) + (person ? 2 : 0) + (organisation ? 1 : 0));
    }

    private void changed(String path, String values) {
        Answer changed = admin.patch(path, values);
        assertThat(changed.status()).as("%s", changed).isEqualTo(200);
    }

    @Test
    void twoWhoConvertColleaguesOfOneHouseAtOnceMakeOneOrganisation() {
        for (int round = 0; round < 4; round++) {
            String company = "Cùng Nhà " + round + " " + mark;
            List<Long> leads = IntStream.range(0, 3)
                    .mapToObj(i -> lead("Đồng nghiệp " + i, company))
                    .toList();
            List<CompletableFuture<Converted>> runs = leads.stream()
                    .map(lead -> CompletableFuture.supplyAsync(() -> converted(lead, "{}")))
                    .toList();
            List<Converted> all = runs.stream().map(CompletableFuture::join).toList();
            Set<Integer> organisations =
                    all.stream().map(Converted::organisation).collect(Collectors.toSet());
            assertThat(organisations).hasSize(1);
            assertThat(all.stream().filter(Converted::organisationMade)).hasSize(1);
        }
    }

    @Test
    void nobodyLearnsByAConversionWhatIsHidden() {
        long team = Colleague.team("Bán hàng " + mark);
        Colleague seller = Colleague.with(List.of("sales"), List.of(team));
        long lead = made(
                admin,
                "/leads",
                "{\"name\":\"Kín " + mark + "\",\"company\":\"" + house + "\",\"notes\":\"bí mật\","
                        + "\"budget\":\"7000000 VND\",\"team\":" + team + "}");
        Shaping.show(admin, "sales", "leads", "budget", false);
        Shaping.show(admin, "sales", "leads", "notes", false);
        try {
            Answer done = seller.crm().post("/leads/" + lead + "/conversion", "{\"opportunity\":true}");
            assertThat(done.status()).as("%s", done).isEqualTo(200);
            assertThat(record("opportunities", done.json().getInt("opportunity")))
                    .doesNotContainKey("amount");
            assertThat(record("customers", done.json().getInt("customer"))).doesNotContainKey("notes");
            assertThat(seller.crm()
                            .get("/customers/" + done.json().getInt("organisation"))
                            .status())
                    .isEqualTo(200);
        } finally {
            Shaping.show(admin, "sales", "leads", "budget", true);
            Shaping.show(admin, "sales", "leads", "notes", true);
        }
    }

    @Test
    void fieldsOfOnesOwnGoAlongWhereCustomersHaveThemToo() {
        String both = "region_" + mark;
        String unlike = "grade_" + mark;
        for (String type : List.of("leads", "customers")) {
            boolean customers = type.equals("customers");
            Shaping.publish(
                    admin,
                    "{'op':'addField','type':'" + type + "','field':{'name':'" + both
                            + "','kind':'text','labels':{'en':'Region'}}}",
                    "{'op':'addField','type':'" + type + "','field':{'name':'" + unlike + "','kind':'"
                            + (customers ? "number" : "text") + "','labels':{'en':'Grade'}}}");
        }
        long lead = made(
                admin,
                "/leads",
                "{\"name\":\"Riêng " + mark + "\",\"company\":\"" + house + "\",\"" + both + "\":\"Nam\",\"" + unlike
                        + "\":\"A\"}");
        Converted made = converted(lead, "{}");
        for (int customer : List.of(made.customer(), made.organisation())) {
            JsonObject values = record("customers", customer);
            assertThat(values.getString(both)).isEqualTo("Nam");
            assertThat(values).doesNotContainKey(unlike);
        }
    }
}
