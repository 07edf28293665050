package org.quanhe.crm.platform.settings;

/**
 * A documented setting, read from MicroProfile Config (environment, system property, file).
 *
 * @param key name, the same in the environment
 * @param unit what a value is: {@code folder}, {@code port}, {@code MB}, {@code yes/no}
 * @param defaultValue value without a setting; empty if the application decides
 * @param readAt when it is read: {@code start} or {@code each use}
 * @param meaning one sentence for the README
 */
public record Setting(String key, String unit, String defaultValue, String readAt, String meaning) {}
