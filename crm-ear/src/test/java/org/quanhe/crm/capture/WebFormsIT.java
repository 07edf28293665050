package org.quanhe.crm.capture;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;

/** Web forms as those who make them have them. */
class WebFormsIT {
    private final Crm admin = Crm.admin();

    private Answer put(MadeForm form, String version, JsonObject document) {
        Crm who = version.isEmpty() ? admin : admin.with("If-Match", "\"" + version + "\"");
        return who.send("PUT", "/web-forms/" + form.id(), "application/json", document.toString());
    }

    private static JsonObject named(MadeForm form, String name) {
        return MadeForm.document(
                form.code(), Json.createObjectBuilder().add("name", name).build());
    }

    @Test
    @Tag("R051")
    void ofTwoWhoEditAtOnceTheSecondIsTold() {
        MadeForm form = MadeForm.published();
        String seen = admin.get("/web-forms/" + form.id()).header("ETag").replace("\"", "");
        assertThat(put(form, seen, named(form, "Một")).status()).isEqualTo(200);
        Answer second = put(form, seen, named(form, "Hai"));
        assertThat(second.status()).as("%s", second).isEqualTo(412);
        assertThat(admin.get("/web-forms/" + form.id()).json().getString("name"))
                .isEqualTo("Một");
    }

    @Test
    void everyVersionCanBeBroughtBackAndTheAuditTells() {
        MadeForm form = MadeForm.published();
        put(form, "", named(form, "Khác"));
        assertThat(admin.get("/web-forms/" + form.id() + "/versions").text()).contains("\"number\":2", "\"number\":1");
        assertThat(admin.get("/web-forms/" + form.id() + "/versions/1/difference")
                        .text())
                .contains("Form " + form.code());
        Answer back = admin.post("/web-forms/" + form.id() + "/versions/1/restore?why=nham", "{}");
        assertThat(back.status()).as("%s", back).isEqualTo(200);
        assertThat(back.json().getString("name")).isEqualTo("Form " + form.code());
    }

    @Test
    void aFormThatCannotWorkIsRefusedAtEachPlace() {
        JsonObject wrong = MadeForm.document(
                "Có dấu",
                Json.createObjectBuilder()
                        .add(
                                "fields",
                                Json.createArrayBuilder()
                                        .add(MadeForm.field("name", true))
                                        .add(MadeForm.field("name", true))
                                        .add(MadeForm.field("score", false))
                                        .add(MadeForm.field("owner", false)))
                        .add("languages", Json.createArrayBuilder(List.of("vi", "zh-TW")))
                        .add("consents", Json.createArrayBuilder(List.of("none-such")))
                        .add("owner", 999_999_999)
                        .add("sites", Json.createArrayBuilder(List.of("javascript:alert(1)", "https://a.vn/path")))
                        .add("leastSeconds", 10_000)
                        .build());
        Answer refused = admin.post("/web-forms", wrong);
        assertThat(refused.status()).as("%s", refused).isEqualTo(400);
        List<String> places = refused.json().getJsonArray("errors").stream()
                .map(JsonValue::asJsonObject)
                .map(error -> error.getString("field"))
                .toList();
        assertThat(places)
                .contains(
                        "code",
                        "fields",
                        "fields[1].name",
                        "fields[2].name",
                        "fields[3].name",
                        "texts.zh-TW.title",
                        "consents",
                        "owner",
                        "sites",
                        "leastSeconds");
    }

    @Test
    void aCodeIsGivenOnceAndStays() {
        MadeForm form = MadeForm.published();
        assertThat(admin.post("/web-forms", named(form, "Trùng")).status()).isEqualTo(400);
        JsonObject renamed = MadeForm.document("other-" + form.code(), JsonValue.EMPTY_JSON_OBJECT);
        assertThat(put(form, "", renamed).status()).isEqualTo(400);
    }

    @Test
    void sellersMakeNoFormsAndMarketingDo() {
        Colleague seller = Colleague.with(List.of("sales"), List.of());
        Colleague marketer = Colleague.with(List.of("marketing"), List.of());
        JsonObject document = MadeForm.document(MadeForm.freshCode(), JsonValue.EMPTY_JSON_OBJECT);
        assertThat(seller.crm().post("/web-forms", document).status()).isEqualTo(403);
        assertThat(seller.crm().get("/web-forms").status()).isEqualTo(403);
        Answer made = marketer.crm().post("/web-forms", document);
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        assertThat(Crm.anonymous().get("/web-forms").status()).isEqualTo(401);
        assertThat(marketer.crm()
                        .delete("/web-forms/" + made.json().getJsonNumber("id"))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void aFormThatIsSwitchedOffSaysSoPolitely() {
        MadeForm form = MadeForm.published();
        Visitor visitor = form.opened().says("name", "Ai đó").says("phone", "0903 111 222");
        form.change(Json.createObjectBuilder().add("published", false));
        Answer closed = visitor.sends();
        assertThat(closed.status()).isEqualTo(200);
        assertThat(closed.text()).contains("tạm đóng").doesNotContain("<form");
        assertThat(form.opened().opened().text()).contains("tạm đóng");
        assertThat(Crm.anonymous().get("/crm/forms/no-such-form").status()).isEqualTo(404);
    }
}
