package org.quanhe.crm.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.CrmProcess;
import org.quanhe.crm.harness.Patience;

/** {@code crm.jar} as a process: it stops when asked, and leaves nothing behind when killed. */
@Tag("crash")
class LauncherCrashIT {
    /** As the server prints it; nothing else of what it prints begins so. */
    private static final Pattern FIRST_SIGN_IN = Pattern.compile("First sign-in: +admin +/ +(\\S+)");

    @Test
    void firstPasswordIsPrintedOnceAndAKilledLauncherLeavesNoServerButTheData() throws Exception {
        var crm = CrmProcess.fresh("launcher").with("CRM_ADMIN_PASSWORD", "").start();
        var printed = passwords(crm);
        assertThat(printed).hasSize(1);
        String password = printed.get(0);
        var made =
                crm.crm().signIn("admin", password).post("/customers", "{\"kind\":\"person\",\"name\":\"Nguyễn Hòa\"}");
        assertThat(made.status()).as("%s", made).isEqualTo(201);

        var server = crm.kill9LauncherOnly();
        Patience.until("the server has noticed", () -> !server.isAlive());

        crm.start();
        var again = crm.handle().children().findFirst().orElseThrow();
        var kept = crm.crm().signIn("admin", password).get(made.header("Location"));
        assertThat(kept.status()).as("%s", kept).isEqualTo(200);
        assertThat(passwords(crm)).containsExactly(password);
        crm.stop();
        assertThat(again.isAlive()).isFalse();
        try (Stream<Path> files = Files.walk(crm.home())) {
            assertThat(files.filter(file -> file.toString().endsWith(".log")).filter(file -> holds(file, password)))
                    .isEmpty();
        }
    }

    private static List<String> passwords(CrmProcess crm) throws IOException {
        return FIRST_SIGN_IN
                .matcher(Files.readString(crm.log()))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static boolean holds(Path file, String word) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(word);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
