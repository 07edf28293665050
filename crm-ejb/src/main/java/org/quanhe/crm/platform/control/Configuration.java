package org.quanhe.crm.platform.control;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.quanhe.crm.platform.settings.CrmSettings;
import org.quanhe.crm.platform.settings.Setting;

/** Reads the documented settings; the one place that knows MicroProfile Config. */
public final class Configuration {
    private Configuration() {}

    /** The value set, or nothing. */
    public static Optional<String> find(Setting setting) {
        return ConfigProvider.getConfig()
                .getOptionalValue(setting.key(), String.class)
                .filter(value -> !value.isBlank());
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
