package org.quanhe.crm.search.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What customers are made of: {@code words.txt} and {@code characters.txt}, each entry as often as it is drawn. */
final class Vocabulary {
    private static final Map<String, List<String>> WORDS = new HashMap<>();
    private static final Map<String, List<Glyphs>> GLYPHS = new HashMap<>();
    private static final Map<Character, Character> SIMPLIFIED = new HashMap<>();
    private static final Map<Character, Character> TRADITIONAL = new HashMap<>();

    static {
        lines("words.txt").forEach((section, lines) -> WORDS.put(section, words(lines)));
        lines("characters.txt").forEach((section, lines) -> GLYPHS.put(section, glyphs(lines)));
        GLYPHS.values().forEach(all -> all.forEach(Vocabulary::pair));
    }

    private Vocabulary() {}

    static List<String> words(String section) {
        return Objects.requireNonNull(WORDS.get(section), section);
    }

    static List<Glyphs> glyphs(String section) {
        return Objects.requireNonNull(GLYPHS.get(section), section);
    }

    /** Character by character; what is not in {@code characters.txt} stays. */
    static String simplified(String text) {
        return mapped(text, SIMPLIFIED);
    }

    /** Character by character; what is not in {@code characters.txt} stays. */
    static String traditional(String text) {
        return mapped(text, TRADITIONAL);
    }

    private static String mapped(String text, Map<Character, Character> table) {
        StringBuilder mapped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            mapped.append(table.getOrDefault(text.charAt(i), text.charAt(i)).charValue());
        }
        return mapped.toString();
    }

    private static List<String> words(List<String> lines) {
        List<String> words = new ArrayList<>();
        for (String entry : String.join(" ", lines).split(" ")) {
            String[] word = entry.split("\\*");
            int times = word.length > 1 ? Integer.parseInt(word[1]) : 1;
            for (int i = 0; i < times; i++) {
                words.add(word[0].replace('_', ' '));
            }
        }
        return List.copyOf(words);
    }

    private static List<Glyphs> glyphs(List<String> lines) {
        List<Glyphs> all = new ArrayList<>();
        for (String line : lines) {
            String[] columns = line.split(" ");
            Glyphs glyphs = new Glyphs(
                    columns[0].replace("_", ""),
                    columns[1].replace("_", ""),
                    List.of(columns[2].split("_")),
                    List.of(columns[3].replace('_', ' ').split("/")));
            for (int i = 0; i < Integer.parseInt(columns[4]); i++) {
                all.add(glyphs);
            }
        }
        return List.copyOf(all);
    }

    private static void pair(Glyphs glyphs) {
        for (int i = 0; i < glyphs.simplified().length(); i++) {
            SIMPLIFIED.put(glyphs.traditional().charAt(i), glyphs.simplified().charAt(i));
            TRADITIONAL.put(glyphs.simplified().charAt(i), glyphs.traditional().charAt(i));
        }
    }

    private static Map<String, List<String>> lines(String file) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> section = List.of();
        try (InputStream stream = Objects.requireNonNull(Vocabulary.class.getResourceAsStream(file), file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line : reader.lines().toList()) {
                if (line.startsWith("[")) {
                    section = new ArrayList<>();
                    sections.put(line.substring(1, line.indexOf(']')), section);
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    section.add(line);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return sections;
    }
}
