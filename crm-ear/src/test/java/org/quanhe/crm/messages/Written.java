package org.quanhe.crm.messages;

import org.jspecify.annotations.Nullable;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.UnderWay;
import org.quanhe.crm.messages.Correspondence.Said;

/** Messages that automations wrote when the server was killed. */
abstract class Written implements UnderWay {
    private @Nullable Correspondence visits;

    /** The same correspondence for another client. */
    final Correspondence visits(Crm admin) {
        if (visits == null) {
            visits = new Correspondence(admin);
        }
        return visits.as(admin);
    }

    /** From now on each new record is written to. */
    static void greeting(Correspondence visits, String action, String kind, String subject) {
        String code = action + "-" + visits.mark;
        visits.template(code, kind, new Said("en", subject, "Hello {{name}}"));
        visits.automation("[{\"do\":\"" + action + "\",\"template\":\"" + code + "\"}]");
    }

    @Override
    public int hands() {
        return 0;
    }
}
