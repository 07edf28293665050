package org.quanhe.crm.bench;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.quanhe.crm.capture.MadeForm;
import org.quanhe.crm.capture.Visitor;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;

/**
 * Strangers who open a web form and send it: each is looked for among all leads, becomes one, is scored and given to
 * the next member of a team.
 */
final class Visitors {
    private static final String FORM = "bench";
    private static final int MEMBERS = 3;

    private final Crm stranger;
    private final AtomicLong next = new AtomicLong(40_000_000L);

    Visitors(Server server) {
        var administrator = server.administrator();
        stranger = server.stranger();
        var team = made(administrator, "/teams", Json.createObjectBuilder().add("name", "Web"));
        for (int n = 0; n < MEMBERS; n++) {
            made(
                    administrator,
                    "/users",
                    Json.createObjectBuilder()
                            .add("username", "web" + n)
                            .add("displayName", "Web " + n)
                            .add("roles", Json.createArrayBuilder(List.of("sales")))
                            .add("teams", Json.createArrayBuilder().add(team)));
        }
        var form = MadeForm.document(
                FORM, Json.createObjectBuilder().add("team", team).build());
        made(administrator, "/web-forms", Json.createObjectBuilder(form));
    }

    private static int made(Crm administrator, String path, JsonObjectBuilder document) {
        var answer = administrator.post(path, document.build());
        if (answer.status() != 201) {
            throw new IllegalStateException("not made: " + answer);
        }
        return answer.json().getInt("id");
    }

    Act act() {
        return new Act("web form: opened and sent", 25, this::sent);
    }

    private Answer sent(int client, SplittableRandom any) {
        var person = MadeUpCustomers.number(next.getAndIncrement());
        return Visitor.opens(stranger, FORM, "")
                .says("name", person.name())
                .says("company", person.company())
                .says("phone", person.phone())
                .says("email", person.email())
                .says("need", person.notes())
                .says("budget", any.nextInt(1, 900) + "000000")
                .says("address", person.address())
                .sends();
    }
}
