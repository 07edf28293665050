package org.quanhe.crm.launcher;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Tells the person at the terminal when the application can be used, and where. */
final class Readiness {
    private Readiness() {}

    static void announce(String url) throws InterruptedException {
        for (int second = 0; second < 120; second++) {
            if (status(url + "/health/ready") == 200) {
                System.out.println("\nQuanhe CRM is ready: " + url + "/crm/   (Ctrl-C stops it)\n");
                return;
            }
            Thread.sleep(250);
        }
        System.out.println("\nQuanhe CRM runs at " + url + "/crm/ but is not ready; " + url + "/health says why.\n");
    }

    private static int status(String url) {
        try {
            var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(2000);
            connection.setReadTimeout(10_000);
            return connection.getResponseCode();
        } catch (IOException e) {
            return 0;
        }
    }
}
