package org.quanhe.crm.automation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Shaping;

/** Conditions that need more than a field, an operator and a value are written in CEL. */
class ExpertConditionsIT {
    private final Crm admin = Crm.admin();
    private final Crm english = admin.with("Accept-Language", "en");
    private final String mark = Long.toString(System.nanoTime(), 36);
    private final String type = "rooms" + mark;
    private final List<Long> made = new ArrayList<>();

    @AfterEach
    void removeThem() {
        made.forEach(id -> admin.delete("/automations/" + id));
        Shaping.publish(admin, "{'op':'retireType','name':'" + type + "'}");
    }

    private void rooms() {
        Shaping.publish(
                admin,
                "{'op':'addType','type':{'name':'" + type + "','labels':{'en':'Rooms'},'fields':["
                        + "{'name':'area','kind':'number','labels':{'en':'Area'}},"
                        + "{'name':'persons','kind':'number','labels':{'en':'Persons'}},"
                        + "{'name':'plan','kind':'text','labels':{'en':'Plan'}}]}}");
    }

    private Answer automation(String trigger, String condition, String actions) {
        Answer answer = english.post(
                "/automations",
                ("{'name':'Rooms " + made.size() + " " + mark + "','type':'" + type + "','trigger':" + trigger
                                + ",'condition':'" + condition + "','actions':" + actions + "}")
                        .replace('\'', '"'));
        if (answer.status() == 201) {
            made.add(answer.json().getJsonNumber("id").longValue());
        }
        return answer;
    }

    private int room(String name, int area, int persons) {
        return admin.post("/" + type, "{\"name\":\"" + name + "\",\"area\":" + area + ",\"persons\":" + persons + "}")
                .json()
                .getInt("id");
    }

    private String plan(int room) {
        return admin.await("/" + type + "/" + room, answer -> answer.json().containsKey("plan"))
                .json()
                .getString("plan", "");
    }

    @Test
    @Tag("R026")
    void heatOfRoomAndPeopleDecidesAndTheTraceSaysWhatWasSeen() {
        rooms();
        long id = automation(
                        "{'on':'created'}",
                        "area * 600 + persons * 400 > 24000",
                        "[{'do':'branch','if':'area / persons < 3','then':[{'do':'set','fields':{'plan':'two units'}}],"
                                + "'else':[{'do':'set','fields':{'plan':'one unit'}}]}]")
                .json()
                .getJsonNumber("id")
                .longValue();
        int small = room("Small", 30, 2);
        int large = room("Large", 30, 20);
        int wide = room("Wide", 60, 4);
        assertThat(plan(large)).isEqualTo("two units");
        assertThat(plan(wide)).isEqualTo("one unit");
        assertThat(admin.get("/" + type + "/" + small).json()).doesNotContainKey("plan");
        JsonObject runs = english.await(
                        "/automations/" + id + "/runs", answer -> answer.json().getJsonArray("items").stream()
                                .allMatch(run ->
                                        run.asJsonObject().getString("state").equals("done")))
                .json();
        assertThat(runs.getJsonArray("items")).hasSize(2);
        assertThat(runs.getJsonArray("items")
                        .getJsonObject(1)
                        .getJsonArray("trace")
                        .toString())
                .contains("area = 30", "persons = 20", "area / persons < 3");
    }

    @Test
    void aConditionFollowsAFieldOfAnotherName() {
        rooms();
        long id = automation("{'on':'created'}", "area * 600 > 24000", "[{'do':'set','fields':{'plan':'large'}}]")
                .json()
                .getJsonNumber("id")
                .longValue();
        Shaping.publish(admin, "{'op':'changeField','type':'" + type + "','name':'area','set':{'name':'floor'}}");
        assertThat(admin.get("/automations/" + id).text()).contains("floor * 600 > 24000");
        int room = admin.post("/" + type, "{\"name\":\"Hall\",\"floor\":50}")
                .json()
                .getInt("id");
        assertThat(plan(room)).isEqualTo("large");
    }

    @Test
    void aFaultIsToldAtItsPlace() {
        rooms();
        Answer number = automation("{'on':'created'}", "area * 600", "[{'do':'task','subject':'s'}]");
        assertThat(number.status()).isEqualTo(400);
        assertThat(number.text()).contains("\"condition\"", "true or false");
        Answer mixed = automation("{'on':'created'}", "area * name > 3", "[{'do':'task','subject':'s'}]");
        assertThat(mixed.status()).isEqualTo(400);
        assertThat(mixed.text()).contains("\"condition\"", "Line 1, column 6");
    }
}
