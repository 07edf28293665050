package org.quanhe.crm.capture;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;

/** What becomes of a form that a visitor sends. */
class FormSendingIT {
    private final Crm admin = Crm.admin();
    private final String mark = "guiform" + Long.toString(System.nanoTime(), 36);

    private static String tail() {
        return Long.toString(10_000_000L + Math.floorMod(System.nanoTime(), 89_999_999L));
    }

    @Test
    @Tag("R051")
    @Tag("R052")
    @Tag("R004")
    void aVisitorsWishIsALeadAtOnceWithSourceAndChannel() {
        MadeForm form = MadeForm.published();
        Visitor visitor = Visitor.opens(
                form.code(),
                "?lang=vi&referrer=" + Crm.encode("https://www.google.com/search?q=may+lanh") + "&page="
                        + Crm.encode("https://maylanh.example/lap-dat?utm_source=zalo&utm_medium=social"
                                + "&utm_campaign=tet-2027&token=secret#top"));
        Answer thanks = visitor.says("name", "Nguyễn Thị Hoà " + mark)
                .says("phone", "0903 " + tail())
                .says("email", mark + "@example.vn")
                .says("need", "Lắp hai máy lạnh\ncho nhà phố")
                .says("budget", "25000000")
                .says("wishedTime", "sáng thứ bảy")
                .says("address", "12 Lê Lợi, Huế")
                .sends();
        assertThat(thanks.status()).as("%s", thanks).isEqualTo(200);
        assertThat(thanks.text()).contains("Cảm ơn bạn!");

        JsonObject found = MadeForm.lead("hoa " + mark);
        JsonObject lead = admin.get("/leads/" + found.getInt("id")).json();
        assertThat(lead.getString("need")).isEqualTo("Lắp hai máy lạnh\ncho nhà phố");
        assertThat(lead.get("budget").toString()).contains("25000000", "VND");
        assertThat(lead.getString("wishedTime")).isEqualTo("sáng thứ bảy");
        assertThat(lead.getString("address")).isEqualTo("12 Lê Lợi, Huế");
        assertThat(lead.getString("source")).isEqualTo("zalo");
        assertThat(lead.getString("medium")).isEqualTo("social");
        assertThat(lead.getString("campaign")).isEqualTo("tet-2027");
        assertThat(lead.getString("page"))
                .as("nothing that may be a secret of the visitor")
                .isEqualTo("https://maylanh.example/lap-dat");
        assertThat(lead.getString("firstChannel")).isEqualTo("web");
        assertThat(lead.getString("firstTouch")).matches("\\d{4}-\\d\\d-\\d\\d");
        assertThat(lead.getString("language")).isEqualTo("vi");
        assertThat(admin.get("/leads/" + lead.getInt("id") + "/score").text()).contains("Form " + form.code());
        assertThat(lead.getInt("score")).isPositive();
        assertThat(MadeForm.timeline(lead)).contains("sáng thứ bảy", "https://www.google.com/search");
        assertThat(admin.get("/leads?filter=" + Crm.encode("source == 'zalo' && campaign == 'tet-2027'"))
                        .text())
                .contains(mark);
    }

    @Test
    @Tag("R051")
    void aChineseVisitorIsServedInChineseAndFoundByPinyin() {
        MadeForm form = MadeForm.published();
        Crm chinese = Crm.anonymous().with("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.3");
        Visitor visitor = Visitor.opens(chinese, form.code(), "");
        assertThat(visitor.opened().text()).contains("lang=\"zh-CN\"", "空调安装咨询", "姓名", "提交需求");
        Answer thanks = visitor.says("name", "张伟 " + mark)
                .says("phone", "138 " + tail())
                .says("need", "办公室空调")
                .sends();
        assertThat(thanks.text()).contains("谢谢您！");
        JsonObject lead = admin.get(
                        "/leads/" + MadeForm.lead("zhang wei " + mark).getInt("id"))
                .json();
        assertThat(lead.getString("language")).isEqualTo("zh-CN");
        assertThat(lead.getString("source"))
                .as("without a page that says more, the form's own")
                .isEqualTo("website");
        assertThat(lead.getString("medium")).isEqualTo("form");
        assertThat(lead.getString("campaign")).isEqualTo("he-2027");
    }

    @Test
    void theFirstLanguageIsSpokenWhereTheVisitorsIsNone() {
        MadeForm form = MadeForm.published();
        Crm japanese = Crm.anonymous().with("Accept-Language", "ja");
        assertThat(Visitor.opens(japanese, form.code(), "").opened().text()).contains("lang=\"vi\"");
        assertThat(Visitor.opens(japanese, form.code(), "?lang=en-GB").opened().text())
                .contains("lang=\"en\"");
    }

    @Test
    void aFieldOfOnesOwnIsAskedAndKept() {
        JsonObject wanted = Json.createObjectBuilder()
                .add("name", "jobTitle")
                .add("required", true)
                .add("labels", Json.createObjectBuilder().add("vi", "Bạn làm gì?"))
                .add("hints", Json.createObjectBuilder().add("vi", "Chủ nhà, quản lý …"))
                .build();
        MadeForm form = MadeForm.with(Json.createObjectBuilder()
                .add("fields", Json.createArrayBuilder().add(wanted).add(MadeForm.field("email", true))));
        Visitor visitor = form.opened();
        assertThat(visitor.opened().text()).contains("Bạn làm gì?", "Chủ nhà, quản lý …");
        Answer missing = visitor.says("email", "khong-phai-mail").sends();
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.text())
                .contains("value=\"khong-phai-mail\"", "f-jobTitle-error", "f-email-error", "aria-invalid");
        assertThat(visitor.says("email", mark + "@example.vn")
                        .says("jobTitle", "chủ nhà")
                        .sends()
                        .status())
                .isEqualTo(200);
        JsonObject lead = MadeForm.lead(mark);
        assertThat(lead.getString("name")).as("nobody asked for a name").isEqualTo(mark + "@example.vn");
    }

    @Test
    @Tag("R051")
    void theMembersOfATeamGetNewLeadsByTurn() {
        long team = Colleague.team("Web " + mark);
        Colleague one = Colleague.with(List.of("sales"), List.of(team));
        Colleague two = Colleague.with(List.of("sales"), List.of(team));
        MadeForm form = MadeForm.with(Json.createObjectBuilder().add("team", team));
        for (int i = 0; i < 4; i++) {
            Answer sent = form.opened()
                    .says("name", "Khách " + i + " " + mark)
                    .says("email", i + mark + "@example.vn")
                    .sends();
            assertThat(sent.status()).isEqualTo(200);
        }
        List<Long> owners = MadeForm.leads(mark).stream()
                .map(lead -> admin.get("/leads/" + lead.getInt("id")).json())
                .map(lead -> lead.getJsonObject("owner").getJsonNumber("id").longValue())
                .toList();
        assertThat(owners).containsExactlyInAnyOrder(one.id(), two.id(), one.id(), two.id());
        assertThat(one.crm().get("/leads?q=" + mark).json().getJsonArray("items"))
                .as("both see those of the team, or their own")
                .isNotEmpty();
    }
}
