package org.quanhe.crm.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    @Test
    void settingsTableIsFresh() throws IOException {
        var readme = Files.readString(Path.of("..", "README.md"));
        assertThat(readme)
                .as("the README's settings are stale: run ./mvnw -Preadme and commit README.md")
                .isEqualTo(SettingsTable.in(readme));
    }
}
