package org.quanhe.crm.messages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Handsets;
import org.quanhe.crm.harness.UnderWay;
import org.quanhe.crm.messages.Correspondence.Said;

/** A server without a text gateway keeps a text; when it gets one, the text goes out if somebody sends it. */
public final class TextKept implements UnderWay {
    private final Handsets handsets = Handsets.get();
    private final String phone = handsets.number(Handsets.FINE);
    private @Nullable Correspondence visits;
    private int number;

    private Correspondence visits(Crm admin) {
        if (visits == null) {
            visits = new Correspondence(admin);
        }
        return visits.as(admin);
    }

    @Override
    public String promise() {
        return "aTextThatWasKeptGoesOutWhenAskedFor";
    }

    @Override
    public void prepare(Crm admin) {
        Correspondence begun = visits(admin);
        String code = "kept-text-" + begun.mark;
        begun.template(code, "short-text", new Said("en", "", "Hello {{name}}"));
        begun.automation("[{\"do\":\"text\",\"template\":\"" + code + "\"}]");
        begun.record(Json.createObjectBuilder().add("name", "Kept").add("phone", phone));
        number = begun.mail(phone, "kept").getInt("id");
        Answer refused = send(admin);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("CRM_TEXT_URL");
    }

    private Answer send(Crm admin) {
        return admin.post("/mails/" + number + "/send", "{}");
    }

    @Override
    public int hands() {
        return 0;
    }

    @Override
    public boolean isMidway(Crm admin) {
        return true;
    }

    @Override
    public void check(Crm admin) {
        assertThat(visits(admin).mail(phone).getString("state")).isEqualTo("kept");
        assertThat(handsets.textsTo(phone)).isEmpty();
        assertThat(send(admin).status()).isEqualTo(200);
        assertThat(handsets.textTo(phone).text()).isEqualTo("Hello Kept");
    }
}
