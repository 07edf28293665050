package org.quanhe.crm.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Patience;
import org.quanhe.crm.harness.Shaping;

/** A calculated field tells of what it was made from: who may not read that does not see what was made. */
class CalculatedFieldRightsIT {
    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);
    private final String units = "units" + mark;
    private final String secret = "secret_" + mark;
    private final String total = "total_" + mark;
    private final String twice = "twice_" + mark;
    private final String word = "word_" + mark;
    private final Colleague reader = Colleague.with(List.of("marketing"), List.of());
    private long customer;
    private long unit;

    @BeforeEach
    void shape() {
        Shaping.publish(
                admin,
                "{'op':'addField','type':'customers','field':{'name':'" + secret
                        + "','kind':'text','labels':{'en':'Secret'}}}",
                "{'op':'addType','type':{'name':'" + units + "','rights':'owned','labels':{'en':'Units " + mark
                        + "'},'fields':[{'name':'customer','kind':'reference','target':'customers',"
                        + "'labels':{'en':'Customer'}},{'name':'price','kind':'number','labels':{'en':'Price'}},"
                        + "{'name':'told','kind':'text','list':true,'formula':'customer." + secret
                        + "','labels':{'en':'Told'}}]}}",
                "{'op':'addField','type':'customers','field':{'name':'" + total
                        + "','kind':'number','list':true,'rollup':{'type':'" + units
                        + "','field':'customer','function':'sum','of':'price'},'labels':{'en':'Total'}}}",
                "{'op':'addField','type':'customers','field':{'name':'" + twice
                        + "','kind':'number','list':true,'formula':'" + total + " * 2','labels':{'en':'Twice'}}}",
                "{'op':'addField','type':'customers','field':{'name':'" + word
                        + "','kind':'text','searchable':true,'formula':'" + secret
                        + " + notes','labels':{'en':'Word'}}}");
        Shaping.right(admin, "marketing", units, "all", "none", "none");
        Answer made = admin.post(
                "/customers",
                "{\"name\":\"Bà " + mark + "\",\"notes\":\"nhím\",\"" + secret + "\":\"kín" + mark + "\"}");
        customer = made.json().getJsonNumber("id").longValue();
        unit = admin.post("/" + units, "{\"name\":\"Máy\",\"price\":9.5,\"customer\":" + customer + "}")
                .json()
                .getJsonNumber("id")
                .longValue();
        admin.await(
                "/customers/" + customer,
                answer -> answer.json().containsKey(twice)
                        && answer.json().getJsonNumber(twice).intValue() == 19);
        sees("/customers/" + customer, total, true);
        sees("/customers/" + customer, twice, true);
        sees("/customers/" + customer, word, true);
        sees("/" + units + "/" + unit, "told", true);
    }

    @AfterEach
    void everythingShown() {
        Shaping.show(admin, "marketing", "customers", "notes", true);
        Shaping.show(admin, "marketing", "customers", secret, true);
        Shaping.show(admin, "marketing", units, "price", true);
        Shaping.right(admin, "marketing", units, "all", "none", "none");
    }

    private void sees(String path, String field, boolean shown) {
        Answer answer = reader.crm().get(path);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        assertThat(answer.json().containsKey(field))
                .as("%s in %s", field, answer)
                .isEqualTo(shown);
        String type = path.split("/")[1];
        assertThat(reader.crm().get("/" + type + "?limit=1&fields=" + field).status())
                .as("%s asked for", field)
                .isEqualTo(shown ? 200 : 400);
        assertThat(fieldsOf(type).contains("\"" + field + "\"")).as(field).isEqualTo(shown);
    }

    private String fieldsOf(String type) {
        return reader.crm().get("/metadata").json().getJsonArray("types").getValuesAs(JsonObject.class).stream()
                .filter(one -> one.getString("name").equals(type))
                .map(one -> one.getJsonArray("fields").toString())
                .findFirst()
                .orElseThrow();
    }

    private int hits(String query) {
        return reader.crm()
                .get("/search?type=customers&q=" + Crm.encode(query))
                .json()
                .getJsonArray("hits")
                .size();
    }

    @Test
    void aFormulaIsHiddenWithEachOfItsFieldsAlsoFromTheSearch() {
        // what others save is found a moment later
        Patience.until("the customer is found", () -> hits("kín" + mark + "nhím") == 1);
        Shaping.show(admin, "marketing", "customers", "notes", false);
        sees("/customers/" + customer, word, false);
        assertThat(hits("kín" + mark + "nhím")).isZero();
        assertThat(reader.crm().get("/customers/" + customer + "/audit").text()).doesNotContain("nhím");
        Shaping.show(admin, "marketing", "customers", "notes", true);
        sees("/customers/" + customer, word, true);
    }

    @Test
    void whatComesOverARelationIsHiddenWithTheFieldThere() {
        Shaping.show(admin, "marketing", "customers", secret, false);
        sees("/" + units + "/" + unit, "told", false);
        sees("/customers/" + customer, total, true);
        JsonObject why = admin.get("/rights/why?user=" + reader.id() + "&type=" + units + "&id=" + unit)
                .json();
        assertThat(why.getJsonArray("hidden").toString()).contains("told");
    }

    @Test
    void aRollUpIsHiddenWithWhatItGathersAndSoIsWhatIsMadeFromIt() {
        Shaping.show(admin, "marketing", units, "price", false);
        sees("/customers/" + customer, total, false);
        sees("/customers/" + customer, twice, false);
        Shaping.show(admin, "marketing", units, "price", true);
        sees("/customers/" + customer, total, true);
        Shaping.right(admin, "marketing", units, "none", "none", "none");
        sees("/customers/" + customer, total, false);
        sees("/customers/" + customer, twice, false);
    }

    /** The rights stay as they are; what the formula is made from changes. */
    @Test
    void aFormulaThatComesToUseAHiddenFieldIsHiddenWithItsPublishing() {
        Shaping.publish(
                admin,
                "{'op':'addField','type':'customers','field':{'name':'calm_" + mark
                        + "','kind':'text','formula':'name','labels':{'en':'Calm'}}}");
        Shaping.show(admin, "marketing", "customers", "notes", false);
        admin.await("/customers/" + customer, answer -> answer.json().containsKey("calm_" + mark));
        sees("/customers/" + customer, "calm_" + mark, true);
        Shaping.publish(
                admin,
                "{'op':'changeField','type':'customers','name':'calm_" + mark + "','set':{'formula':'name + notes'}}");
        sees("/customers/" + customer, "calm_" + mark, false);
    }
}
