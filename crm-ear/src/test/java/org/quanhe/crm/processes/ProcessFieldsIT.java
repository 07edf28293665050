package org.quanhe.crm.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Shaping;

/** What administrators do to fields while records are on their way. */
class ProcessFieldsIT {
    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);
    private final String floor = "floor_" + mark;
    private final String storey = "storey_" + mark;

    @Test
    @Tag("R035")
    void aRunAsksForAFieldUnderItsNewName() {
        Shaping.publish(
                admin,
                "{'op':'addField','type':'customers','field':{'name':'" + floor
                        + "','kind':'number','labels':{'en':'Floor'}}}");
        long team = Colleague.team("Lắp " + mark);
        Colleague fitter = Colleague.with(List.of("manager"), List.of(team));
        Drawn process = Drawn.published(
                "Khảo sát " + mark,
                Drawn.step("survey", team, "\"ask\":[{\"field\":\"" + floor + "\"}],\"exit\":\"" + floor + " > 0\""));
        long customer = admin.post("/customers", "{\"name\":\"Ông " + mark + "\"}")
                .json()
                .getJsonNumber("id")
                .longValue();
        long run = process.run(fitter.crm(), customer);

        Answer draft = admin.post(
                "/metadata/drafts",
                "{\"changes\":[{\"op\":\"retireField\",\"type\":\"customers\",\"name\":\"" + floor + "\"}]}");
        String address = "/metadata/drafts/" + draft.json().getInt("id");
        assertThat(admin.get(address + "/difference")
                        .json()
                        .getJsonArray("warnings")
                        .toString())
                .contains("Khảo sát " + mark);
        assertThat(admin.delete(address).status()).isEqualTo(204);

        Shaping.publish(
                admin,
                "{'op':'changeField','type':'customers','name':'" + floor + "','set':{'name':'" + storey + "'}}");
        Answer missing = Drawn.complete(fitter.crm(), run, 1, "");
        assertThat(missing.status()).as("%s", missing).isEqualTo(400);
        assertThat(missing.text()).contains(storey);
        Drawn.completed(fitter.crm(), run, 1, "\"" + storey + "\":3");
        assertThat(admin.get("/customers/" + customer).json().getInt(storey)).isEqualTo(3);
    }
}
