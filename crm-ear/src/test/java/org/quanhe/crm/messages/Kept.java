package org.quanhe.crm.messages;

import static org.assertj.core.api.Assertions.assertThat;

import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;

/** A message that was kept, since nothing was set that carries it. */
abstract class Kept extends Written {
    private int number;

    /** @param setting names what carries it */
    final void isKept(Crm admin, String address, String setting) {
        number = visits(admin).mail(address, "kept").getInt("id");
        Answer refused = send(admin);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains(setting);
    }

    private Answer send(Crm admin) {
        return admin.post("/mails/" + number + "/send", "{}");
    }

    final void isSentWhenAskedFor(Crm admin) {
        assertThat(send(admin).status()).isEqualTo(200);
    }

    @Override
    public final boolean isMidway(Crm admin) {
        return true;
    }
}
