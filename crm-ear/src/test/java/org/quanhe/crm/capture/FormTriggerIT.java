package org.quanhe.crm.capture;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Postbox;

/** A form that is sent sets automations off. */
class FormTriggerIT {
    private final Crm admin = Crm.admin();
    private final String mark = "kich" + Long.toString(System.nanoTime(), 36);
    private final MadeForm form = MadeForm.published();
    private long automation;
    private long template;

    @AfterEach
    void tidyUp() {
        admin.delete("/automations/" + automation);
        admin.delete("/templates/" + template);
    }

    private Answer automation(String type, String trigger, String actions) {
        return admin.post(
                "/automations",
                "{\"name\":\"Cảm ơn " + mark + "\",\"type\":\"" + type + "\",\"trigger\":" + trigger + ",\"actions\":"
                        + actions + "}");
    }

    @Test
    @Tag("R051")
    void aThankYouMailAndATaskFollow() throws Exception {
        template = admin.post(
                        "/templates",
                        Json.createObjectBuilder()
                                .add("code", "thanks-" + mark)
                                .add("name", "Cảm ơn")
                                .add("kind", "mail")
                                .add("type", "leads")
                                .add("fallback", "vi")
                                .add(
                                        "texts",
                                        Json.createObjectBuilder()
                                                .add(
                                                        "vi",
                                                        Json.createObjectBuilder()
                                                                .add("subject", "Cảm ơn {{name}}")
                                                                .add("body", "Chúng tôi sẽ gọi lại về: {{need}}")))
                                .build())
                .json()
                .getInt("id");
        Answer made = automation(
                "leads",
                "{\"on\":\"form\",\"form\":\"" + form.code() + "\"}",
                "[{\"do\":\"mail\",\"template\":\"thanks-" + mark
                        + "\"},{\"do\":\"task\",\"subject\":\"Gọi {{name}}\"}]");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        automation = made.json().getInt("id");
        MadeForm other = MadeForm.published();
        other.opened()
                .says("name", "Khác " + mark)
                .says("email", "khac" + mark + "@example.vn")
                .sends();
        form.opened()
                .says("name", "Hoà " + mark)
                .says("email", mark + "@example.vn")
                .says("need", "hai máy")
                .sends();
        MimeMessage mail = Postbox.get().mailTo(mark + "@example.vn");
        assertThat(mail.getSubject()).isEqualTo("Cảm ơn Hoà " + mark);
        admin.await("/automations/" + automation, all -> all.json().getInt("done") == 1);
        JsonObject run = admin.get("/automations/" + automation + "/runs")
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(run.toString()).contains("Form " + form.code(), "Gọi Hoà " + mark);
        assertThat(admin.get("/automations/" + automation + "/runs").json().getJsonArray("items"))
                .as("the other form sets nothing off")
                .hasSize(1);
    }

    @Test
    void theTriggerSaysItsArgumentsAndIsForLeadsAlone() {
        assertThat(admin.get("/automations/vocabulary").text()).contains("\"form\"", form.code());
        String task = "[{\"do\":\"task\",\"subject\":\"x\"}]";
        Answer customers = automation("customers", "{\"on\":\"form\"}", task);
        assertThat(customers.status()).as("%s", customers).isEqualTo(400);
        Answer unknown = automation("leads", "{\"on\":\"form\",\"form\":\"no-such\"}", task);
        assertThat(unknown.status()).as("%s", unknown).isEqualTo(400);
        Answer any = automation("leads", "{\"on\":\"form\"}", task);
        assertThat(any.status()).as("%s", any).isEqualTo(201);
        automation = any.json().getInt("id");
        form.opened()
                .says("name", "Bất kỳ " + mark)
                .says("email", mark + "@example.vn")
                .sends();
        admin.await("/automations/" + automation + "/runs", runs -> runs.text().contains("Bất kỳ " + mark));
    }
}
