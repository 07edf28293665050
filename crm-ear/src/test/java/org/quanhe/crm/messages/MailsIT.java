package org.quanhe.crm.messages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Postbox;
import org.quanhe.crm.messages.Correspondence.Said;

/** Mails that automations write, and what becomes of them. */
class MailsIT {
    private static final String BODY = """
            {{name}},
            {{#if vip}}
            VIP {{need}}
            {{else}}
            {{price}} / {{day}}
            {{/if}}
            {{customer.name}}

            https://quanhe.example/?a=1&b={{id}}""";

    private final Crm admin = Crm.admin();
    private final Correspondence visits = new Correspondence(admin);
    private final String mark = visits.mark;
    private final Postbox postbox = Postbox.get();

    @AfterEach
    void tidyUp() {
        visits.close();
    }

    private JsonObjectBuilder visit(String name, String address, String language) {
        return Json.createObjectBuilder()
                .add("name", name)
                .add("email", address)
                .add("language", language);
    }

    private static String part(MimeMessage mail, int index) throws Exception {
        BodyPart part = ((MimeMultipart) mail.getContent()).getBodyPart(index);
        assertThat(part.getContentType().toLowerCase(Locale.ROOT)).contains("charset=utf-8");
        return part.getContent().toString().replace("\r\n", "\n");
    }

    @Test
    void everybodyGetsTheirOwnLanguageWithValuesAsItIsWrittenThere() throws Exception {
        visits.template(
                "hello-" + mark,
                "mail",
                new Said("en", "Hello {{name}}", BODY),
                new Said("vi", "Chào {{name}}, hẹn gặp ngày Ễn", BODY),
                new Said("zh-CN", "您好 {{name}}：空调", BODY),
                new Said("zh-TW", "您好 {{name}}：冷氣", BODY));
        visits.automation("[{\"do\":\"mail\",\"template\":\"hello-" + mark + "\"}]");
        long customer = admin.post("/customers", "{\"name\":\"Cô <b>Ễn</b> & 张 " + mark + "\"}")
                .json()
                .getInt("id");
        record Wanted(String language, String subject, String values) {}
        for (Wanted wanted : List.of(
                new Wanted("en", "Hello Nguyễn Hoà", "1,234,567.5 / 1 Dec 2026"),
                new Wanted("vi", "Chào Nguyễn Hoà, hẹn gặp ngày Ễn", "1.234.567,5 / 01/12/2026"),
                new Wanted("zh-CN", "您好 Nguyễn Hoà：空调", "1,234,567.5 / 2026-12-01"),
                new Wanted("zh-TW", "您好 Nguyễn Hoà：冷氣", "1,234,567.5 / 2026/12/01"))) {
            String address = wanted.language().toLowerCase(Locale.ROOT) + mark + "@example.vn";
            visits.record(visit("Nguyễn Hoà", address, wanted.language())
                    .add("price", 1234567.5)
                    .add("day", "2026-12-01")
                    .add("customer", customer));
            MimeMessage mail = postbox.mailTo(address);
            assertThat(mail.getSubject()).isEqualTo(wanted.subject());
            assertThat(mail.getHeader("Subject")[0]).matches("\\p{ASCII}*");
            assertThat(mail.getHeader("Content-Language")[0]).isEqualTo(wanted.language());
            InternetAddress from = (InternetAddress) mail.getFrom()[0];
            assertThat(from.getAddress()).isEqualTo("crm@quanhe.example");
            assertThat(from.getPersonal()).isEqualTo("Quanhe 关系");
            assertThat(part(mail, 0))
                    .contains("Nguyễn Hoà,\n" + wanted.values() + "\nCô <b>Ễn</b> & 张 " + mark)
                    .doesNotContain("VIP", "{{");
            assertThat(part(mail, 1))
                    .contains("<html lang=\"" + wanted.language() + "\">", "Cô &lt;b&gt;Ễn&lt;/b&gt; &amp; 张 " + mark)
                    .contains("<a href=\"https://quanhe.example/?a=1&amp;b=");
            assertThat(visits.mail(address, "sent")).containsKey("sentAt");
        }
        String vip = "vip" + mark + "@example.vn";
        visits.record(visit("Hoà", vip, "vi").add("vip", true).add("need", "cool"));
        assertThat(part(postbox.mailTo(vip), 0)).contains("VIP Làm mát").doesNotContain(" / ");
    }

