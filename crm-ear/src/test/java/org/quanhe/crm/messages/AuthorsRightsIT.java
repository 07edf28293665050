package org.quanhe.crm.messages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Postbox;
import org.quanhe.crm.harness.Shaping;
import org.quanhe.crm.messages.Correspondence.Said;

/** Automations see what their authors see, whoever sets them off. */
class AuthorsRightsIT {
    private final Crm admin = Crm.admin();
    private final Correspondence visits = new Correspondence(admin);
    private final String mark = visits.mark;

    @AfterEach
    void tidyUp() {
        Shaping.show(admin, "service", "customers", "email", true);
        visits.close();
    }

    @Test
    @Tag("R026")
    void aMailAlongAReferenceGoesOutAlsoWhereWhoSavesFirstMayNotReadTheAddress() throws Exception {
        Shaping.right(admin, "service", "visits" + mark, "all", "all", "own");
        Shaping.show(admin, "service", "customers", "email", false);
        Correspondence theirs =
                visits.as(Colleague.with(List.of("service"), List.of()).crm());
        String address = "unseen" + mark + "@example.vn";
        long customer = admin.post(
                        "/customers",
                        "{\"name\":\"Khách " + mark + "\",\"emails\":[{\"type\":\"work\",\"value\":\"" + address
                                + "\",\"primary\":true}]}")
                .json()
                .getInt("id");
        visits.template("unseen-" + mark, "mail", new Said("vi", "Hẹn {{name}}", "Chào {{customer.name}}"));
        long automation =
                visits.automation("[{\"do\":\"mail\",\"template\":\"unseen-" + mark + "\",\"to\":\"customer.email\"}]");
        theirs.record(Json.createObjectBuilder().add("name", "Thứ hai").add("customer", customer));
        assertThat(visits.trace(automation, 1)).contains("unseen");
        assertThat(Postbox.get().mailTo(address).getSubject()).isEqualTo("Hẹn Thứ hai");
    }
}
