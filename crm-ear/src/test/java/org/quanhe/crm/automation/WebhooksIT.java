package org.quanhe.crm.automation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;

/** What automations post to another system: a real HTTP server in this JVM, with its moods. */
class WebhooksIT {
    private static final String SECRET = "bí mật của cửa hàng 关系";

    private final Crm admin = Crm.admin();
    private final String mark = "moc" + Long.toString(System.nanoTime(), 36);
    private final Queue<Integer> moods = new ConcurrentLinkedQueue<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private long automation;

    private record Received(String signature, String delivery, String body) {}

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/in", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(new Received(
                exchange.getRequestHeaders().getFirst("X-Quanhe-Signature"),
                exchange.getRequestHeaders().getFirst("X-Quanhe-Delivery"),
                body));
        Integer mood = moods.poll();
        exchange.sendResponseHeaders(mood == null ? 204 : mood, -1);
        exchange.close();
    }

    @AfterEach
    void close() {
        server.stop(0);
        admin.delete("/automations/" + automation);
    }

    private Answer made(String secret) {
        Answer answer = admin.post(
                "/automations",
                "{\"name\":\"Móc " + mark + "\",\"type\":\"customers\",\"trigger\":{\"on\":\"created\"},"
                        + "\"condition\":\"name.contains('" + mark + "')\",\"actions\":[{\"do\":\"webhook\",\"url\":\""
                        + "http://127.0.0.1:" + server.getAddress().getPort() + "/in?token=abc\",\"secret\":\"" + secret
                        + "\"},{\"do\":\"set\",\"fields\":{\"notes\":\"đã báo\"}}]}");
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        automation = answer.json().getJsonNumber("id").longValue();
        return answer;
    }

    private int customer() {
        return admin.post("/customers", "{\"name\":\"Ông " + mark + "\",\"phone\":\"0903 123 456\"}")
                .json()
                .getInt("id");
    }

    private JsonObject run(String state) {
        return admin.await("/automations/" + automation + "/runs", answer -> answer.text()
                        .contains("\"state\":\"" + state + "\""))
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
    }

    @Test
    @Tag("R026")
    void aReceiverThatFailsFirstGetsTheSignedRecordAgain() throws Exception {
        moods.add(503);
        made(SECRET);
        int customer = customer();
        JsonObject run = run("done");
        assertThat(run.getJsonArray("trace").toString())
                .contains("127.0.0.1 answered 503", "127.0.0.1 answered 204", "ms", "Set: notes=đã báo")
                .doesNotContain("token", SECRET);
        assertThat(received).hasSize(2);
        Received last = received.get(1);
        assertThat(last.delivery()).isEqualTo(received.get(0).delivery()).contains(Integer.toString(run.getInt("id")));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        assertThat(last.signature())
                .isEqualTo("sha256="
                        + HexFormat.of().formatHex(mac.doFinal(last.body().getBytes(StandardCharsets.UTF_8))));
        JsonObject body = Json.createReader(new StringReader(last.body())).readObject();
        assertThat(body.getInt("run")).isEqualTo(run.getInt("id"));
        assertThat(body.getJsonObject("automation").getString("name")).isEqualTo("Móc " + mark);
        assertThat(body.getJsonObject("record").getInt("id")).isEqualTo(customer);
        assertThat(body.getJsonObject("record").getJsonObject("fields").getString("name"))
                .isEqualTo("Ông " + mark);
    }

    @Test
    void aRefusalIsNotTriedAgain() {
        moods.add(422);
        made(SECRET);
        int customer = customer();
        JsonObject run = run("failed");
        assertThat(run.getJsonArray("trace").toString()).contains("answered 422", "Not tried again");
        assertThat(received).hasSize(1);
        assertThat(admin.get("/customers/" + customer).json()).doesNotContainKey("notes");
        // whoever has mended the other side lets it go on from there
        assertThat(admin.post("/automations/runs/" + run.getInt("id") + "/retry", "{}")
                        .status())
                .isEqualTo(200);
        run("done");
        assertThat(received).hasSize(2);
        assertThat(admin.get("/customers/" + customer).json().getString("notes"))
                .isEqualTo("đã báo");
    }

    @Test
    void theSecretIsNeverShownAgainAndStaysWhenTheRestIsChanged() {
        Answer made = made(SECRET);
        assertThat(made.text()).doesNotContain(SECRET).contains("\"kept\":");
        String document = made.json().getJsonObject("document").toString();
        Answer changed = admin.send(
                "PUT", "/automations/" + automation, "application/json", document.replace("đã báo", "báo rồi"));
        assertThat(changed.status()).as("%s", changed).isEqualTo(200);
        customer();
        run("done");
        assertThat(received).hasSize(1);
        assertThat(received.get(0).signature()).startsWith("sha256=");
        for (String path :
                List.of("/automations", "/automations/" + automation, "/automations/" + automation + "/runs")) {
            assertThat(admin.get(path).text()).as(path).doesNotContain(SECRET);
        }
        // nobody signs with the secret of another automation
        Answer foreign = admin.post("/automations", document.replaceAll("\"kept\":\\d+", "\"kept\":999999999"));
        assertThat(foreign.status()).isEqualTo(400);
        assertThat(foreign.text()).contains("actions[0].secret");
    }

    @Test
    void aDryRunPostsNothing() {
        made(SECRET);
        int customer = customer();
        run("done");
        Answer dry = admin.post("/automations/" + automation + "/dry-run", "{\"recordId\":" + customer + "}");
        assertThat(dry.text()).contains("It would be posted to 127.0.0.1");
        assertThat(received).hasSize(1);
    }

    @Test
    void anAddressOrSecretThatCannotBeIsRefusedAtItsPlace() {
        for (String url : List.of("", "ftp://example.vn/", "http://", "https://me:pw@example.vn/", "not an address")) {
            Answer answer = admin.with("Accept-Language", "vi")
                    .post(
                            "/automations",
                            "{\"name\":\"x\",\"type\":\"customers\",\"trigger\":{\"on\":\"created\"},\"actions\":"
                                    + "[{\"do\":\"webhook\",\"url\":\"" + url + "\",\"secret\":\"ngắn\"}]}");
            assertThat(answer.status()).as(url).isEqualTo(400);
            assertThat(answer.text()).contains("actions[0].url", "actions[0].secret", "khoá bí mật");
        }
    }
}