    @Test
    void whoIsSentAwayTriesAgainAndWhoIsRefusedSaysWhy() {
        visits.template("once-" + mark, "mail", new Said("vi", "Một lần", "Chào {{name}}"));
        long id = visits.automation("[{\"do\":\"mail\",\"template\":\"once-" + mark + "\"}]");
        String busy = "busy" + mark + "@example.vn";
        String nobody = "nobody" + mark + "@example.vn";
        visits.record(visit("A", busy, "vi"));
        visits.record(visit("B", nobody, "vi"));
        JsonObject refused = visits.mail(nobody, "failed");
        assertThat(refused.getString("reason")).contains("550 5.1.1 no such user here");
        // it is handed over before the other, and waits some seconds: a machine that is slower shows the end alone
        JsonObject waits = visits.mail(busy);
        if (waits.getString("state").equals("waiting")) {
            assertThat(waits.getString("reason")).contains("451 4.2.1 too busy now");
            assertThat(waits).containsKey("nextAt");
        }
        assertThat(visits.mail(busy, "sent").getInt("attempts")).isEqualTo(2);
        assertThat(postbox.mailsTo(busy)).hasSize(1);
        assertThat(visits.trace(id, 2)).contains("The mail “Một lần” to");

        Answer again = admin.post("/mails/" + refused.getInt("id") + "/send", "{}");
        assertThat(again.status()).as("%s", again).isEqualTo(200);
        assertThat(visits.mail(nobody, "failed").getInt("attempts")).isEqualTo(1);
        Answer sentOne = admin.with("Accept-Language", "zh-TW")
                .post("/mails/" + visits.mail(busy, "sent").getInt("id") + "/send", "{}");
        assertThat(sentOne.status()).isEqualTo(409);
        assertThat(sentOne.text()).contains("已寄出");
    }

    @Test
    void aBrokenLineLeavesAMailInDoubtAndItIsNotRepeated() throws Exception {
        visits.template("doubt-" + mark, "mail", new Said("vi", "Không rõ", "Chào {{name}}"));
        visits.automation("[{\"do\":\"mail\",\"template\":\"doubt-" + mark + "\"}]");
        String silent = "silent" + mark + "@example.vn";
        visits.record(visit("A", silent, "vi"));
        JsonObject doubt = visits.mail(silent, "in-doubt");
        assertThat(doubt.getString("reason")).contains("may have arrived");
        // longer than the worker takes from one look at what is due to the next
        Thread.sleep(6_000);
        assertThat(postbox.mailsTo(silent)).hasSize(1);
        Answer left = admin.post("/mails/" + doubt.getInt("id") + "/discard", "{}");
        assertThat(left.json().getString("state")).isEqualTo("discarded");
        Answer sent = admin.post("/mails/" + doubt.getInt("id") + "/send", "{}");
        assertThat(sent.status()).isEqualTo(200);
        visits.mail(silent, "in-doubt");
        List<MimeMessage> twice = postbox.mailsTo(silent);
        assertThat(twice).hasSize(2);
        assertThat(twice.get(0).getMessageID()).isEqualTo(twice.get(1).getMessageID());
    }

