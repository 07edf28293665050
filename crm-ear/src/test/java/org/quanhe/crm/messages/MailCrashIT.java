package org.quanhe.crm.messages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;
import org.quanhe.crm.harness.Postbox;
import org.quanhe.crm.messages.Correspondence.Said;

/** A server without a mail server, that gets one, and is killed while it sends. */
@Tag("crash")
class MailCrashIT {
    private static final int OTHERS = 5;
    private static final String PATIENCE = "CRM_SMTP_TIMEOUT_SECONDS";

    private final Postbox postbox = Postbox.get();

    private static Crm signedIn(CrmProcess crm) {
        return crm.crm().signIn("admin", CrmProcess.ADMIN_PASSWORD);
    }

    private static JsonObjectBuilder visit(String name, String address) {
        return Json.createObjectBuilder().add("name", name).add("email", address);
    }

    @Test
    void whatWasKeptGoesOutWhenAskedForAndNothingTwiceWhenTheServerIsKilled() throws Exception {
        CrmProcess crm = CrmProcess.fresh("mailcrash").start();
        try {
            Crm admin = signedIn(crm);
            Correspondence visits = new Correspondence(admin);
            String mark = visits.mark;
            visits.template("crash-" + mark, "mail", new Said("en", "Hello {{name}}", "Hello {{name}}"));
            visits.automation("[{\"do\":\"mail\",\"template\":\"crash-" + mark + "\"}]");
            String kept = "kept" + mark + "@example.vn";
            visits.record(visit("Kept", kept));
            int number = visits.mail(kept, "kept").getInt("id");
            Answer refused = admin.post("/mails/" + number + "/send", "{}");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.text()).contains("CRM_SMTP_HOST");
            crm.stop();

            // so patient that the mail whose line is dead is still being sent when the kill comes
            postbox.takesMailsOf(crm).with(PATIENCE, "240").start();
            admin = signedIn(crm);
            Thread.sleep(6_000);
            assertThat(postbox.mailsTo(kept)).isEmpty();
            assertThat(admin.post("/mails/" + number + "/send", "{}").status()).isEqualTo(200);
            postbox.mailTo(kept);

            String silent = "silent" + mark + "@example.vn";
            visits = visits.as(admin);
            visits.record(visit("Silent", silent));
            for (int i = 0; i < OTHERS; i++) {
                visits.record(visit("Other", "other" + i + mark + "@example.vn"));
            }
            postbox.mailTo(silent);
            crm.kill9();

            postbox.takesMailsOf(crm).start();
            visits = visits.as(signedIn(crm));
            JsonObject doubt = visits.mail(silent, "in-doubt");
            assertThat(doubt.getString("reason")).contains("was stopped while the mail was being sent");
            for (int i = 0; i < OTHERS; i++) {
                visits.mail("other" + i + mark + "@example.vn", "sent");
                assertThat(postbox.mailsTo("other" + i + mark + "@example.vn")).hasSize(1);
            }
            assertThat(postbox.mailsTo(silent)).hasSize(1);
            assertThat(postbox.mailsTo(kept)).hasSize(1);
        } finally {
            crm.stop();
        }
    }
}
