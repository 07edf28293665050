package org.quanhe.crm.messages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Postbox;
import org.quanhe.crm.harness.UnderWay;
import org.quanhe.crm.messages.Correspondence.Said;

/** A server without a mail server keeps a mail; when it gets one, the mail goes out if somebody sends it. */
public final class MailKept implements UnderWay {
    private @Nullable Correspondence visits;
    private String address = "";
    private int number;

    /** The same correspondence for another client. */
    Correspondence visits(Crm admin) {
        if (visits == null) {
            visits = new Correspondence(admin);
        }
        return visits.as(admin);
    }

    /** Where the mail went. */
    String address() {
        return address;
    }

    static JsonObjectBuilder visit(String name, String address) {
        return Json.createObjectBuilder().add("name", name).add("email", address);
    }

    @Override
    public String promise() {
        return "aMailThatWasKeptGoesOutWhenAskedFor";
    }

    @Override
    public void prepare(Crm admin) {
        Correspondence begun = visits(admin);
        String code = "crash-" + begun.mark;
        begun.template(code, "mail", new Said("en", "Hello {{name}}", "Hello {{name}}"));
        begun.automation("[{\"do\":\"mail\",\"template\":\"" + code + "\"}]");
        address = "kept" + begun.mark + "@example.vn";
        begun.record(visit("Kept", address));
        number = begun.mail(address, "kept").getInt("id");
        Answer refused = send(admin);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("CRM_SMTP_HOST");
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
        Correspondence now = visits(admin);
        // one that is written today has gone out: the older one would have
        String today = "today" + now.mark + "@example.vn";
        now.record(visit("Today", today));
        now.mail(today, "sent");
        assertThat(Postbox.get().mailsTo(address)).isEmpty();
        assertThat(send(admin).status()).isEqualTo(200);
        Postbox.get().mailTo(address);
    }
}
