package org.quanhe.crm.records.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.records.RecordTypeView;

/** Holds the description of the interface against the classes that answer. */
class OpenApiDocumentTest {
    private static final String ANY_TYPE = "/{type}";
    private static final RecordTypeView ROOMS =
            new RecordTypeView("rooms", "pi-box", List.of(), "name", true, true, true);

    /** A variable with the pattern of its values, which may hold braces itself. */
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)\\s*:\\s*((?:[^{}]|\\{[^{}]*})+)}");

    private static final Pattern WORDS = Pattern.compile("[a-z-]+(\\|[a-z-]+)*");

    /** A method of a class; it answers at some of these addresses, such as {@code GET /leads/{id}/matches}. */
    private record Answering(Method method, List<String> addresses) {
        @Override
        public String toString() {
            return method.getDeclaringClass().getSimpleName() + "." + method.getName() + " " + addresses;
        }
    }

    private final Set<String> described = described();

    @Test
    void whateverAnswersIsDescribed() throws Exception {
        List<Answering> answering = answering();
        assertThat(answering).isNotEmpty();
        assertThat(answering.stream().filter(one -> one.addresses().stream().noneMatch(described::contains)))
                .as("what is missing goes into one of the Paths classes beside OpenApiDocument")
                .isEmpty();
    }

    @Test
    void everyWordThatAnswersHasAPathOfItsOwn() throws Exception {
        Set<String> paths = described.stream().map(OpenApiDocumentTest::path).collect(Collectors.toSet());
        assertThat(answering().stream()
                        .flatMap(one -> one.addresses().stream())
                        .map(OpenApiDocumentTest::path)
                        .filter(path -> !paths.contains(path)))
                .isEmpty();
    }

    @Test
    void whateverIsDescribedAnswers() throws Exception {
        Set<String> all = answering().stream()
                .flatMap(one -> one.addresses().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(described).isSubsetOf(all);
    }

    private static Set<String> described() {
        Set<String> described = new TreeSet<>();
        JsonObject paths = OpenApiDocument.of(List.of(ROOMS), Language.EN, "").getJsonObject("paths");
        paths.forEach((path, verbs) -> verbs.asJsonObject()
                .keySet()
                .forEach(verb -> described.add(verb.toUpperCase(Locale.ROOT) + " " + path)));
        return described;
    }

    private static String path(String address) {
        return address.substring(address.indexOf(' ') + 1);
    }

    private static List<Answering> answering() throws IOException, URISyntaxException {
        List<Answering> answering = new ArrayList<>();
        for (Class<?> resource : resources()) {
            String base = resource.getAnnotation(Path.class).value();
            for (Method method : resource.getDeclaredMethods()) {
                verb(method)
                        .ifPresent(verb -> answering.add(new Answering(
                                method,
                                expanded(base
                                                + Optional.ofNullable(method.getAnnotation(Path.class))
                                                        .map(Path::value)
                                                        .orElse(""))
                                        .map(path -> verb + " " + path)
                                        .toList())));
            }
        }
        return answering;
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value)
                .findFirst();
    }

    /** The path as the description writes it: a variable that can be a few words is each of them. */
    private static Stream<String> expanded(String path) {
        Matcher variable = VARIABLE.matcher(path);
        if (!variable.find()) {
            return Stream.of(path.startsWith(ANY_TYPE) ? "/" + ROOMS.name() + path.substring(ANY_TYPE.length()) : path);
        }
        String values = variable.group(2).strip();
        return (WORDS.matcher(values).matches()
                        ? Stream.of(values.split("\\|"))
                        : Stream.of("{" + variable.group(1) + "}"))
                .flatMap(value ->
                        expanded(path.substring(0, variable.start()) + value + path.substring(variable.end())));
    }

    private static List<Class<?>> resources() throws IOException, URISyntaxException {
        var root = java.nio.file.Path.of(OpenApiDocument.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<Class<?>> resources = new ArrayList<>();
        try (Stream<java.nio.file.Path> files = Files.walk(root)) {
            for (var file :
                    files.filter(one -> one.toString().endsWith(".class")).toList()) {
                String name = root.relativize(file)
                        .toString()
                        .replaceAll("[/\\\\]", ".")
                        .replaceFirst("\\.class$", "");
                if (name.contains(".rest.") && !name.contains("$")) {
                    Class<?> found = load(name);
                    if (found.isAnnotationPresent(Path.class)) {
                        resources.add(found);
                    }
                }
            }
        }
        return resources;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, OpenApiDocumentTest.class.getClassLoader());
        } catch (ClassNotFoundException gone) {
            throw new AssertionError(gone);
        }
    }
}
