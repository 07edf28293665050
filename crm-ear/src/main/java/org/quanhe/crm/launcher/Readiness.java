package org.quanhe.crm.launcher;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Waits for the application, tells the person at the terminal where it is, and refuses to leave an empty server. */
final class Readiness {
    private static final long PATIENCE_MILLIS = 180_000;

    private Readiness() {}

    static void announce(String url) throws InterruptedException {
        // The server says it is ready even if the application in it failed: only the application's own pages tell.
        if (status(url + "/crm/") == 404) {
            throw new LaunchRefused("The application failed while it started; the first error above says why.");
        }
        var end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (status(url + "/health/ready") != 200) {
            if (System.currentTimeMillis() > end) {
                throw new LaunchRefused("It was not ready after " + PATIENCE_MILLIS / 1000
                        + " seconds. The readiness check says: " + body(url + "/health/ready"));
            }
            Thread.sleep(100);
        }
        System.out.println("\nQuanhe CRM is ready: " + url + "/crm/   (Ctrl-C stops it)\n");
    }

    private static int status(String url) {
        try {
            return open(url).getResponseCode();
        } catch (IOException e) {
            return 0;
        }
    }

    private static String body(String url) {
        try {
            var connection = open(url);
            var healthy = connection.getResponseCode() < 400;
            try (var in = healthy ? connection.getInputStream() : connection.getErrorStream()) {
                return in == null ? "nothing" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static HttpURLConnection open(String url) throws IOException {
        var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(2_000);
        connection.setReadTimeout(20_000);
        return connection;
    }
}
