package org.quanhe.crm.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanhe.crm.processes.Drawn.complete;
import static org.quanhe.crm.processes.Drawn.completed;
import static org.quanhe.crm.processes.Drawn.step;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Shaping;

/** What steps ask beyond one word: several choices, amounts. */
class ProcessQuestionsIT {
    private static final String ROOMS = "{\"question\":\"rooms\",\"kind\":\"choices\",\"label\":{\"en\":\"Rooms\","
            + "\"vi\":\"Phòng\"},\"choices\":[{\"code\":\"bed\",\"label\":{\"en\":\"Bedroom\",\"vi\":\"Phòng ngủ\","
            + "\"zh-CN\":\"卧室\",\"zh-TW\":\"臥室\"}},{\"code\":\"living\",\"label\":{\"vi\":\"Phòng khách\"}},"
            + "{\"code\":\"attic\"}]}";

    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);
    private final long team = Colleague.team("Hỏi " + mark);

    private long customer() {
        Answer answer = admin.post("/customers", "{\"name\":\"Anh Dũng " + mark + "\"}");
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.json().getJsonNumber("id").longValue();
    }

    private static JsonObject question(JsonObject run, String name) {
        return run
                .getJsonArray("steps")
                .getJsonObject(0)
                .getJsonArray("questions")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(question -> question.getString("name").equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no question " + name + ": " + run));
    }

    private static List<String> wrong(Answer refused) {
        assertThat(refused.status()).as("%s", refused).isEqualTo(400);
        return refused.json().getJsonArray("violations").getValuesAs(JsonObject.class).stream()
                .map(violation -> violation.getString("field") + ": " + violation.getString("message"))
                .toList();
    }

    @Test
    @Tag("R045")
    void severalChoicesAreAskedCheckedAndKept() {
        Drawn process = Drawn.published("Phòng " + mark, step("survey", team, "\"ask\":[" + ROOMS + "]"));
        long run = process.run(admin, customer());
        JsonObject asked = question(
                admin.with("Accept-Language", "zh-TW")
                        .get("/process-runs/" + run)
                        .json(),
                "rooms");
        assertThat(asked.getString("kind")).isEqualTo("choices");
        assertThat(asked.getJsonArray("choices").toString())
                .isEqualTo("[{\"code\":\"bed\",\"label\":\"臥室\"},{\"code\":\"living\",\"label\":\"Phòng khách\"},"
                        + "{\"code\":\"attic\",\"label\":\"attic\"}]");
        for (String nothing : List.of("", "\"rooms\":[]", "\"rooms\":\"\"", "\"rooms\":null")) {
            assertThat(wrong(complete(admin.with("Accept-Language", "vi"), run, 1, nothing)))
                    .as(nothing)
                    .containsExactly("rooms: Hãy điền mục này.");
        }
        assertThat(wrong(complete(admin, run, 1, "\"rooms\":[\"bed\",\"roof\"]")))
                .singleElement()
                .asString()
                .startsWith("rooms: ")
                .contains("roof", "bed, living, attic");
        assertThat(wrong(complete(admin, run, 1, "\"rooms\":[{\"code\":\"bed\"}]")))
                .hasSize(1);
        JsonObject done = completed(admin, run, 1, "\"rooms\":[\"attic\",\"bed\",\"attic\"]");
        assertThat(question(done, "rooms").getJsonArray("value").toString()).isEqualTo("[\"attic\",\"bed\"]");
        assertThat(question(admin.get("/process-runs/" + run).json(), "rooms")
                        .getJsonArray("value")
                        .toString())
                .isEqualTo("[\"attic\",\"bed\"]");
    }

    @Test
    @Tag("R045")
    void aRunKeepsTheChoicesOfItsVersionAndWhatIsNotRequiredMayStayOpen() {
        String open = ROOMS.replace("\"kind\"", "\"required\":false,\"kind\"");
        Drawn process = Drawn.published("Bản " + mark, step("survey", team, "\"ask\":[" + open + "]"));
        long old = process.run(admin, customer());
        process.redraw("Bản " + mark, step("survey", team, "\"ask\":[" + open.replace("attic", "cellar") + "]"));
        long young = process.run(admin, customer());
        assertThat(wrong(complete(admin, young, 1, "\"rooms\":[\"attic\"]"))).hasSize(1);
        assertThat(question(completed(admin, old, 1, "\"rooms\":[\"attic\"]"), "rooms")
                        .getJsonArray("value")
                        .toString())
                .isEqualTo("[\"attic\"]");
        assertThat(question(completed(admin, young, 1, ""), "rooms")).doesNotContainKey("value");
    }

    @Test
    @Tag("R045")
    void aFieldOfTheRecordWithSeveralChoicesIsAskedToo() {
        String field = "needs_" + mark;
        Shaping.publish(
                admin,
                "{'op':'addField','type':'customers','field':{'name':'" + field
                        + "','kind':'choices','labels':{'en':'Needs'},'choices':[{'code':'cool'},{'code':'heat'}]}}");
        Drawn process = Drawn.published(
                "Trường " + mark, step("survey", team, "\"ask\":[{\"field\":\"" + field + "\"},{\"field\":\"tags\"}]"));
        long customer = customer();
        long run = process.run(admin, customer);
        assertThat(wrong(complete(admin, run, 1, "\"" + field + "\":[\"dry\"]")))
                .hasSize(2);
        completed(admin, run, 1, "\"" + field + "\":[\"heat\",\"cool\"],\"tags\":[\"VIP " + mark + "\"]");
        JsonObject written = admin.get("/customers/" + customer).json();
        assertThat(written.getJsonArray(field).toString()).isEqualTo("[\"heat\",\"cool\"]");
        assertThat(written.getJsonArray("tags").toString()).isEqualTo("[\"VIP " + mark + "\"]");
        assertThat(admin.get("/customers/" + customer + "/timeline").text()).contains("heat, cool");
    }

    @ParameterizedTest
    @Tag("R045")
    @CsvSource(
            delimiter = '|',
            value = {
                "'choices':[]",
                "'choices':[{'code':''}]",
                "'choices':[{'code':'a'},{'code':'a'}]",
                "'choices':[{'code':'aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffg'}]"
            })
    void choicesThatCannotBeChosenAreNotPublished(String choices) {
        Answer draft = admin.post(
                "/processes",
                Drawn.document(
                        "Sai " + mark,
                        "customers",
                        List.of(step(
                                "one",
                                team,
                                ("'ask':[{'question':'q','kind':'choices','label':{'en':'Q'}," + choices + "}]")
                                        .replace('\'', '"')))));
        assertThat(draft.status()).as("%s", draft).isEqualTo(201);
        String path = "/processes/" + draft.json().getInt("id");
        assertThat(wrong(admin.post(path + "/publish", "{}")))
                .singleElement()
                .asString()
                .startsWith("steps[0].ask[0].choices: ");
        assertThat(admin.delete(path).status()).isEqualTo(204);
    }

    @Test
    @Tag("R089")
    void theyMoveInFilesAndComeBackTheSame() {
        String file =
                "{\"format\":2,\"types\":[],\"processes\":[{\"key\":\"" + mark + "\",\"name\":{\"vi\":\"Chuyển " + mark
                        + "\"},\"type\":\"customers\",\"steps\":[{\"key\":\"survey\",\"name\":{\"vi\":\"Khảo sát\"},\"team\":"
                        + "{\"record\":\"teams\",\"name\":\"Hỏi " + mark + "\"},\"ask\":[" + ROOMS
                        + ",{\"question\":\"budget\",\"kind\":\"money\",\"label\":{\"vi\":\"Ngân sách\"}}]}]}]}";
        Answer arrived = admin.post("/metadata/import", file);
        assertThat(arrived.status()).as("%s", arrived).isEqualTo(200);
        JsonObject process = admin.get("/processes").json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(one -> one.getString("name").equals("Chuyển " + mark))
                .findFirst()
                .orElseThrow();
        assertThat(process.getString("state")).isEqualTo("active");
        assertThat(process.getJsonObject("document").toString()).contains(ROOMS);
        Answer exported = admin.post("/metadata/export", "{\"processes\":[\"" + mark + "\"]}");
        assertThat(exported.json()
                        .getJsonArray("processes")
                        .getJsonObject(0)
                        .getJsonArray("steps")
                        .toString())
                .contains(ROOMS, "\"kind\":\"money\"");
        assertThat(admin.post("/metadata/import", exported.text()).json().getBoolean("changed"))
                .isFalse();
        assertThat(admin.get("/processes/" + process.getInt("id") + "/versions").text())
                .contains(ROOMS);
    }

    @Test
    @Tag("R045")
    void anAmountIsAskedWithItsCurrency() {
        Drawn process = Drawn.published(
                "Ngân sách " + mark,
                step(
                        "talk",
                        team,
                        "\"ask\":[{\"question\":\"budget\",\"kind\":\"money\",\"label\":{\"vi\":\"Ngân sách\"}}]"),
                step("offer", team, ""));
        long run = process.run(admin, customer());
        Crm vietnamese = admin.with("Accept-Language", "vi");
        for (String nothing : List.of("", "\"budget\":null", "\"budget\":{\"amount\":null,\"currency\":\"VND\"}")) {
            assertThat(wrong(complete(vietnamese, run, 1, nothing)))
                    .as(nothing)
                    .containsExactly("budget: Hãy điền mục này.");
        }
        assertThat(refusedBudget(vietnamese, run, "{\"amount\":5,\"currency\":\"ABC\"}"))
                .contains("ABC", "ISO 4217");
        assertThat(refusedBudget(vietnamese, run, "{\"amount\":1.5,\"currency\":\"VND\"}"))
                .contains("VND", "0");
        assertThat(refusedBudget(vietnamese, run, "\"12.345 USD\"")).contains("12.345 USD");
        assertThat(refusedBudget(vietnamese, run, "true")).isNotEmpty();
        JsonObject done = completed(admin, run, 1, "\"budget\":{\"amount\":1250.5,\"currency\":\"USD\"}");
        for (JsonObject told : List.of(done, admin.get("/process-runs/" + run).json())) {
            JsonObject value = question(told, "budget").getJsonObject("value");
            assertThat(value.getJsonNumber("amount").bigDecimalValue()).isEqualByComparingTo("1250.5");
            assertThat(value.getString("currency")).isEqualTo("USD");
        }
    }

    private static String refusedBudget(Crm who, long run, String amount) {
        List<String> wrong = wrong(complete(who, run, 1, "\"budget\":" + amount));
        assertThat(wrong).singleElement().asString().startsWith("budget: ");
        return wrong.get(0);
    }

    @Test
    @Tag("R045")
    void anAmountOfTheRecordKeepsItsLimits() {
        String field = "quote_" + mark;
        Shaping.publish(
                admin,
                "{'op':'addField','type':'customers','field':{'name':'" + field
                        + "','kind':'money','labels':{'en':'Quote'},'max':'5000000 VND'}}");
        Drawn process =
                Drawn.published("Báo giá " + mark, step("offer", team, "\"ask\":[{\"field\":\"" + field + "\"}]"));
        long customer = customer();
        long run = process.run(admin, customer);
        assertThat(wrong(complete(admin, run, 1, "")))
                .singleElement()
                .asString()
                .startsWith(field + ": ");
        assertThat(wrong(complete(admin, run, 1, "\"" + field + "\":{\"amount\":10,\"currency\":\"USD\"}")))
                .singleElement()
                .asString()
                .contains("VND");
        assertThat(wrong(complete(admin, run, 1, "\"" + field + "\":\"6.000.000 đ\"")))
                .hasSize(1);
        JsonObject done = completed(admin, run, 1, "\"" + field + "\":\"4.500.000 đ\"");
        assertThat(question(done, field).getJsonObject("value").toString())
                .isEqualTo("{\"amount\":4500000,\"currency\":\"VND\"}");
        assertThat(admin.get("/customers/" + customer)
                        .json()
                        .getJsonObject(field)
                        .toString())
                .isEqualTo("{\"amount\":4500000,\"currency\":\"VND\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en    |                  | Say whose runs | recordId type",
                "vi    | ?recordId=12     | Hãy cho biết   | type",
                "zh-CN | ?type=customers  | 请指明          | recordId",
                "zh-TW | ?type=&recordId= | 請指明          | recordId type"
            })
    void whoseRunsAreMeantMustBeSaid(String language, String query, String said, String missing) {
        Answer refused = admin.with("Accept-Language", language).get("/process-runs" + (query == null ? "" : query));
        assertThat(refused.status()).as("%s", refused).isEqualTo(400);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.json().getString("code")).isEqualTo("processes.error.whichRecord");
        assertThat(refused.json().getString("detail")).startsWith(said);
        assertThat(wrong(refused).stream().map(line -> line.replaceAll(":.*", "")))
                .containsExactly(missing.split(" "));
    }
}
