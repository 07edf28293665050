package org.quanhe.crm.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanhe.crm.processes.Drawn.complete;
import static org.quanhe.crm.processes.Drawn.completed;
import static org.quanhe.crm.processes.Drawn.step;
import static org.quanhe.crm.processes.Drawn.steps;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Walk;

/** Records on their way from team to team. */
class ProcessesIT {
    private final Crm admin = Crm.admin();
    private final String mark = "quytrinh" + Long.toString(System.nanoTime(), 36);
    private final long sales = Colleague.team("Bán hàng " + mark);
    private final long service = Colleague.team("Dịch vụ " + mark);

    private long customer(String values) {
        Answer answer = admin.post("/customers", "{\"name\":\"Chị " + mark + "\"" + values + "}");
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.json().getJsonNumber("id").longValue();
    }

    private static List<JsonObject> items(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.json().getJsonArray("items").getValuesAs(JsonObject.class);
    }

    private static List<Long> waiting(Crm who) {
        return runs(items(who.get("/process-runs/waiting?limit=200")));
    }

    private static List<String> wrongFields(Answer refused) {
        assertThat(refused.status()).as("%s", refused).isEqualTo(400);
        return refused.json().getJsonArray("violations").getValuesAs(JsonObject.class).stream()
                .map(violation -> violation.getString("field"))
                .toList();
    }

