package org.quanhe.crm.leads;

import jakarta.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;

/** A team of sales that is asked about the leads of one test, until it is closed. */
public final class SalesTeam implements AutoCloseable {
    private final String before;
    private final String mark;
    private final long team;
    private final Colleague manager;
    private final List<Colleague> sellers = new ArrayList<>();

    private SalesTeam(String mark, int sellers) {
        this.mark = mark;
        this.before = Crm.admin().get("/handovers/settings").text();
        this.team = Colleague.team("Bán hàng " + mark);
        this.manager = Colleague.with(List.of("manager"), List.of(team));
        for (int i = 0; i < sellers; i++) {
            this.sellers.add(Colleague.with(List.of("sales"), List.of(team)));
        }
    }

    /** Asked by turn about leads whose names contain the mark, with that limit in working minutes. */
    public static SalesTeam with(String mark, int sellers, int limit) {
        SalesTeam team = new SalesTeam(mark, sellers);
        team.limit(limit, "turn");
        return team;
    }

    public void limit(int minutes, String how) {
        Answer set = Crm.admin()
                .send(
                        "PUT",
                        "/handovers/settings",
                        "application/json",
                        Json.createObjectBuilder()
                                .add("limitMinutes", minutes)
                                .add(
                                        "rules",
                                        Json.createArrayBuilder()
                                                .add(Json.createObjectBuilder()
                                                        .add("when", "name.contains('" + mark + "')")
                                                        .add("team", team)
                                                        .add("how", how)))
                                .build()
                                .toString());
        if (set.status() != 200) {
            throw new AssertionError("no settings: " + set);
        }
    }

    public long team() {
        return team;
    }

    public Colleague manager() {
        return manager;
    }

    public Colleague seller(int number) {
        return sellers.get(number);
    }

    @Override
    public void close() {
        Crm.admin().send("PUT", "/handovers/settings", "application/json", before);
    }
}
