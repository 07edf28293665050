package org.quanhe.crm.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.suite.api.ExcludeClassNamePatterns;

/** No page falls between the two databases, and neither has nearly all of them. */
class WholeSystemTest {
    private static final Path CLASSES = Path.of("target", "test-classes");

    @Test
    void eachPageIsLookedAtOnOneDatabase() throws IOException {
        List<String> pages = classes("PageIT");
        assertThat(pages).hasSizeGreaterThan(25);
        assertThat(pages).allSatisfy(page -> assertThat(runs(WholeSystemOnH2.class, page))
                .as(page)
                .isNotEqualTo(runs(WholeSystemOnPostgresql.class, page)));
        long early =
                pages.stream().filter(page -> runs(WholeSystemOnH2.class, page)).count();
        assertThat(early).isBetween(pages.size() / 3L, pages.size() * 2L / 3);
    }

    @Test
    void allElseRunsOnBoth() throws IOException {
        assertThat(classes("IT").stream().filter(name -> !name.endsWith("PageIT")))
                .hasSizeGreaterThan(60)
                .allSatisfy(name -> assertThat(
                                runs(WholeSystemOnH2.class, name) && runs(WholeSystemOnPostgresql.class, name))
                        .as(name)
                        .isTrue());
    }

    private static boolean runs(Class<?> suite, String name) {
        return Stream.of(suite.getAnnotation(ExcludeClassNamePatterns.class).value())
                .noneMatch(name::matches);
    }

    /** Names of all compiled classes that end so. */
    private static List<String> classes(String end) throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.map(CLASSES::relativize)
                    .map(file -> file.toString().replace('/', '.').replace(".class", ""))
                    .filter(name -> name.endsWith(end))
                    .toList();
        }
    }
}
