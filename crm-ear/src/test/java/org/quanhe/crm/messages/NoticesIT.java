package org.quanhe.crm.messages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Postbox;
import org.quanhe.crm.messages.Correspondence.Said;

/** Who is told of what, and how. */
class NoticesIT {
    private final Crm admin = Crm.admin();
    private final Correspondence visits = new Correspondence(admin);
    private final String mark = visits.mark;

    @AfterEach
    void tidyUp() {
        visits.close();
    }

    private Colleague colleague(String language, String address) {
        Colleague colleague = Colleague.with(List.of("manager"), List.of());
        Answer changed = admin.patch(
                "/users/" + colleague.id(),
                Json.createObjectBuilder()
                        .add("email", address)
                        .add("language", language)
                        .build());
        assertThat(changed.status()).as("%s", changed).isEqualTo(200);
        return colleague;
    }

    private static List<JsonObject> notices(Colleague colleague) {
        return colleague.crm().get("/notices").json().getJsonArray("items").getValuesAs(JsonObject.class);
    }

    private int given(Colleague owner, String name) {
        return visits.record(Json.createObjectBuilder().add("name", name).add("owner", owner.id()));
    }

    @Test
    void whoIsGivenARecordOrATaskIsToldOnceAndInTheirLanguage() {
        Colleague hoa = colleague("vi", "hoa" + mark + "@example.vn");
        int record = given(hoa, "Thăm " + mark);
        admin.post(
                "/activities",
                Json.createObjectBuilder()
                        .add("kind", "task")
                        .add("subject", "Gọi " + mark)
                        .add("owner", hoa.id())
                        .build());
        List<JsonObject> told = notices(hoa);
        assertThat(told).hasSize(2);
        assertThat(told.get(0).getString("text")).contains("Administrator đã giao cho bạn việc “Gọi " + mark + "”");
        assertThat(told.get(0).getString("kind")).isEqualTo("task");
        assertThat(told.get(1).getString("text")).contains("Thăm " + mark).contains("Chuyến thăm");
        assertThat(told.get(1).getInt("recordId")).isEqualTo(record);
        assertThat(hoa.crm().get("/notices").json().getInt("unread")).isEqualTo(2);
        hoa.crm().post("/notices/" + told.get(0).getInt("id") + "/read", "{}");
        assertThat(hoa.crm().get("/notices").json().getInt("unread")).isEqualTo(1);
        assertThat(admin.post("/notices/" + told.get(1).getInt("id") + "/read", "{}")
                        .status())
                .isEqualTo(404);
        hoa.crm().post("/notices/read", "{}");
        assertThat(hoa.crm().get("/notices").json().getInt("unread")).isZero();
        // what somebody does with their own records is no news
        hoa.crm().post("/" + visits.type, "{\"name\":\"Của mình " + mark + "\"}");
        assertThat(notices(hoa)).hasSize(2);
    }

    @Test
    void everybodyChoosesPageMailBothOrNone() throws Exception {
        String address = "ling" + mark + "@example.vn";
        Colleague ling = colleague("zh-CN", address);
        assertThat(ling.crm().get("/notices/choices").json().getString("task")).isEqualTo("page");
        Answer wrong = ling.crm().send("PUT", "/notices/choices", "application/json", "{\"task\":\"pigeon\"}");
        assertThat(wrong.status()).isEqualTo(400);
        ling.crm().send("PUT", "/notices/choices", "application/json", "{\"assigned\":\"mail\"}");
        given(ling, "拜访 " + mark);
        MimeMessage mail = Postbox.get().mailTo(address);
        assertThat(mail.getSubject()).contains("Administrator 让您负责“拜访 " + mark + "”");
        assertThat(notices(ling)).isEmpty();
        ling.crm().send("PUT", "/notices/choices", "application/json", "{\"assigned\":\"none\"}");
        given(ling, "静 " + mark);
        ling.crm().send("PUT", "/notices/choices", "application/json", "{\"assigned\":\"both\"}");
        given(ling, "都 " + mark);
        assertThat(notices(ling)).singleElement().satisfies(notice -> assertThat(notice.getString("text"))
                .contains("都 " + mark));
        visits.mail(address, "sent");
    }

    @Test
    void whatIsGivenAtOnceIsOneNotice() {
        Colleague an = colleague("en", "");
        String task = "{\"do\":\"task\",\"subject\":\"Call {{name}}\",\"owner\":\"" + an.id() + "\"}";
        long id = visits.automation("[" + task + "," + task + "," + task + "]");
        visits.record(record("Hoà " + mark));
        visits.trace(id, 1);
        assertThat(notices(an)).singleElement().satisfies(notice -> assertThat(notice.getString("text"))
                .isEqualTo("Administrator gave you the task “Call Hoà " + mark + "” and 2 more"));
    }

    private static JsonObjectBuilder record(String name) {
        return Json.createObjectBuilder().add("name", name);
    }

    @Test
    void anAutomationTellsEachInTheirLanguageAndNobodyWhatTheyMayNotSee() {
        long team = Colleague.team("Đội " + mark);
        Colleague reader = Colleague.with(List.of("sales"), List.of(team));
        Colleague outsider = Colleague.with(List.of("sales"), List.of());
        admin.patch("/users/" + reader.id(), "{\"language\":\"zh-TW\"}");
        visits.template(
                "tell-" + mark,
                "notification",
                new Said("en", "Look at {{name}}", "{{price}}"),
                new Said("zh-TW", "請看 {{name}}", "{{price}}"));
        long id = visits.automation("[{\"do\":\"notify\",\"template\":\"tell-" + mark + "\",\"to\":\"team\"},"
                + "{\"do\":\"notify\",\"text\":\"Plain {{name}}\",\"to\":\"" + outsider.id() + "\"}]");
        visits.record(record("Hoà " + mark).add("team", team).add("price", 1234.5));
        String trace = visits.trace(id, 1);
        assertThat(trace).contains("Told: " + reader.username(), outsider.username() + " may not see the record");
        assertThat(notices(reader)).singleElement().satisfies(notice -> {
            assertThat(notice.getString("text")).isEqualTo("請看 Hoà " + mark);
            assertThat(notice.getString("body")).isEqualTo("1,234.5");
            assertThat(notice.getString("kind")).isEqualTo("automation");
        });
        assertThat(notices(outsider)).isEmpty();
    }

    @Test
    void aWrongActionIsRefusedAtItsPlace() {
        Answer refused = admin.with("Accept-Language", "vi")
                .post(
                        "/automations",
                        "{\"name\":\"x\",\"type\":\"" + visits.type + "\",\"trigger\":{\"on\":\"created\"},"
                                + "\"actions\":[{\"do\":\"mail\",\"template\":\"none-" + mark
                                + "\",\"to\":\"customer.shoe\"},"
                                + "{\"do\":\"notify\",\"text\":\"{{nix}}\",\"to\":\"everybody\"}]}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().getJsonArray("violations").getValuesAs(JsonObject.class).stream()
                        .map(violation -> violation.getString("field")))
                .containsExactlyInAnyOrder("actions[0].template", "actions[0].to", "actions[1].text", "actions[1].to");
    }
}
