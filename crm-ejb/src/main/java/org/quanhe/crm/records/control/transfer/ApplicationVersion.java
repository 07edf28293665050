package org.quanhe.crm.records.control.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The application by name and version, as files say who wrote them. */
final class ApplicationVersion {
    static final String NAME = "Quanhe CRM " + version();

    private ApplicationVersion() {}

    private static String version() {
        Properties built = new Properties();
        try (InputStream file = ApplicationVersion.class.getResourceAsStream("/quanhe-version.properties")) {
            built.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return built.getProperty("version", "");
    }
}
