package org.quanhe.crm.harness;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * A REST client of the application. Every path is relative to {@code /crm/api/v1}, unless it begins with {@code /crm}
 * or {@code /health}.
 *
 * <pre>
 * Crm admin = Crm.admin();
 * Answer made = admin.post("/customers", """
 *         {"kind":"person","name":"Nguyễn Hòa"}""");
 * assertThat(made.status()).isEqualTo(201);
 * assertThat(admin.get("/search?q=" + Crm.encode("hoa")).json().getJsonArray("hits")).hasSize(1);
 * </pre>
 */
public final class Crm {
    private static final long SHORTEST_PAUSE_MILLIS = 10;
    private static final long LONGEST_PAUSE_MILLIS = 100;

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofMinutes(1))
            .build();
    private static Crm administrator;

    private final String root;
    private final Map<String, String> headers = new LinkedHashMap<>();

    Crm(String root) {
        this.root = root;
    }

    /** The shared server of this suite, not signed in. */
    public static Crm anonymous() {
        return RunningCrm.get().crm();
    }

    /** A server at that address, such as {@code http://127.0.0.1:8080}, not signed in. */
    public static Crm at(String root) {
        return new Crm(root);
    }

    /** Number of the process that the shared server runs in. */
    public static long process() {
        return RunningCrm.get().handle().children().findFirst().orElseThrow().pid();
    }

    /** The shared server, as its first administrator, who signs in once: each time costs the hash of a password. */
    public static synchronized Crm admin() {
        if (administrator == null) {
            administrator = anonymous().signIn("admin", CrmProcess.ADMIN_PASSWORD);
        }
        return administrator;
    }

    /** The next one who asks for the administrator signs in. */
    static synchronized void signInAnew() {
        administrator = null;
    }

    /** {@code h2} or {@code postgresql}. */
    public static String database() {
        return RunningCrm.database();
    }

    /** A client with that user's token; throws if the server refuses it. */
    public Crm signIn(String username, String password) {
        var answer = post(
                "/sessions",
                Json.createObjectBuilder()
                        .add("username", username)
                        .add("password", password)
                        .build());
        if (answer.status() != 201) {
            throw new AssertionError("sign-in of " + username + " answered " + answer);
        }
        return with("Authorization", "Bearer " + answer.json().getString("token"));
    }

    /** A copy of this client that sends one more header. */
    public Crm with(String header, String value) {
        var copy = new Crm(root);
        copy.headers.putAll(headers);
        copy.headers.put(header, value);
        return copy;
    }

    /** Address of the server, without a path. */
    public String root() {
        return root;
    }

    public Answer get(String path) {
        return send("GET", path, "", "");
    }

    public Answer delete(String path) {
        return send("DELETE", path, "", "");
    }

    public Answer post(String path, JsonObject body) {
        return post(path, body.toString());
    }

    public Answer post(String path, String json) {
        return send("POST", path, "application/json", json);
    }

    public Answer patch(String path, String json) {
        return send("PATCH", path, "application/json", json);
    }

    public Answer patch(String path, JsonObject body) {
        return patch(path, body.toString());
    }

    /** Any method, any body; without a content type no body is sent. */
    public Answer send(String method, String path, String contentType, String body) {
        return send(method, path, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    public Answer send(String method, String path, String contentType, byte[] body) {
        return send(method, path, contentType, BodyPublishers.ofByteArray(body));
    }

    private Answer send(String method, String path, String contentType, BodyPublisher body) {
        var request = HttpRequest.newBuilder(URI.create(url(path))).timeout(Patience.LONG);
        headers.forEach(request::header);
        if (contentType.isEmpty()) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", contentType).method(method, body);
        }
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Uploads a file with form fields, as {@code POST /imports} takes it. */
    public Answer upload(String path, String fileName, byte[] content, Map<String, String> fields) {
        return upload(path, fileName, BodyPublishers.ofByteArray(content), fields);
    }

    /** Uploads what need not fit into memory. */
    public Answer upload(String path, String fileName, BodyPublisher content, Map<String, String> fields) {
        var boundary = "crm-" + UUID.randomUUID();
        var head = new StringBuilder();
        fields.forEach((name, value) -> head.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\""
                + name + "\"\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n" + value + "\r\n"));
        head.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        return send(
                "POST",
                path,
                "multipart/form-data; boundary=" + boundary,
                BodyPublishers.concat(
                        BodyPublishers.ofString(head.toString()),
                        content,
                        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")));
    }

    /**
     * Repeats a GET until its answer is as wanted, and returns that answer. A machine that does nothing else takes
     * seconds at most for anything that is waited for; throws with the last answer after minutes.
     */
    public Answer await(String path, Predicate<Answer> wanted) {
        var end = System.nanoTime() + Patience.LONG.toNanos();
        long pause = SHORTEST_PAUSE_MILLIS;
        var answer = get(path);
        while (!wanted.test(answer)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(path + " is not as wanted in " + Patience.LONG + ", but " + answer);
            }
            Patience.pause(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            answer = get(path);
        }
        return answer;
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String url(String path) {
        if (path.startsWith("http")) {
            return path;
        }
        return root + (path.startsWith("/crm") || path.startsWith("/health") ? "" : "/crm/api/v1") + path;
    }
}
