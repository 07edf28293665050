package org.quanhe.crm.messages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Postbox;

/** A server without a mail server keeps a mail; when it gets one, the mail goes out if somebody sends it. */
public final class MailKept extends Kept {
    private String address = "";

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
        greeting(begun, "mail", "mail", "Hello {{name}}");
        address = "kept" + begun.mark + "@example.vn";
        begun.record(visit("Kept", address));
        isKept(admin, address, "CRM_SMTP_HOST");
    }

    @Override
    public void check(Crm admin) {
        Correspondence now = visits(admin);
        // one that is written today has gone out: the older one would have
        String today = "today" + now.mark + "@example.vn";
        now.record(visit("Today", today));
        now.mail(today, "sent");
        assertThat(Postbox.get().mailsTo(address)).isEmpty();
        isSentWhenAskedFor(admin);
        Postbox.get().mailTo(address);
    }
}
