package org.quanhe.crm.capture;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;

/** Somebody who is known is not made a second time. */
class FormDoublesIT {
    private final Crm admin = Crm.admin();
    private final String mark = "doi" + Long.toString(System.nanoTime(), 36);
    private final MadeForm form = MadeForm.published();

    private static String tail() {
        return Long.toString(10_000_000L + Math.floorMod(System.nanoTime(), 89_999_999L));
    }

    private int make(String type, String values) {
        Answer made = admin.post("/" + type, values);
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return made.json().getInt("id");
    }

    private JsonObject lead(int id) {
        return admin.get("/leads/" + id).json();
    }

    private static void sent(Visitor visitor) {
        Answer answer = visitor.sends();
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    }

    @Test
    @Tag("R051")
    void theSamePhoneIsTheSameLeadAndOnlyWhatIsMissingIsAdded() {
        String phone = tail();
        Colleague owner = Colleague.with(List.of("sales"), List.of());
        int id = make(
                "leads",
                "{\"name\":\"Trần Bình " + mark + "\",\"phone\":\"+84 9 " + phone
                        + "\",\"need\":\"một máy\",\"source\":" + "\"hội chợ\",\"owner\":" + owner.id() + "}");
        sent(form.opened()
                .says("name", "Bình Trần " + mark)
                .says("phone", "(0)9-" + phone)
                .says("email", mark + "@example.vn")
                .says("need", "ba máy cho xưởng")
                .says("wishedTime", "tháng sau"));
        assertThat(MadeForm.leads(mark, 1)).hasSize(1);
        JsonObject lead = lead(id);
        assertThat(lead.getString("name")).isEqualTo("Trần Bình " + mark);
        assertThat(lead.getString("need")).as("what stands stays").isEqualTo("một máy");
        assertThat(lead.getString("source")).isEqualTo("hội chợ");
        assertThat(lead.getString("email")).isEqualTo(mark + "@example.vn");
        assertThat(lead.getString("wishedTime")).isEqualTo("tháng sau");
        assertThat(lead.getJsonObject("owner").getJsonNumber("id").longValue()).isEqualTo(owner.id());
        assertThat(MadeForm.timeline(lead))
                .contains("ba máy cho xưởng", "Bình Trần " + mark, "Known before: same phone.");
        assertThat(admin.get("/web-forms/" + form.id()).json().getInt("known")).isEqualTo(1);
    }

    @Test
    void theSameMailIsTheSameLeadWhateverItsCase() {
        int id = make("leads", "{\"name\":\"An " + mark + "\",\"email\":\"" + mark + ".An@Example.VN\"}");
        sent(form.opened().says("name", "Người khác").says("email", mark + ".an@example.vn"));
        assertThat(MadeForm.timeline(lead(id))).contains("same e-mail address");
    }

    @Test
    void nameAndCompanyAreTheSameAcrossAccentsAndScripts() {
        int viet = make("leads", "{\"name\":\"Đặng Thị Ánh\",\"company\":\"Công ty " + mark + "\"}");
        sent(form.opened()
                .says("name", "dang thi anh")
                .says("company", "CONG TY " + mark)
                .says("email", "a" + mark + "@example.vn"));
        assertThat(MadeForm.timeline(lead(viet))).contains("same name and company");
        int han = make("leads", "{\"name\":\"張偉\",\"company\":\"" + mark + " 机电\"}");
        sent(form.opened()
                .says("name", "Zhang Wei")
                .says("company", mark + " ji dian")
                .says("email", "b" + mark + "@example.vn"));
        assertThat(MadeForm.timeline(lead(han))).contains("Zhang Wei", "same name and company");
        // the same sound in other characters is somebody else
        sent(form.opened().says("name", "章伟").says("company", mark + " 机电").says("email", "c" + mark + "@example.vn"));
        assertThat(lead(MadeForm.lead("c" + mark + "@example.vn").getInt("id")).getString("name"))
                .isEqualTo("章伟");
    }

    @Test
    void aNameAloneIsNobody() {
        make("leads", "{\"name\":\"Nguyễn Văn A " + mark + "\"}");
        sent(form.opened().says("name", "Nguyễn Văn A " + mark).says("email", "z" + mark + "@example.vn"));
        assertThat(MadeForm.leads("Nguyễn Văn A " + mark, 2)).hasSize(2);
    }