    @Test
    void nothingReachesTheHeadOfAMailByAValue() throws Exception {
        visits.template("head-" + mark, "mail", new Said("vi", "Chào {{customer.name}} {{need}}", "Chào {{name}}"));
        long id = visits.automation("[{\"do\":\"mail\",\"template\":\"head-" + mark + "\"},"
                + "{\"do\":\"mail\",\"template\":\"head-" + mark + "\",\"to\":\"customer.notes\"}]");
        String address = "head" + mark + "@example.vn";
        String evil = "x" + mark + "@example.vn\r\nBcc: victim" + mark + "@example.vn";
        Answer customer = admin.post(
                "/customers",
                Json.createObjectBuilder()
                        .add("name", "Cô " + mark)
                        .add("notes", evil)
                        .build());
        assertThat(customer.status()).as("%s", customer).isEqualTo(201);
        visits.record(visit("A", address, "vi").add("customer", customer.json().getInt("id")));
        MimeMessage mail = postbox.mailTo(address);
        assertThat(mail.getSubject()).isEqualTo("Chào Cô " + mark);
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(visits.trace(id, 1)).contains("is no mail address");
        assertThat(postbox.mailsTo("victim" + mark + "@example.vn")).isEmpty();
        JsonObject refused = admin
                .with("Accept-Language", "vi")
                .get("/mails?state=failed&limit=20")
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(failed -> failed.getString("address").contains("victim" + mark))
                .findFirst()
                .orElseThrow();
        assertThat(refused.getString("reason")).contains("không phải là địa chỉ thư");
    }

    @Test
    void anAutomationThatWouldWriteToManyAsksFirstWithTheNumber() {
        visits.template("many-" + mark, "mail", new Said("vi", "Khuyến mãi", "Chào {{name}}"));
        long id = visits.automation("[{\"do\":\"mail\",\"template\":\"many-" + mark + "\"}]");
        int people = Postbox.ASK_ABOVE + 5;
        for (int i = 0; i < people; i++) {
            visits.record(visit("Khách " + i, "k" + i + mark + "@example.vn", "vi"));
        }
        visits.trace(id, people);
        JsonObject held = held(id);
        assertThat(held.getInt("mails")).isEqualTo(5);
        assertThat(held.getInt("people")).isEqualTo(5);
        assertThat(admin.with("Accept-Language", "en").get("/notices").text())
                .contains("“Thư " + mark + "” wants to send more than 10 messages within an hour");
        visits.mail("k0" + mark + "@example.vn", "sent");
        visits.record(visit("Sau", "late" + mark + "@example.vn", "vi"));
        visits.trace(id, people + 1);
        Answer released = admin.post("/mails/held/" + id + "/release", "{\"upTo\":" + held.getInt("upTo") + "}");
        assertThat(released.json().getInt("mails")).isEqualTo(5);
        for (int i = 0; i < people; i++) {
            postbox.mailTo("k" + i + mark + "@example.vn");
        }
        assertThat(held(id).getInt("mails")).isEqualTo(1);
        Answer discarded = admin.post("/mails/held/" + id + "/discard", "{\"upTo\":" + held(id).getInt("upTo") + "}");
        assertThat(discarded.json().getInt("mails")).isEqualTo(1);
        visits.mail("late" + mark + "@example.vn", "discarded");
        assertThat(postbox.mailsTo("late" + mark + "@example.vn")).isEmpty();
    }

    private JsonObject held(long automation) {
        return admin.get("/mails/held").json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(one -> one.getInt("automation") == automation)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDryRunTellsOfAMailAndWritesNone() {
        visits.template("dry-" + mark, "mail", new Said("en", "Dry {{name}}", "Hello"));
        String address = "dry" + mark + "@example.vn";
        int record = visits.record(visit("Hoà", address, "en"));
        long id = visits.automation("[{\"do\":\"mail\",\"template\":\"dry-" + mark + "\"}]");
        Answer dry = admin.with("Accept-Language", "en")
                .post("/automations/" + id + "/dry-run", "{\"recordId\":" + record + "}");
        assertThat(dry.text()).contains("The mail “Dry Hoà” to " + address);
        assertThat(admin.get("/mails?limit=200").text()).doesNotContain(address);
    }

    @Test
    void theOutboxIsForAdministrators() {
        Colleague seller = Colleague.with(List.of("marketing"), List.of());
        assertThat(seller.crm().get("/mails").status()).isEqualTo(403);
        assertThat(seller.crm().get("/mails/held").status()).isEqualTo(403);
        assertThat(seller.crm().post("/mails/1/send", "{}").status()).isEqualTo(403);
    }
}
