package org.quanhe.crm.messages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Handsets;
import org.quanhe.crm.harness.UnderWay;
import org.quanhe.crm.messages.Correspondence.Said;

/** Short texts are being sent, the first of them for as long as the gateway is silent: none goes out twice. */
public final class TextBeingSent implements UnderWay {
    private static final int OTHERS = 3;

    private final Handsets handsets = Handsets.get();
    private final String silent = handsets.number(Handsets.SILENT);
    private final List<String> others = new ArrayList<>();
    private @Nullable Correspondence visits;

    private Correspondence visits(Crm admin) {
        if (visits == null) {
            visits = new Correspondence(admin);
        }
        return visits.as(admin);
    }

    @Override
    public String promise() {
        return "noTextGoesOutTwiceWhenTheServerIsKilledWhileItSends";
    }

    @Override
    public void prepare(Crm admin) {
        Correspondence begun = visits(admin);
        String code = "killed-" + begun.mark;
        begun.template(code, "short-text", new Said("en", "", "Hello {{name}}"));
        begun.automation("[{\"do\":\"text\",\"template\":\"" + code + "\"}]");
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
    public int hands() {
        return 0;
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
