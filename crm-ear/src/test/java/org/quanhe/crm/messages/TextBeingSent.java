package org.quanhe.crm.messages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Handsets;

/** Short texts are being sent, the first of them for as long as the gateway is silent: none goes out twice. */
public final class TextBeingSent extends Written {
    private static final int OTHERS = 3;

    private final Handsets handsets = Handsets.get();
    private final String silent = handsets.number(Handsets.SILENT);
    private final List<String> others = new ArrayList<>();

    @Override
    public String promise() {
        return "noTextGoesOutTwiceWhenTheServerIsKilledWhileItSends";
    }

    @Override
    public void prepare(Crm admin) {
        Correspondence begun = visits(admin);
        greeting(begun, "text", "short-text", "");
        record(begun, silent);
        for (int i = 0; i < OTHERS; i++) {
            others.add(handsets.number(Handsets.FINE));
            record(begun, others.get(i));
        }
        handsets.textTo(silent);
    }

    private static void record(Correspondence visits, String number) {
        visits.record(Json.createObjectBuilder().add("name", "A").add("phone", number));
    }

    @Override
    public boolean isMidway(Crm admin) {
        return visits(admin).mail(silent).getString("state").equals("sending");
    }

    @Override
    public void check(Crm admin) {
        Correspondence now = visits(admin);
        assertThat(now.mail(silent, "in-doubt").getString("reason"))
                .contains("was stopped while the text was being sent");
        for (String other : others) {
            now.mail(other, "sent");
            assertThat(handsets.textsTo(other)).hasSize(1);
        }
        assertThat(handsets.textsTo(silent)).hasSize(1);
    }
}
