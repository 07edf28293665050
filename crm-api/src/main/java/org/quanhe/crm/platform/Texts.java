package org.quanhe.crm.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Enumeration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the application in one language. They stand in {@code texts/<capability>_<tag>.properties} (UTF-8) of
 * every module; {@code texts/index.properties} of a module names its capabilities, so that a new module brings its own.
 */
public final class Texts {
    private static final Map<Language, Texts> LOADED = new EnumMap<>(Language.class);

    /** Names that administrators gave, by language; they come before the texts of the application. */
    private static volatile Map<Language, Map<String, String>> published = Map.of();

    private final Language language;
    private final Map<String, String> patterns;
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    private Texts(Language language, Map<String, String> patterns) {
        this.language = language;
        this.patterns = patterns;
    }

    /** All texts of that language; they are read once. */
    public static synchronized Texts in(Language language) {
        return LOADED.computeIfAbsent(language, l -> new Texts(l, load(l)));
    }

    /**
     * Takes names over that administrators gave to types, fields and choices; they are told as they stand and replace
     * those of an earlier call.
     */
    public static void publish(Map<Language, Map<String, String>> names) {
        published = Map.copyOf(names);
    }

    private @Nullable String name(String key) {
        return published.getOrDefault(language, Map.of()).get(key);
    }

    /** All patterns by key, for the test that holds the languages against each other and for scripts. */
    public Map<String, String> patterns() {
        return patterns;
    }

    /** True if the key has a text. */
    public boolean has(String key) {
        return patterns.containsKey(key) || name(key) != null;
    }

    /** The text for the key, or nothing where there is none. */
    public Optional<String> find(String key) {
        return has(key) ? Optional.of(text(key)) : Optional.empty();
    }

    /** The text with its placeholders filled; a key without a text shows itself, so that a gap is seen. */
    public String text(String key, Object... args) {
        String name = name(key);
        if (name != null) {
            return name;
        }
        String pattern = patterns.get(key);
        if (pattern == null) {
            return key;
        }
        if (args.length == 0 && pattern.indexOf('\'') < 0) {
            return pattern;
        }
        Object[] told = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            told[i] = args[i] instanceof LocalizedMessage message ? text(message) : args[i];
        }
        MessageFormat format = formats.computeIfAbsent(key, k -> new MessageFormat(pattern, language.locale()));
        synchronized (format) {
            return format.format(told);
        }
    }

    /** The message in this language. */
    public String text(LocalizedMessage message) {
        return message.key().equals(LocalizedMessage.NAMED)
                ? message.args().get(language.ordinal()).toString()
                : text(message.key(), message.args().toArray());
    }

    private static Map<String, String> load(Language language) {
        Map<String, String> all = new ConcurrentHashMap<>();
        ClassLoader own = Texts.class.getClassLoader();
        ClassLoader application = Thread.currentThread().getContextClassLoader();
        load(own, language, all);
        if (application != null && application != own) {
            load(application, language, all);
        }
        return Collections.unmodifiableMap(all);
    }

    private static void load(ClassLoader loader, Language language, Map<String, String> into) {
        try {
            Enumeration<URL> indexes = loader.getResources("texts/index.properties");
            while (indexes.hasMoreElements()) {
                for (String capability :
                        read(indexes.nextElement().openStream()).stringPropertyNames()) {
                    InputStream file =
                            loader.getResourceAsStream("texts/" + capability + "_" + language.tag() + ".properties");
                    if (file == null) {
                        throw new IllegalStateException(
                                "texts/" + capability + "_" + language.tag() + ".properties is missing");
                    }
                    read(file).forEach((key, value) -> into.put(key.toString(), value.toString()));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Properties read(InputStream stream) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
