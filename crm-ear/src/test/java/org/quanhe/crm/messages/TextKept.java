package org.quanhe.crm.messages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Handsets;

/** A server without a text gateway keeps a text; when it gets one, the text goes out if somebody sends it. */
public final class TextKept extends Kept {
    private final Handsets handsets = Handsets.get();
    private final String phone = handsets.number(Handsets.FINE);

    @Override
    public String promise() {
        return "aTextThatWasKeptGoesOutWhenAskedFor";
    }

    @Override
    public void prepare(Crm admin) {
        Correspondence begun = visits(admin);
        greeting(begun, "text", "short-text", "");
        begun.record(Json.createObjectBuilder().add("name", "Kept").add("phone", phone));
        isKept(admin, phone, "CRM_TEXT_URL");
    }

    @Override
    public void check(Crm admin) {
        assertThat(visits(admin).mail(phone).getString("state")).isEqualTo("kept");
        assertThat(handsets.textsTo(phone)).isEmpty();
        isSentWhenAskedFor(admin);
        assertThat(handsets.textTo(phone).text()).isEqualTo("Hello Kept");
    }
}
