package org.quanhe.crm.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaunchSettingsTest {
    private static LaunchSettings with(String... javaOptions) {
        return new LaunchSettings(Path.of("home"), 8080, "127.0.0.1", List.of(javaOptions));
    }

    @Test
    void whoNamesACollectorGetsItInsteadOfOurs() {
        assertThat(with("-Xmx2g", "-XX:+UseG1GC").choosesCollector()).isTrue();
        assertThat(with("-XX:+UseSerialGC").choosesCollector()).isTrue();
        assertThat(with("-Xmx2g", "-XX:+UseStringDeduplication", "-XX:-UseParallelGC")
                        .choosesCollector())
                .isFalse();
    }
}
