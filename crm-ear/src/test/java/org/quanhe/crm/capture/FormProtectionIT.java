package org.quanhe.crm.capture;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;

/** Forms meet everything that a public address meets. */
class FormProtectionIT {
    private static final String SCRIPT = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";

    private final Crm admin = Crm.admin();
    private final String mark = "chan" + Long.toString(System.nanoTime(), 36);
    private final MadeForm form = MadeForm.published();

    private Visitor filled() {
        return form.opened().says("name", "Khách " + mark).says("email", mark + "@example.vn");
    }

    @Test
    @Tag("R051")
    void aFormThatIsSentAgainIsOneLeadAndTheSameThanks() {
        Visitor visitor = filled();
        Answer first = visitor.sends();
        Answer again = visitor.sends();
        assertThat(first.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text()).contains("Cảm ơn bạn!");
        JsonObject lead = MadeForm.lead(mark);
        assertThat(MadeForm.notes(lead, 1)).hasSize(1);
    }

    @Test
    @Tag("R051")
    void aDoubleClickIsOneLead() throws Exception {
        Visitor visitor = filled();
        ExecutorService two = Executors.newFixedThreadPool(4);
        try {
            List<Future<Answer>> answers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                answers.add(two.submit(() -> visitor.sends()));
            }
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().status()).as("%s", answer.get()).isEqualTo(200);
                assertThat(answer.get().text()).contains("Cảm ơn bạn!");
            }
        } finally {
            two.shutdown();
        }
        assertThat(MadeForm.leads(mark, 1)).hasSize(1);
        assertThat(admin.get("/web-forms/" + form.id()).json().getInt("sent")).isEqualTo(1);
    }

    @Test
    void aUsedFormWithOtherAnswersKeepsThemAndAsksToSendAgain() {
        Visitor visitor = filled();
        visitor.sends();
        Answer changed = visitor.says("need", "Thêm một máy " + mark).sends();
        assertThat(changed.status()).isEqualTo(422);
        assertThat(changed.text()).contains("Thêm một máy " + mark);
        assertThat(visitor.again(changed).sends().status()).isEqualTo(200);
        JsonObject lead =
                admin.get("/leads/" + MadeForm.lead(mark).getInt("id")).json();
        assertThat(lead.getString("need")).isEqualTo("Thêm một máy " + mark);
    }

    @Test
    void aForgedTokenOrSourceIsRefusedAndWhatWasTypedStays() {
        Visitor visitor = Visitor.opens(form.code(), "?lang=vi&utm_source=zalo");
        String token = visitor.part("t");
        visitor.says("name", "Giả " + mark).says("email", mark + "@example.vn");
        for (String forged : List.of(
                "",
                "AAAA",
                token.substring(1),
                token.substring(0, token.length() - 1) + (token.endsWith("A") ? "B" : "A"),
                MadeForm.published().opened().part("t"))) {
            Answer refused = visitor.with("t", forged).sends();
            assertThat(refused.status()).as("%s", forged).isEqualTo(422);
            assertThat(refused.text()).contains("Giả " + mark, mark + "@example.vn");
        }
        visitor.with("t", token).with("o.source", "facebook");
        assertThat(visitor.sends().status())
                .as("a source that was not given out")
                .isEqualTo(422);
        visitor.with("o.source", "zalo").with("o.page", "https://evil.example/");
        assertThat(visitor.sends().status()).isEqualTo(422);
        assertThat(MadeForm.leads(mark)).isEmpty();
        assertThat(visitor.with("o.page", "").sends().status()).isEqualTo(200);
    }

    @Test
    void aPageOfASiteThatMayNotShowTheFormIsNotBelieved() {
        form.change(
                Json.createObjectBuilder().add("sites", Json.createArrayBuilder(List.of("https://maylanh.example"))));
        Visitor forged = Visitor.opens(form.code(), "?page=" + Crm.encode("https://evil.example/?utm_source=evil"));
        assertThat(forged.part("o.page")).isEmpty();
        assertThat(forged.part("o.source")).isEmpty();
        Visitor real = Visitor.opens(form.code(), "?page=" + Crm.encode("https://maylanh.example/a?utm_source=blog"));
        assertThat(real.part("o.page")).isEqualTo("https://maylanh.example/a");
        assertThat(real.part("o.source")).isEqualTo("blog");
        assertThat(real.opened().header("Content-Security-Policy"))
                .contains("frame-ancestors 'self' https://maylanh.example");
        Crm framed = Crm.anonymous().with("Sec-Fetch-Dest", "iframe").with("Referer", "https://evil.example/");
        assertThat(Visitor.opens(framed, form.code(), "").opened().status()).isEqualTo(403);
        Crm other = Crm.anonymous().with("Origin", "https://evil.example");
        assertThat(filled().sends(other).status()).isEqualTo(403);
        assertThat(MadeForm.leads(mark)).isEmpty();
    }

    @Test
    void whatComesFasterThanPeopleTypeIsAskedForAgain() {
        MadeForm slow = MadeForm.with(Json.createObjectBuilder().add("leastSeconds", 600));
        Answer refused = slow.opened()
                .says("name", "Nhanh " + mark)
                .says("phone", "0903 111 222")
                .sends();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Nhanh " + mark, "nhanh hơn");
        assertThat(MadeForm.leads(mark)).isEmpty();
    }

    @Test
    void whoFillsTheFieldThatPeopleDoNotSeeIsThankedAndForgotten() {
        Answer thanked = filled().with("subject_line", "cheap pills").sends();
        assertThat(thanked.status()).isEqualTo(200);
        assertThat(thanked.text()).contains("Cảm ơn bạn!");
        assertThat(MadeForm.leads(mark)).isEmpty();
        assertThat(admin.get("/web-forms/" + form.id()).json().getInt("sent")).isZero();
    }

    @Test
    void aScriptInEveryFieldIsPlainText() {
        Visitor visitor = form.opened().with("l", SCRIPT).with("th", SCRIPT).with("v", SCRIPT);
        for (String field : List.of("company", "need", "budget", "wishedTime", "address")) {
            visitor.says(field, SCRIPT);
        }
        visitor.says("name", SCRIPT + mark).says("email", SCRIPT).says("phone", SCRIPT);
        Answer shown = visitor.sends();
        assertThat(shown.status()).isEqualTo(422);
        assertThat(shown.text()).doesNotContain("<script>alert", "<img").contains("&lt;script&gt;alert");
        visitor.says("email", mark + "@example.vn")
                .says("phone", "09" + System.nanoTime() % 100_000_000L)
                .says("budget", "");
        assertThat(visitor.sends().status()).isEqualTo(200);
        JsonObject lead =
                admin.get("/leads/" + MadeForm.lead(mark).getInt("id")).json();
        assertThat(lead.getString("name")).isEqualTo(SCRIPT + mark);
        assertThat(lead.getString("need")).isEqualTo(SCRIPT);
    }

    @Test
    void controlCharactersAndHalfLettersAreNoTrouble() {
        Answer sent = filled().says("company", "Công\u0000 ty\u0008 \u001b[31mĐỏ")
                .says("need", "một\r\nhai\u0000")
                .sends();
        assertThat(sent.status()).as("%s", sent).isEqualTo(200);
        JsonObject lead =
                admin.get("/leads/" + MadeForm.lead(mark).getInt("id")).json();
        assertThat(lead.getString("company")).isEqualTo("Công ty [31mĐỏ");
        assertThat(lead.getString("need")).isEqualTo("một\nhai");
        Crm anybody = Crm.anonymous();
        String path = "/crm/forms/" + form.code();
        String type = "application/x-www-form-urlencoded";
        assertThat(anybody.send("POST", path, type, "f.name=%E0%A4%A&t=%zz").status())
                .isEqualTo(413);
        assertThat(anybody.send("POST", path, "application/json", "{}").status())
                .isEqualTo(413);
        assertThat(anybody.send("POST", path, type, "f.need=" + "x".repeat(70_000))
                        .status())
                .isEqualTo(413);
        assertThat(anybody.send("POST", path, type, "a=1&".repeat(300)).status())
                .isEqualTo(413);
    }

    @Test
    void nobodyWritesFieldsThatTheFormDoesNotAsk() {
        Answer sent = filled().says("owner", "1")
                .says("score", "100")
                .says("status", "accepted")
                .says("tags", "vip")
                .says("source", "forged")
                .says("noSuchField", "x" + mark)
                .sends();
        assertThat(sent.status()).isEqualTo(200);
        JsonObject lead =
                admin.get("/leads/" + MadeForm.lead(mark).getInt("id")).json();
        assertThat(lead.getString("status")).isNotEqualTo("accepted");
        assertThat(lead.getString("source")).isEqualTo("website");
        assertThat(lead.toString()).doesNotContain("vip");
        assertThat(MadeForm.timeline(lead)).doesNotContain("x" + mark, "forged");
    }

    @Test
    void aFormThatChangesWhileSomebodyFillsItLosesNothing() {
        Visitor visitor = filled().says("wishedTime", "chiều chủ nhật").says("company", "Nhà máy " + mark);
        form.change(Json.createObjectBuilder()
                .add(
                        "fields",
                        Json.createArrayBuilder()
                                .add(MadeForm.field("name", true))
                                .add(MadeForm.field("email", true))
                                .add(MadeForm.field("need", true))));
        Answer asked = visitor.sends();
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.text()).contains("f-need-error", "Khách " + mark);
        assertThat(visitor.says("need", "Sửa máy").sends().status()).isEqualTo(200);
        JsonObject lead = MadeForm.lead(mark);
        assertThat(MadeForm.timeline(lead)).contains("chiều chủ nhật", "Nhà máy " + mark, "Sửa máy");
    }

    @Test
    void aThousandPostsOfOneAddressTakeNothingFromOthers() {
        String body = filled().body();
        int taken = 0;
        int refused = 0;
        for (int i = 0; i < 1_000; i++) {
            Answer answer = Crm.anonymous()
                    .send("POST", "/crm/forms/" + form.code(), "application/x-www-form-urlencoded", body);
            if (answer.status() == 429) {
                refused++;
                assertThat(answer.header("Retry-After")).matches("\\d{1,2}");
                assertThat(answer.text()).contains("Khách " + mark);
            } else {
                assertThat(answer.status()).isEqualTo(200);
                taken++;
            }
        }
        assertThat(refused).as("%s were taken", taken).isPositive();
        assertThat(MadeForm.leads(mark, 1)).hasSize(1);
        String other = "khac" + mark;
        String answer = postFrom(
                "127.0.0.77",
                form.opened()
                        .says("name", "Người " + other)
                        .says("email", other + "@example.vn")
                        .body());
        assertThat(answer).startsWith("HTTP/1.1 200").contains("Cảm ơn bạn!");
        assertThat(MadeForm.leads(other, 1)).hasSize(1);
    }

    /** Another machine: the loopback network has 16 million addresses. */
    private String postFrom(String address, String body) {
        URI root = URI.create(Crm.anonymous().root());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = "POST /crm/forms/" + form.code() + " HTTP/1.1\r\nHost: " + root.getAuthority()
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + bytes.length
                + "\r\nConnection: close\r\n\r\n";
        try (Socket socket =
                new Socket(InetAddress.getByName(root.getHost()), root.getPort(), InetAddress.getByName(address), 0)) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