    @Test
    @Tag("R035")
    void eachTeamSeesItsStepsAndTheRecordMovesOn() {
        Colleague seller = Colleague.with(List.of("manager"), List.of(sales));
        Colleague engineer = Colleague.with(List.of("service"), List.of(service));
        Drawn process = Drawn.published(
                "Lắp đặt " + mark, step("survey", sales, ""), step("install", service, "\"target\":{\"days\":2}"));
        long run = process.run(seller.crm(), customer(""));
        assertThat(waiting(seller.crm())).contains(run);
        assertThat(waiting(engineer.crm())).doesNotContain(run);
        JsonObject handed = completed(seller.crm(), run, 1, "");
        assertThat(steps(handed)).containsExactly("survey done", "install current");
        assertThat(handed.getInt("percent")).isEqualTo(50);
        assertThat(waiting(seller.crm())).doesNotContain(run);
        assertThat(items(engineer.crm().get("/process-runs/waiting")))
                .filteredOn(step -> step.getInt("run") == run)
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.getString("teamName")).isEqualTo("Dịch vụ " + mark);
                    assertThat(step).containsKey("dueAt");
                    assertThat(step.getBoolean("overdue")).isFalse();
                });
        JsonObject ended = completed(engineer.crm(), run, 2, "");
        assertThat(ended.getString("state")).isEqualTo("done");
        assertThat(ended.getInt("percent")).isEqualTo(100);
        assertThat(waiting(engineer.crm())).doesNotContain(run);
        assertThat(complete(engineer.crm(), run, 2, "").status()).isEqualTo(409);
    }

    @Test
    void stepsThatWaitAreWalkedThroughThoseDueFirstAndOnlyOfRecordsThatMayBeRead() {
        Colleague seller = Colleague.with(List.of("sales"), List.of(sales));
        Colleague engineer = Colleague.with(List.of("sales"), List.of(service));
        Drawn soon = Drawn.published("Gấp " + mark, step("soon", sales, "\"target\":{\"days\":2}"));
        Drawn later = Drawn.published("Thư thả " + mark, step("later", sales, "\"target\":{\"days\":9}"));
        Drawn whenever = Drawn.published("Lúc nào cũng được " + mark, step("whenever", sales, ""));
        Drawn theirs = Drawn.published("Của đội khác " + mark, step("theirs", service, ""));
        List<List<Long>> runs = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < 24; i++) {
            Answer hers = seller.crm().post("/customers", "{\"name\":\"Khách " + i + " " + mark + "\"}");
            long customer = hers.json().getJsonNumber("id").longValue();
            int which = i % runs.size();
            runs.get(which).add(List.of(soon, later, whenever).get(which).run(admin, customer));
            // in between are those of a customer whom she may not see
            List.of(soon, whenever).get(i % 2).run(admin, customer(""));
        }
        Answer other = engineer.crm().post("/customers", "{\"name\":\"Khách khác " + mark + "\"}");
        long engineers = theirs.run(admin, other.json().getJsonNumber("id").longValue());
        List<Long> all = runs.stream().flatMap(List::stream).toList();
        assertThat(runs(Walk.through(seller.crm(), "/process-runs/waiting"))).containsExactlyElementsOf(all);
        assertThat(runs(Walk.through(engineer.crm(), "/process-runs/waiting"))).containsExactly(engineers);
        assertThat(runs(Walk.through(
                        seller.crm(),
                        "/process-runs/waiting",
                        () -> admin.post("/process-runs/" + all.get(0) + "/stop", "{\"why\":\"thôi\"}"))))
                .containsExactlyElementsOf(all);
        Walk.refusesOtherPlaces(seller.crm(), "/process-runs/waiting");
    }

    private static List<Long> runs(List<JsonObject> steps) {
        return steps.stream().map(step -> step.getJsonNumber("run").longValue()).toList();
    }

    @Test
    @Tag("R045")
    void missingAnswersAndConditionsAreToldAndNothingIsWritten() {
        Drawn process = Drawn.published(
                "Tiếp nhận " + mark,
                step(
                        "first",
                        sales,
                        "\"ask\":[{\"field\":\"jobTitle\"},{\"field\":\"birthday\",\"required\":false},"
                                + "{\"question\":\"need\",\"label\":{\"en\":\"Need\"}},"
                                + "{\"question\":\"budget\",\"kind\":\"number\",\"label\":{\"en\":\"Budget\"}},"
                                + "{\"question\":\"again\",\"kind\":\"yes-no\",\"label\":{\"en\":\"Again?\"}},"
                                + "{\"question\":\"size\",\"kind\":\"choice\",\"label\":{\"en\":\"Size\"},"
                                + "\"choices\":[{\"code\":\"s\"},{\"code\":\"l\",\"label\":{\"vi\":\"Lớn\"}}]}],"
                                + "\"exit\":\"company != '' && source == 'fair'\""));
        long customer = customer("");
        long run = process.run(admin, customer);
        Answer refused = complete(
                admin,
                run,
                1,
                "\"birthday\":\"soon\",\"budget\":\"much\",\"again\":true,\"size\":\"xxl\",\"colour\":1");
        assertThat(wrongFields(refused))
                .containsExactlyInAnyOrder("jobTitle", "birthday", "need", "budget", "size", "colour");
        String good = "\"jobTitle\":\"Kế toán\",\"need\":\"Máy lạnh\",\"budget\":1200.5,\"again\":false,\"size\":\"l\"";
        Answer unmet = complete(admin.with("Accept-Language", "vi"), run, 1, good);
        assertThat(wrongFields(unmet)).containsExactly("source");
        assertThat(unmet.text()).contains("Còn thiếu để hoàn tất bước này: Nguồn");
        assertThat(admin.get("/customers/" + customer).json()).doesNotContainKey("jobTitle");
        admin.patch("/customers/" + customer, "{\"source\":\"fair\"}");
        JsonObject done = completed(admin, run, 1, good);
        assertThat(done.getString("state")).isEqualTo("done");
        assertThat(admin.get("/customers/" + customer).json().getString("jobTitle"))
                .isEqualTo("Kế toán");
        JsonObject step = done.getJsonArray("steps").getJsonObject(0);
        assertThat(step.getString("doneBy")).isNotEmpty();
        assertThat(step.getJsonArray("questions").toString())
                .contains("Máy lạnh", "1200.5", "\"value\":\"l\"", "\"value\":false", "Kế toán");
        assertThat(admin.get("/customers/" + customer + "/audit").text())
                .contains("Tiếp nhận " + mark + " · first", "processStep", "processStarted");
    }

    @Test
    @Tag("R036")
    void newRecordsFollowTheNewOrderOldOnesKeepTheirs() {
        Drawn process = Drawn.published(
                "Mẫu " + mark,
                step("introduce", sales, ""),
                step("communicate", sales, ""),
                step("convert", sales, ""));
        long old = process.run(admin, customer(""));
        completed(admin, old, 1, "");
        process.redraw(
                "Mẫu " + mark, step("convert", sales, ""), step("introduce", sales, ""), step("market", sales, ""));
        long young = process.run(admin, customer(""));
        assertThat(steps(completed(admin, young, 1, "")))
                .containsExactly("convert done", "introduce current", "market ahead");
        assertThat(steps(completed(admin, old, 2, "")))
                .containsExactly("introduce done", "communicate done", "convert current");
        assertThat(items(admin.get("/processes/" + process.id() + "/versions")))
                .extracting(version -> version.getInt("number") + ":" + version.getInt("running"))
                .containsExactly("2:1", "1:1");
        assertThat(items(admin.get("/processes/" + process.id() + "/times")))
                .extracting(line -> line.getInt("version") + " " + line.getString("step") + " " + line.getInt("done")
                        + " " + line.getInt("waiting"))
                .containsExactly(
                        "2 convert 1 0",
                        "2 introduce 0 1",
                        "2 market 0 0",
                        "1 introduce 1 0",
                        "1 communicate 1 0",
                        "1 convert 0 1");
    }

    @Test
    void theFirstStepWhoseConditionHoldsFollowsAndACycleGoesRound() {
        Drawn process = Drawn.published(
                "Rẽ nhánh " + mark,
                step("start", sales, "\"next\":[\"vip\",\"plain\"]"),
                step("vip", sales, "\"enter\":\"source == 'vip'\",\"next\":[]"),
                step("plain", sales, "\"next\":[\"start\"]"));
        long vip = process.run(admin, customer(",\"source\":\"vip\""));
        assertThat(steps(completed(admin, vip, 1, ""))).contains("vip current");
        assertThat(completed(admin, vip, 2, "").getString("state")).isEqualTo("done");
        long plain = process.run(admin, customer(""));
        completed(admin, plain, 1, "");
        assertThat(steps(completed(admin, plain, 2, ""))).startsWith("start done", "plain done", "start current");
    }

    @Test
    void ofTwoWhoStartAtOnceOneIsToldAboutTheOther() {
        Drawn process = Drawn.published("Một lần " + mark, step("only", sales, ""));
        long customer = customer("");
        List<Answer> answers = atOnce(4, i -> process.start(admin, customer));
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409, 409, 409);
        assertThat(answers).filteredOn(answer -> answer.status() == 409).allSatisfy(answer -> assertThat(
                        answer.json().getString("code"))
                .isEqualTo("processes.error.runsAlready"));
    }

    @Test
    void ofTwoWhoCompleteAtOnceOneIsToldByWhomAndWhen() {
        Colleague first = Colleague.with(List.of("sales"), List.of(sales));
        Colleague second = Colleague.with(List.of("sales"), List.of(sales));
        Drawn process = Drawn.published("Cùng lúc " + mark, step("one", sales, ""), step("two", sales, ""));
        long run = process.run(admin, customer(",\"team\":" + sales));
        List<Answer> answers = atOnce(4, i -> complete(i % 2 == 0 ? first.crm() : second.crm(), run, 1, ""));
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409, 409, 409);
        JsonObject now = admin.get("/process-runs/" + run).json();
        assertThat(now.getInt("at")).isEqualTo(2);
        JsonObject done = now.getJsonArray("steps").getJsonObject(0);
        assertThat(answers).filteredOn(answer -> answer.status() == 409).allSatisfy(answer -> assertThat(
                        answer.json().getString("detail"))
                .contains(done.getString("doneBy"), done.getString("doneAt")));
    }

    /** What is done with a number. */
    private interface Call {
        Answer once(int i);
    }

    private static List<Answer> atOnce(int times, Call call) {
        List<CompletableFuture<Answer>> calls = IntStream.range(0, times)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> call.once(i)))
                .toList();
        return calls.stream().map(CompletableFuture::join).toList();
    }

    @Test
    void aDeletedRecordPausesItsRunsAndARestoredOneGoesOn() {
        Drawn process = Drawn.published("Tạm dừng " + mark, step("one", sales, ""), step("two", sales, ""));
        long customer = customer("");
        long run = process.run(admin, customer);
        completed(admin, run, 1, "");
        admin.delete("/customers/" + customer);
        assertThat(admin.get("/process-runs/" + run).json().getString("state")).isEqualTo("paused");
        Answer refused = complete(admin.with("Accept-Language", "vi"), run, 2, "");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().getString("detail")).contains("tạm dừng vì bản ghi đã bị xoá");
        assertThat(items(admin.get("/process-runs/waiting?everybodys=true&limit=200")))
                .noneMatch(step -> step.getInt("run") == run);
        admin.send("POST", "/customers/" + customer + "/restore", "application/json", "{}");
        assertThat(completed(admin, run, 2, "").getString("state")).isEqualTo("done");
    }

    @Test
    void whoMayNotReadTheRecordKnowsOfNoRunAndOthersOnlyLook() {
        Colleague owner = Colleague.with(List.of("sales"), List.of(sales));
        Colleague stranger = Colleague.with(List.of("sales"), List.of(service));
        Colleague reader = Colleague.with(List.of("marketing"), List.of());
        Drawn process = Drawn.published("Quyền " + mark, step("one", service, ""), step("two", sales, ""));
        long customer = customer(",\"owner\":" + owner.id() + ",\"team\":" + sales);
        long run = process.run(owner.crm(), customer);
        // the step is the stranger's team's, the record is not to be read
        assertThat(waiting(stranger.crm())).doesNotContain(run);
        assertThat(stranger.crm().get("/process-runs/" + run).status()).isEqualTo(404);
        assertThat(complete(stranger.crm(), run, 1, "").status()).isEqualTo(404);
        assertThat(items(stranger.crm().get("/processes/" + process.id() + "/runs")))
                .isEmpty();
        assertThat(items(stranger.crm().get("/processes/" + process.id() + "/times")))
                .allSatisfy(line -> assertThat(line.getInt("waiting")).isZero());
        assertThat(stranger.crm()
                        .get("/process-runs?type=customers&recordId=" + customer)
                        .text())
                .doesNotContain(mark);
        // others read, but it is not theirs to complete
        assertThat(reader.crm().get("/process-runs/" + run).json().getBoolean("mayComplete"))
                .isFalse();
        Answer refused = complete(owner.crm(), run, 1, "");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().getString("detail")).contains("Dịch vụ " + mark);
        assertThat(complete(reader.crm(), run, 1, "").status()).isEqualTo(403);
        assertThat(process.start(reader.crm(), customer(",\"team\":" + sales)).status())
                .isEqualTo(403);
        for (String path : List.of("/processes", "/processes/" + process.id() + "/versions")) {
            assertThat(owner.crm().get(path).status()).as(path).isEqualTo(403);
        }
        assertThat(owner.crm().post("/processes", "{}").status()).isEqualTo(403);
        assertThat(owner.crm()
                        .post("/processes/" + process.id() + "/retire", "{}")
                        .status())
                .isEqualTo(403);
        assertThat(items(owner.crm().get("/processes?type=customers")))
                .anyMatch(one -> one.getInt("id") == process.id());
    }

    @Test
    void whatIsDueFirstStandsFirst() {
        Colleague seller = Colleague.with(List.of("manager"), List.of(sales));
        Drawn whenever = Drawn.published("Lúc nào cũng được " + mark, step("one", sales, ""));
        Drawn later = Drawn.published("Sau " + mark, step("one", sales, "\"target\":{\"days\":5}"));
        Drawn soon = Drawn.published("Sớm " + mark, step("one", sales, "\"target\":{\"hours\":1}"));
        long customer = customer("");
        List<Long> started =
                List.of(whenever.run(admin, customer), later.run(admin, customer), soon.run(admin, customer));
        assertThat(waiting(seller.crm())).containsExactly(started.get(2), started.get(1), started.get(0));
    }

    @Test
    void ofAFieldThatMayNotBeReadNothingIsAskedAndNothingTold() {
        Colleague clerk = Colleague.with(List.of("finance"), List.of(sales));
        Drawn process = Drawn.published(
                "Kín " + mark,
                step(
                        "one",
                        sales,
                        "\"ask\":[{\"field\":\"jobTitle\"},{\"question\":\"paid\",\"label\":{\"en\":\"Paid\"}}],"
                                + "\"exit\":\"jobTitle == 'Giám đốc'\""),
                step("two", sales, ""));
        long customer = customer("");
        long run = process.run(admin, customer);
        hideJobTitle(true);
        try {
            String shown = clerk.crm().get("/process-runs/" + run).text();
            assertThat(shown).contains("paid").doesNotContain("jobTitle");
            assertThat(clerk.crm().get("/processes?type=customers").text())
                    .contains("Kín " + mark)
                    .doesNotContain("jobTitle");
            Answer empty = complete(clerk.crm(), run, 1, "\"paid\":\"có\"");
            assertThat(wrongFields(empty)).containsExactly("answers");
            admin.patch("/customers/" + customer, "{\"jobTitle\":\"Thư ký\"}");
            Answer unmet = complete(clerk.crm(), run, 1, "\"paid\":\"có\"");
            assertThat(wrongFields(unmet)).containsExactly("exit");
            assertThat(empty.text() + unmet.text()).doesNotContain("jobTitle", "Giám đốc", "Thư ký");
            assertThat(complete(clerk.crm(), run, 1, "\"paid\":\"có\",\"jobTitle\":\"Giám đốc\"")
                            .status())
                    .isEqualTo(400);
            admin.patch("/customers/" + customer, "{\"jobTitle\":\"Giám đốc\"}");
            String done = completed(clerk.crm(), run, 1, "\"paid\":\"có\"").toString();
            assertThat(done).contains("có").doesNotContain("jobTitle", "Giám đốc");
        } finally {
            hideJobTitle(false);
        }
        assertThat(admin.get("/process-runs/" + run).text()).contains("Giám đốc");
    }

    private void hideJobTitle(boolean hidden) {
        Answer set = admin.send(
                "PUT",
                "/rights/fields",
                "application/json",
                "{\"role\":\"finance\",\"type\":\"customers\",\"field\":\"jobTitle\",\"read\":" + !hidden
                        + ",\"write\":" + !hidden + "}");
        assertThat(set.status()).as("%s", set).isEqualTo(204);
    }

    @Test
    void aRetiredProcessTakesNobodyAndEndsNothing() {
        Drawn process = Drawn.published("Ngừng " + mark, step("one", sales, ""));
        long run = process.run(admin, customer(""));
        assertThat(admin.post("/processes/" + process.id() + "/retire", "{}")
                        .json()
                        .getString("state"))
                .isEqualTo("retired");
        assertThat(process.start(admin, customer("")).status()).isEqualTo(400);
        assertThat(items(admin.get("/processes?type=customers"))).noneMatch(one -> one.getInt("id") == process.id());
        assertThat(completed(admin, run, 1, "").getString("state")).isEqualTo("done");
        admin.post("/processes/" + process.id() + "/revive", "{}");
        long again = process.run(admin, customer(""));
        Answer stopped = admin.post("/process-runs/" + again + "/stop", "{\"why\":\"Khách huỷ\"}");
        assertThat(stopped.json().getString("state")).isEqualTo("stopped");
        assertThat(complete(admin, again, 1, "").status()).isEqualTo(409);
    }

    @Test
    void anAutomationSendsRecordsThroughAProcessOnce() {
        Drawn process = Drawn.published("Tự động " + mark, step("one", sales, ""));
        String actions = "[{\"do\":\"enrol\",\"process\":" + process.id() + "},{\"do\":\"enrol\",\"process\":"
                + process.id() + "}]";
        Answer automation = admin.post(
                "/automations",
                "{\"name\":\"Vào quy trình\",\"type\":\"customers\",\"trigger\":{\"on\":\"created\"},\"condition\":"
                        + "\"name.contains('" + mark + "')\",\"actions\":" + actions + "}");
        assertThat(automation.status()).as("%s", automation).isEqualTo(201);
        int id = automation.json().getInt("id");
        try {
            long customer = customer("");
            admin.await("/automations/" + id, answer -> answer.json().getInt("done") == 1);
            assertThat(items(admin.get("/process-runs?type=customers&recordId=" + customer)))
                    .singleElement()
                    .satisfies(run -> assertThat(run.getInt("process")).isEqualTo((int) process.id()));
            assertThat(admin.with("Accept-Language", "vi")
                            .get("/automations/" + id + "/runs")
                            .text())
                    .contains("Đã đưa vào “Tự động " + mark, "rồi: không cần làm gì");
            Answer wrong = admin.post(
                    "/automations",
                    "{\"name\":\"x\",\"type\":\"products\",\"trigger\":{\"on\":\"created\"},\"actions\":" + actions
                            + "}");
            assertThat(wrongFields(wrong)).contains("actions[0].process");
        } finally {
            admin.delete("/automations/" + id);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'name':{'en':'x'},'type':'customers','steps':[] | steps",
                "'name':{'en':'x'},'type':'nowhere','steps':[] | type",
                "'type':'customers','steps':[] | name",
                "'name':{'en':'x'},'type':'customers','steps':[{'key':'a','name':{'en':'a'}}] | steps[0].team",
                "'name':{'en':'x'},'type':'customers','steps':[{'key':'a','name':{'en':'a'},'exit':'foo == 1'}]"
                        + " | steps[0].exit",
                "'name':{'en':'x'},'type':'customers','steps':[{'key':'a','name':{'en':'a'},'next':['b']}]"
                        + " | steps[0].next",
                "'name':{'en':'x'},'type':'customers','steps':[{'key':'a','ask':[{'field':'phones'}]}]"
                        + " | steps[0].ask[0].field",
                "'name':{'en':'x'},'type':'customers','steps':[{'key':'a','ask':[{'question':'source'}]}]"
                        + " | steps[0].ask[0].question"
            })
    void whatIsNotCompleteIsNotPublished(String document, String place) {
        Answer draft = admin.post("/processes", "{" + document.replace('\'', '"') + "}");
        assertThat(draft.status()).as("%s", draft).isEqualTo(201);
        String path = "/processes/" + draft.json().getInt("id");
        Answer refused = admin.post(path + "/publish", "{}");
        assertThat(wrongFields(refused)).contains(place);
        assertThat(refused.text()).doesNotContain("processes.error");
        assertThat(admin.delete(path).status()).isEqualTo(204);
        assertThat(admin.get(path).status()).isEqualTo(404);
    }

    @Test
    void theDescriptionNamesEveryPath() {
        String described = admin.get("/openapi.json").text();
        for (String path : List.of(
                "/processes",
                "/processes/{id}/runs",
                "/processes/{id}/times",
                "/process-runs/{run}",
                "/process-runs/{run}/complete")) {
            assertThat(described).contains("\"" + path + "\"");
        }
    }
}