    @Test
    @Tag("R051")
    void aCustomersNewWishIsANewLeadOfWhoLooksAfterTheCustomer() {
        Colleague seller = Colleague.with(List.of("sales"), List.of());
        int customer = make(
                "customers",
                "{\"name\":\"Lê Minh " + mark + "\",\"email\":\"" + mark + "@example.vn\",\"owner\":" + seller.id()
                        + "}");
        sent(form.opened()
                .says("name", "Lê Minh")
                .says("email", mark + "@example.vn")
                .says("need", "bảo trì"));
        JsonObject lead = lead(MadeForm.lead(mark).getInt("id"));
        assertThat(lead.getJsonObject("owner").getJsonNumber("id").longValue()).isEqualTo(seller.id());
        assertThat(admin.get("/customers/" + customer + "/timeline").text())
                .as("it stands at the customer")
                .contains("bảo trì");
        sent(form.opened()
                .says("name", "Lê Minh")
                .says("email", mark + "@example.vn")
                .says("need", "thêm một lần"));
        assertThat(MadeForm.leads(mark, 1)).as("the wish is open already").hasSize(1);
        assertThat(MadeForm.timeline(lead)).contains("thêm một lần");
    }

    @Test
    void whoIsDeletedIsNotFoundAndWhoChangedTheNumberIsFoundByTheNewOne() {
        String before = tail();
        String after = tail();
        int id = make("leads", "{\"name\":\"Cũ " + mark + "\",\"phone\":\"09" + before + "\"}");
        admin.patch("/leads/" + id, "{\"phone\":\"09" + after + "\"}");
        sent(form.opened().says("name", "Một " + mark).says("phone", "09" + before));
        assertThat(MadeForm.timeline(lead(id))).doesNotContain("Một " + mark);
        sent(form.opened().says("name", "Hai " + mark).says("phone", "09" + after));
        assertThat(MadeForm.timeline(lead(id))).contains("Hai " + mark);
        admin.delete("/leads/" + id);
        sent(form.opened().says("name", "Ba " + mark).says("phone", "09" + after));
        assertThat(MadeForm.leads("Ba " + mark, 1)).hasSize(1);
    }

    @Test
    void whoCameWithAFileIsKnownUntilTheImportIsTakenBack() {
        String phone = tail();
        String table = "name\tphone\temail\nTệp " + mark + "\t+84 9 " + phone + "\ttep" + mark + "@example.vn\n"
                + "Khác " + mark + "\t\tkhac" + mark + "@example.vn\n";
        assertThat(brought(table).getInt("written")).isEqualTo(2);

        sent(form.opened().says("name", "Theo máy " + mark).says("phone", "09" + phone));
        sent(form.opened().says("name", "Theo thư " + mark).says("email", "KHAC" + mark + "@example.vn"));
        assertThat(MadeForm.timeline(MadeForm.lead("Tệp " + mark))).contains("Theo máy " + mark);
        assertThat(MadeForm.timeline(MadeForm.lead("Khác " + mark))).contains("Theo thư " + mark);

        String other = "/imports/"
                + brought("name\temail\nQuên " + mark + "\tquen" + mark + "@example.vn\n")
                        .getInt("id");
        assertThat(admin.send("POST", other + "/undo", "", "").status()).isEqualTo(202);
        assertThat(end(other).getString("state")).isEqualTo("undone");
        sent(form.opened().says("name", "Mới " + mark).says("email", "quen" + mark + "@example.vn"));
        assertThat(MadeForm.leads("Mới " + mark, 1)).hasSize(1);
    }

    /** Imports leads, and returns how that ended. */
    private JsonObject brought(String table) {
        Answer accepted =
                admin.upload("/imports", "known.tsv", table.getBytes(StandardCharsets.UTF_8), Map.of("type", "leads"));
        assertThat(accepted.status()).as("%s", accepted).isEqualTo(202);
        String location = accepted.header("Location");
        return end(location.substring(location.indexOf("/imports/")));
    }

    private JsonObject end(String address) {
        return admin.await(address, now -> !now.json().getString("state").equals("running"))
                .json();
    }

    @Test
    void formsOfOnePersonAtOnceAreOneLead() throws Exception {
        MadeForm second = MadeForm.with(Json.createObjectBuilder().add("source", "blog"));
        List<Visitor> visitors = new ArrayList<>();
        for (MadeForm one : List.of(form, second, form, second)) {
            visitors.add(one.opened().says("name", "Cùng lúc " + mark).says("email", mark + "@example.vn"));
        }
        ExecutorService all = Executors.newFixedThreadPool(visitors.size());
        try {
            List<Future<Answer>> answers = new ArrayList<>();
            visitors.forEach(visitor -> answers.add(all.submit(() -> visitor.sends())));
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().status()).as("%s", answer.get()).isEqualTo(200);
            }
        } finally {
            all.shutdown();
        }
        JsonObject lead = MadeForm.lead(mark);
        assertThat(MadeForm.notes(lead, 4)).as("each of them is told").hasSize(4);
    }
}
