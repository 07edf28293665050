package org.quanhe.crm.leads;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.UnderWay;

/** Leads reach the threshold, sales are asked and accept: every lead is asked about once, none is forgotten. */
public final class LeadsAskedUnderWay implements UnderWay {
    private static final String WORD = "bangiao";
    private static final int HANDS = 2;
    private static final int LEADS = 12;

    /** By number of the lead, whether somebody was told that it is accepted. */
    private final Map<Long, Boolean> leads = new ConcurrentHashMap<>();

    private final AtomicInteger begun = new AtomicInteger();

    @Override
    public String promise() {
        return "everyLeadThatReachedTheThresholdIsAskedAboutOnceAndAcceptedOnesStayAccepted";
    }

    @Override
    public void prepare(Crm admin) {
        Answer team = admin.post("/teams", "{\"name\":\"" + WORD + "\"}");
        assertThat(team.status()).as("%s", team).isEqualTo(201);
        Answer seller = admin.post(
                "/users",
                "{\"username\":\"" + WORD + "\",\"displayName\":\"" + WORD + "\",\"roles\":[\"sales\"],\"teams\":["
                        + team.json().getInt("id") + "]}");
        assertThat(seller.status()).as("%s", seller).isEqualTo(201);
        Answer set = admin.send(
                "PUT",
                "/handovers/settings",
                "application/json",
                "{\"limitMinutes\":2400,\"rules\":[{\"when\":\"name.contains('" + WORD + "')\",\"team\":"
                        + team.json().getInt("id") + ",\"how\":\"team\"}]}");
        assertThat(set.status()).as("%s", set).isEqualTo(200);
    }

    @Override
    public int hands() {
        return HANDS;
    }

    @Override
    public void work(Crm admin) {
        int number = begun.incrementAndGet();
        Answer made = admin.post("/leads", "{\"name\":\"" + WORD + " " + number + "\"}");
        if (made.status() != 201) {
            return;
        }
        long lead = made.json().getJsonNumber("id").longValue();
        Answer adjusted = admin.post("/leads/" + lead + "/score/adjustments", "{\"points\":100,\"why\":\"test\"}");
        if (adjusted.status() != 200 && adjusted.status() != 201) {
            return;
        }
        leads.put(lead, false);
        admin.await(
                "/leads/" + lead, answer -> answer.json().getString("status").equals("awaiting"));
        if (number % 2 == 0
                && admin.post("/leads/" + lead + "/handover/accept", "{}").status() == 204) {
            leads.put(lead, true);
        }
    }

    @Override
    public boolean isMidway(Crm admin) {
        return leads.size() > LEADS;
    }

    @Override
    public void check(Crm admin) {
        leads.forEach((lead, accepted) -> {
            Answer found = admin.await(
                    "/leads/" + lead,
                    answer -> !answer.json().getString("status").equals("new"));
            List<String> statuses = admin
                    .get("/leads/" + lead + "/handover/trail")
                    .json()
                    .getJsonArray("items")
                    .getValuesAs(JsonObject.class)
                    .stream()
                    .map(stay -> stay.getString("status"))
                    .toList();
            if (accepted) {
                assertThat(found.json().getString("status")).isEqualTo("accepted");
                assertThat(statuses).containsExactly("new", "awaiting", "accepted");
            } else {
                // the answer of an acceptance may have been lost with the server
                assertThat(statuses)
                        .startsWith("new", "awaiting")
                        .hasSizeLessThanOrEqualTo(3)
                        .doesNotHaveDuplicates();
            }
        });
    }
}
