package org.quanhe.crm.platform.control;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.quanhe.crm.platform.settings.CrmSettings;
import org.quanhe.crm.platform.settings.Setting;

/** Reads the documented settings; the one place that knows MicroProfile Config. */
public final class Configuration {
    private Configuration() {}

    /** The value set, or nothing. */
    public static Optional<String> find(Setting setting) {
        // The order of MicroProfile Config (system property, environment, the rest). The first two are asked directly:
        // servers open connections before the application's Config exists.
        return Stream.<Supplier<Optional<String>>>of(
                        () -> Optional.ofNullable(System.getProperty(setting.key())),
                        () -> Optional.ofNullable(System.getenv(setting.key())),
                        () -> ofConfig(setting.key()))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    private static Optional<String> ofConfig(String key) {
        try {
            return ConfigProvider.getConfig(Configuration.class.getClassLoader())
                    .getOptionalValue(key, String.class);
        } catch (RuntimeException notYetThere) {
            return Optional.empty();
        }
    }

    /** The value set, or the documented default. */
    public static String text(Setting setting) {
        return find(setting).orElse(setting.defaultValue());
    }

    public static int number(Setting setting) {
        try {
            return Integer.parseInt(text(setting).strip());
        } catch (NumberFormatException noNumber) {
            throw new IllegalStateException(
                    setting.key() + " must be a whole number, found: " + text(setting), noNumber);
        }
    }

    public static boolean yes(Setting setting) {
        return Boolean.parseBoolean(text(setting).strip());
    }

    /** The folder CRM_HOME. */
    public static Path home() {
        String home = text(CrmSettings.HOME);
        return Path.of(home.startsWith("~") ? System.getProperty("user.home") + home.substring(1) : home)
                .toAbsolutePath();
    }
}
