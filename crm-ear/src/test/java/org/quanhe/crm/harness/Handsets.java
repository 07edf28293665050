package org.quanhe.crm.harness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The text gateway of the tests, a real HTTP server. Numbers that end with {@link #REFUSED} are refused for good,
 * {@link #BUSY} for now the first time, and with {@link #SILENT} a text is taken and never answered for.
 */
public final class Handsets {
    public static final String REFUSED = "1";
    public static final String BUSY = "2";
    public static final String SILENT = "3";
    public static final String FINE = "5";

    private static Handsets running;

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger next = new AtomicInteger();

    /**
     * A text that came.
     *
     * @param key of the header {@code Idempotency-Key}
     * @param sign of the header that signs in
     */
    public record Received(String to, String text, String id, String key, String sign) {}

    private Handsets() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/sms", this::take);
        server.start();
    }

    /** The one of this JVM. */
    public static synchronized Handsets get() {
        if (running == null) {
            running = new Handsets();
        }
        return running;
    }

    /** Sets it as that server's, with its next start. */
    public CrmProcess takesTextsOf(CrmProcess crm) {
        return crm.with(
                        "CRM_TEXT_URL",
                        "http://127.0.0.1:" + server.getAddress().getPort() + "/sms")
                .with("CRM_TEXT_TOKEN", "token-" + mark())
                .with("CRM_TEXT_TIMEOUT_SECONDS", "4")
                .with("CRM_TEXT_TAKEN", "\"code\": 0")
                .with("CRM_WEBHOOK_LOCAL", "true");
    }

    private String mark() {
        return Integer.toHexString(System.identityHashCode(this));
    }

    /** What the secret is. */
    public String token() {
        return "token-" + mark();
    }

    /** A number that nobody else uses, which ends like that. */
    public String number(String end) {
        return String.format("+8490%06d%s", next.incrementAndGet(), end);
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readAllBytes();
        JsonObject body = Json.createReader(new ByteArrayInputStream(bytes)).readObject();
        String sign = exchange.getRequestHeaders().getFirst("Authorization");
        String to = body.getString("to");
        boolean again = !textsTo(to).isEmpty();
        received.add(new Received(
                to,
                body.getString("text"),
                body.getString("id"),
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                sign));
        if (to.endsWith(SILENT)) {
            return; // the line stays open and nothing is said
        }
        if (to.endsWith(REFUSED)) {
            answer(exchange, 422, "{\"code\":7,\"error\":\"thuê bao không tồn tại\",\"asked\":\"" + sign + "\"}");
        } else if (to.endsWith(BUSY) && !again) {
            answer(exchange, 503, "{\"code\":9,\"error\":\"too busy now\"}");
        } else {
            answer(exchange, 200, "{\"code\":0}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** What has come for that number. */
    public List<Received> textsTo(String number) {
        return received.stream().filter(text -> text.to().equals(number)).toList();
    }

    /** The first text for that number; waits for it. */
    public Received textTo(String number) {
        Patience.until("a text for " + number, () -> !textsTo(number).isEmpty());
        return textsTo(number).get(0);
    }
}
