package org.quanhe.crm.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanhe.crm.messages.MailKept.visit;

import jakarta.json.JsonObject;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Postbox;
import org.quanhe.crm.harness.UnderWay;

/** Mails are being sent, the first of them for as long as its line is dead: none goes out twice. */
public final class MailBeingSent implements UnderWay {
    private static final int OTHERS = 5;

    private final Postbox postbox = Postbox.get();
    private final MailKept kept;

    /** @param kept was sent before, and is not sent again */
    public MailBeingSent(MailKept kept) {
        this.kept = kept;
    }

    @Override
    public String promise() {
        return "noMailGoesOutTwiceWhenTheServerIsKilledWhileItSends";
    }

    @Override
    public void prepare(Crm admin) {
        Correspondence visits = kept.visits(admin);
        visits.record(visit("Silent", silent(visits)));
        for (int i = 0; i < OTHERS; i++) {
            visits.record(visit("Other", other(visits, i)));
        }
        postbox.mailTo(silent(visits));
    }

    private static String silent(Correspondence visits) {
        return "silent" + visits.mark + "@example.vn";
    }

    private static String other(Correspondence visits, int i) {
        return "other" + i + visits.mark + "@example.vn";
    }

    @Override
    public int hands() {
        return 0;
    }

    @Override
    public boolean isMidway(Crm admin) {
        Correspondence visits = kept.visits(admin);
        return visits.mail(silent(visits)).getString("state").equals("sending");
    }

    @Override
    public void check(Crm admin) {
        Correspondence visits = kept.visits(admin);
        JsonObject doubt = visits.mail(silent(visits), "in-doubt");
        assertThat(doubt.getString("reason")).contains("was stopped while the mail was being sent");
        for (int i = 0; i < OTHERS; i++) {
            visits.mail(other(visits, i), "sent");
            assertThat(postbox.mailsTo(other(visits, i))).hasSize(1);
        }
        assertThat(postbox.mailsTo(silent(visits))).hasSize(1);
        assertThat(postbox.mailsTo(kept.address())).hasSize(1);
    }
}
