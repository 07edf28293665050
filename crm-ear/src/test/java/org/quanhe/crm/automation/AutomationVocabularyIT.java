package org.quanhe.crm.automation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;

/** What triggers and actions say of themselves, and that documents are held to it. */
class AutomationVocabularyIT {
    private final Crm admin = Crm.admin();

    private static JsonObject named(JsonArray all, String member, String name) {
        return all.getValuesAs(JsonObject.class).stream()
                .filter(one -> one.getString(member).equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void argumentsAreToldInTheLanguageOfTheCaller() {
        JsonObject words = admin.with("Accept-Language", "vi")
                .get("/automations/vocabulary")
                .json();
        JsonObject assign = named(words.getJsonArray("actions"), "code", "assign");
        assertThat(assign.getString("label")).isEqualTo("Giao");
        JsonArray arguments = assign.getJsonArray("parameters");
        JsonObject team = named(arguments, "name", "team");
        assertThat(team.getString("label")).isEqualTo("Nhóm");
        assertThat(team.getString("kind")).isEqualTo("record");
        assertThat(team.getString("target")).isEqualTo("teams");
        JsonObject how = named(arguments, "name", "how");
        assertThat(how.getString("default")).isEqualTo("round-robin");
        assertThat(named(how.getJsonArray("choices"), "code", "load").getString("label"))
                .isEqualTo("người đang phụ trách ít nhất");
        assertThat(named(named(arguments, "name", "rules").getJsonArray("parts"), "name", "when")
                        .getString("kind"))
                .isEqualTo("condition");
        JsonObject days = named(
                named(words.getJsonArray("actions"), "code", "task").getJsonArray("parameters"), "name", "workingDays");
        assertThat(days.getInt("min")).isZero();
        assertThat(days.getInt("max")).isEqualTo(365);
        assertThat(named(words.getJsonArray("actions"), "code", "branch")
                        .getJsonArray("parameters")
                        .getValuesAs(JsonObject.class))
                .extracting(one -> one.getString("kind"))
                .containsExactly("condition", "steps", "steps");
        JsonObject date = named(words.getJsonArray("triggers"), "code", "date");
        assertThat(named(date.getJsonArray("parameters"), "name", "field").getString("kind"))
                .isEqualTo("moment");
        JsonObject hours = named(date.getJsonArray("parameters"), "name", "hours");
        assertThat(hours.getString("kind")).isEqualTo("offset");
        assertThat(hours.getJsonObject("only").toString()).isEqualTo("{\"when\":\"field\",\"among\":[\"date-time\"]}");
    }

    @Test
    void othersAreNotTold() {
        Colleague seller = Colleague.with(List.of("sales"), List.of());
        assertThat(seller.crm().get("/automations/vocabulary").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'do':'task','subject':'x','workingDays':'soon'}                     | actions[0].workingDays",
                "{'do':'task','subject':'x','workingDays':366}                        | actions[0].workingDays",
                "{'do':'task','subject':' '}                                          | actions[0].subject",
                "{'do':'assign','team':999999999,'how':'luck'}                        | actions[0].how",
                "{'do':'assign','rules':[{'when':'nope == 1','team':1}]}              | actions[0].rules[0].when",
                "{'do':'assign','rules':[{'when':'has(city)'}]}                       | actions[0].rules[0].team",
                "{'do':'wait','until':'name'}                                         | actions[0].until",
                "{'do':'wait','minutes':'long'}                                       | actions[0].minutes",
                "{'do':'branch','if':'nope','then':[{'do':'task'}]}                   | actions[0].if",
                "{'do':'branch','if':'has(city)','else':[{'do':'task'}]}              | actions[0].else[0].subject",
            })
    void whatIsNotAsDescribedIsToldAtItsPlace(String step, String place) {
        String document = "{'name':'x','type':'customers','trigger':{'on':'created'},'actions':[" + step + "]}";
        Answer refused = admin.post("/automations", document.replace('\'', '"'));
        assertThat(refused.status()).as("%s", refused).isEqualTo(400);
        assertThat(refused.text()).contains("\"" + place + "\"");
    }
}
