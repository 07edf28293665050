package org.quanhe.crm.records;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.capture.MadeForm;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Shaping;

/**
 * Fields of leads that score models, rules of hand-over and web forms name: these follow new names, and whoever changes
 * the kind of a field or retires it is told before what would not fit any more.
 */
class FieldsInUseIT {
    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);
    private final String area = "area_" + mark;
    private final String surface = "surface_" + mark;

    private void field() {
        Shaping.publish(
                admin,
                "{'op':'addField','type':'leads','field':{'name':'" + area
                        + "','kind':'number','labels':{'en':'Area','vi':'Diện tích'}}}");
    }

    private void rename() {
        Shaping.publish(
                admin, "{'op':'changeField','type':'leads','name':'" + area + "','set':{'name':'" + surface + "'}}");
    }

    /** What would follow and what would not fit any more, in Vietnamese, if that were published. */
    private String warnings(String change) {
        Answer draft = admin.post("/metadata/drafts", "{\"changes\":[" + change.replace('\'', '"') + "]}");
        assertThat(draft.status()).as("%s", draft).isEqualTo(201);
        String address = "/metadata/drafts/" + draft.json().getInt("id");
        try {
            return admin.with("Accept-Language", "vi")
                    .get(address + "/difference")
                    .json()
                    .getJsonArray("warnings")
                    .toString();
        } finally {
            admin.delete(address);
        }
    }

    private String ifRenamed() {
        return warnings("{'op':'changeField','type':'leads','name':'" + area + "','set':{'name':'" + surface + "'}}");
    }

    private String ifText() {
        return warnings("{'op':'changeField','type':'leads','name':'" + area + "','set':{'kind':'text'}}");
    }

    private String ifRetired() {
        return warnings("{'op':'retireField','type':'leads','name':'" + area + "'}");
    }

    @Test
    @Tag("R026")
    void criteriaOfTheScoreModelFollow() {
        field();
        JsonObject before = admin.get("/score-model").json();
        try {
            drafted("{\"name\":{\"en\":\"M\"},\"warm\":30,\"hot\":60,\"criteria\":["
                    + "{\"key\":\"large\",\"labels\":{\"vi\":\"Mặt bằng lớn\"},\"kind\":\"profile\",\"when\":\"" + area
                    + " > 100\",\"points\":25},"
                    + "{\"key\":\"known\",\"labels\":{\"vi\":\"Đủ thông tin\"},\"kind\":\"completeness\",\"fields\":[\""
                    + area + "\",\"phone\"],\"points\":10}]}");
            assertThat(ifRenamed()).contains("Bản nháp mô hình điểm theo tên mới");
            inForce();
            assertThat(ifRenamed()).contains("Mô hình điểm theo tên mới").doesNotContain("Bản nháp");
            assertThat(ifText())
                    .contains("“Mặt bằng lớn” sẽ không còn tính điểm")
                    .doesNotContain("Đủ thông tin");
            assertThat(ifRetired()).contains("Mặt bằng lớn", "Đủ thông tin");
            rename();
            JsonObject now = admin.get("/score-model").json();
            assertThat(now.getJsonObject("inForce").toString())
                    .contains(surface + " > 100", "[\"" + surface + "\",\"phone\"]")
                    .doesNotContain(area);
            assertThat(now.getBoolean("differs"))
                    .as("nothing is to be agreed on again")
                    .isFalse();
            long lead = admin.post("/leads", "{\"name\":\"Kho " + mark + "\",\"" + surface + "\":150}")
                    .json()
                    .getJsonNumber("id")
                    .longValue();
            assertThat(admin.get("/leads/" + lead + "/score").json().getInt("total"))
                    .as("25 points for the area, half of the 10 for what is known")
                    .isEqualTo(30);
            assertThat(admin.with("Accept-Language", "vi")
                            .get("/leads/" + lead + "/score")
                            .text())
                    .contains("Mặt bằng lớn", "Diện tích: 150");
        } finally {
            drafted(before.getJsonObject("inForce").toString());
            inForce();
        }
    }

    private void drafted(String document) {
        String version = admin.get("/score-model").header("ETag");
        Answer kept = admin.with("If-Match", version).send("PUT", "/score-model/draft", "application/json", document);
        assertThat(kept.status()).as("%s", kept).isEqualTo(200);
    }

    private void inForce() {
        for (String side : List.of("marketing", "sales")) {
            String version = admin.get("/score-model").header("ETag");
            Answer agreed =
                    admin.with("If-Match", version).post("/score-model/agreements", "{\"side\":\"" + side + "\"}");
            assertThat(agreed.status()).as("%s", agreed).isEqualTo(200);
        }
    }

    @Test
    @Tag("R026")
    void rulesOfHandOverFollow() {
        field();
        String before = admin.get("/handovers/settings").text();
        long team = Colleague.team("Kho lớn " + mark);
        Colleague.with(List.of("sales"), List.of(team));
        try {
            Answer set = admin.send(
                    "PUT",
                    "/handovers/settings",
                    "application/json",
                    "{\"rules\":[{\"when\":\"source == 'fair'\",\"team\":" + team + "},{\"when\":\"" + area
                            + " > 100\",\"team\":" + team + ",\"how\":\"team\"}]}");
            assertThat(set.status()).as("%s", set).isEqualTo(200);
            assertThat(ifRenamed()).contains("Quy tắc bàn giao theo tên mới");
            assertThat(ifText()).contains("quy tắc 2 sẽ không còn đúng với đầu mối nào");
            assertThat(ifRetired()).contains("quy tắc 2").doesNotContain("quy tắc 1");
            rename();
            assertThat(admin.get("/handovers/settings").text())
                    .contains(surface + " > 100")
                    .doesNotContain(area);
            long lead = admin.post("/leads", "{\"name\":\"Kho " + mark + "\",\"" + surface + "\":150}")
                    .json()
                    .getJsonNumber("id")
                    .longValue();
            assertThat(admin.post("/leads/" + lead + "/handover", "{}").status())
                    .isEqualTo(200);
            assertThat(admin.get("/leads/" + lead).json().getJsonObject("team").getInt("id"))
                    .isEqualTo((int) team);
        } finally {
            admin.send("PUT", "/handovers/settings", "application/json", before);
        }
    }

    @Test
    @Tag("R026")
    void questionsOfWebFormsFollow() {
        field();
        MadeForm form = MadeForm.asking(List.of("name", "phone", area));
        try {
            assertThat(ifRenamed()).contains("Biểu mẫu web “Form " + form.code() + "” theo tên mới");
            assertThat(ifRetired()).contains("“Form " + form.code() + "” sẽ không còn khớp", area);
            assertThat(warnings("{'op':'addField','type':'leads','field':{'name':'must_" + mark
                            + "','kind':'text','required':true,'labels':{'vi':'Bắt buộc'}}}"))
                    .as("a form that does not ask what every lead must have would be refused")
                    .contains("“Form " + form.code() + "” sẽ không còn khớp");
            rename();
            assertThat(asked(form)).containsExactly("name", "phone", surface);
            String name = "Khách " + mark;
            form.opened()
                    .says("name", name)
                    .says("phone", "0903 555 120")
                    .says(surface, "85")
                    .sends();
            assertThat(MadeForm.lead(name).getInt(surface)).isEqualTo(85);
        } finally {
            admin.delete("/web-forms/" + form.id());
        }
    }

    private List<String> asked(MadeForm form) {
        return admin.get("/web-forms/" + form.id()).json().getJsonArray("fields").stream()
                .map(JsonValue::asJsonObject)
                .map(field -> field.getString("name"))
                .toList();
    }
}
