package org.quanhe.crm.automation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Shaping;

/** A number that passes a limit sets automations off; a score is such a number. */
class CrossedLimitIT {
    private final Crm admin = Crm.admin();
    private final Crm chinese = admin.with("Accept-Language", "zh-CN");
    private final String mark = Long.toString(System.nanoTime(), 36);
    private final String type = "prospects" + mark;
    private long automation;

    @AfterEach
    void removeThem() {
        if (automation != 0) {
            admin.delete("/automations/" + automation);
        }
        Shaping.publish(admin, "{'op':'retireType','name':'" + type + "'}");
    }

    private void prospects() {
        Shaping.publish(
                admin,
                "{'op':'addType','type':{'name':'" + type + "','labels':{'en':'Prospects'},'fields':["
                        + "{'name':'visits','kind':'number','labels':{'en':'Visits'}},"
                        + "{'name':'score','kind':'number','formula':'visits * 10','labels':{'en':'Score'}},"
                        + "{'name':'band','kind':'text','labels':{'en':'Band'}}]}}");
    }

    private Answer write(String trigger) {
        Answer answer = chinese.post(
                "/automations",
                ("{'name':'Hot " + mark + "','type':'" + type + "','trigger':" + trigger
                                + ",'actions':[{'do':'set','fields':{'band':'hot'}}]}")
                        .replace('\'', '"'));
        if (answer.status() == 201) {
            automation = answer.json().getJsonNumber("id").longValue();
        }
        return answer;
    }

    private String prospect(int visits) {
        return "/" + type + "/"
                + admin.post("/" + type, "{\"name\":\"P" + visits + "\",\"visits\":" + visits + "}")
                        .json()
                        .getInt("id");
    }

    private void visits(String prospect, int visits) {
        assertThat(admin.patch(prospect, "{\"visits\":" + visits + "}").status())
                .isEqualTo(200);
    }

    /** What ran once that many have run. */
    private JsonArray runs(int wanted) {
        return admin.await(
                        "/automations/" + automation + "/runs",
                        answer -> answer.json().getJsonArray("items").size() >= wanted
                                && answer.text().indexOf("\"waiting\"") < 0)
                .json()
                .getJsonArray("items");
    }

    @Test
    @Tag("R026")
    void aCalculatedScoreThatRisesOverTheLimitRunsOnce() {
        prospects();
        assertThat(write("{'on':'crossed','field':'score','limit':60}").status())
                .isEqualTo(201);
        String cold = prospect(1);
        String warm = prospect(5);
        visits(cold, 2);
        visits(warm, 6);
        visits(warm, 9);
        visits(warm, 3);
        assertThat(runs(1)).hasSize(1);
        assertThat(admin.await(warm, answer -> answer.json().containsKey("band"))
                        .json()
                        .getString("band"))
                .isEqualTo("hot");
        assertThat(admin.get(cold).json()).doesNotContainKey("band");
        visits(warm, 7);
        assertThat(runs(2)).hasSize(2);
    }

    @Test
    void fallingCountsWhereItIsAskedFor() {
        prospects();
        write("{'on':'crossed','field':'visits','limit':3,'way':'either'}");
        String prospect = prospect(5);
        visits(prospect, 4);
        visits(prospect, 2);
        visits(prospect, 3);
        assertThat(runs(2)).hasSize(2);
    }

    @Test
    void whatIsNoNumberIsRefusedAtItsPlace() {
        prospects();
        Answer text = write("{'on':'crossed','field':'band','limit':3}");
        assertThat(text.status()).isEqualTo(400);
        assertThat(text.text()).contains("\"trigger.field\"", "不是数字");
        Answer bare = write("{'on':'crossed','field':'visits'}");
        assertThat(bare.status()).isEqualTo(400);
        assertThat(bare.text()).contains("\"trigger.limit\"");
    }
}
