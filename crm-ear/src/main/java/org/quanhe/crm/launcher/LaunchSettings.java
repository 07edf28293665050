package org.quanhe.crm.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the launcher itself needs to know; everything else the application reads on its own. */
record LaunchSettings(Path home, int port, String address, List<String> javaOptions) {

    static LaunchSettings read() {
        var home = value("CRM_HOME", "~/.quanhe").replaceFirst("^~(?=/|$)", System.getProperty("user.home"));
        return new LaunchSettings(
                Path.of(home).toAbsolutePath().normalize(),
                port(value("CRM_HTTP_PORT", "8080")),
                value("CRM_HTTP_ADDRESS", "127.0.0.1"),
                words(value("CRM_JAVA_OPTIONS", "")));
    }

    /** {@code -D} wins over the environment, as it does in MicroProfile Config. */
    private static String value(String key, String otherwise) {
        var environment = System.getenv(key);
        var value =
                System.getProperty(key, environment == null ? "" : environment).strip();
        return value.isEmpty() ? otherwise : value;
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65535) {
            throw new LaunchRefused(
                    "CRM_HTTP_PORT is '" + text + "'. Set it to a number from 1 to 65535, for example 8080.");
        }
        return Integer.parseInt(text);
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    /** Java refuses two garbage collectors: who names one gets it instead of ours. */
    boolean choosesCollector() {
        return javaOptions.stream().anyMatch(option -> option.matches("-XX:\\+Use\\w+GC"));
    }

    /** {@code -DCRM_…} of the launcher, to be repeated for the server. */
    static List<String> systemProperties() {
        var options = new ArrayList<String>();
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("CRM_") || name.startsWith("crm."))
                .sorted()
                .forEach(name -> options.add("-D" + name + "=" + System.getProperty(name)));
        return options;
    }

    /** Where a browser on this machine finds the server. */
    String url() {
        var host = address.equals("0.0.0.0") || address.equals("::") ? "localhost" : address;
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
