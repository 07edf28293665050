package org.quanhe.crm.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanhe.crm.search.IndexReason;
import org.quanhe.crm.search.spi.SearchBackend;

/** {@code kill -9} twenty times at fifty edits a second: after each, index and database say the same. */
class KilledIndexTest {
    private static final int KILLS = 20;

    @Test
    void indexEqualsDatabaseAfterEachKill(@TempDir Path folder) throws Exception {
        EditedIndex edited = new EditedIndex(folder);
        SplittableRandom random = new SplittableRandom(5);
        int edits = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            // every other time while an index is being built beside the one that serves
            editAndKill(edited, folder, kill % 2 == 1, 5 + random.nextInt(40));
            assertThat(edited.log().size()).as("edits of round %s", kill).isGreaterThan(edits);
            edits = edited.log().size();
            try (SearchBackend index = edited.open()) {
                edited.recover(index);
                assertThat(index.versions(EditedIndex.TYPE, Long.MIN_VALUE, 10_000))
                        .as("after kill %s", kill)
                        .isEqualTo(edited.stored());
                index.verify();
                assertThat(index.need().filter(reason -> reason != IndexReason.INTERRUPTION))
                        .isEmpty();
            }
        }
    }

    /** Kills the process that edits when it has made so many edits. */
    private static void editAndKill(EditedIndex edited, Path folder, boolean rebuilding, int edits) throws Exception {
        int before = edited.log().size();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.addAll(List.of(EditedIndex.class.getName(), folder.toString()));
        if (rebuilding) {
            command.add("rebuild");
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(awaitEditing(out)).isTrue();
            while (edited.log().size() < before + edits && process.isAlive()) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            assertThat(process.isAlive()).isTrue();
            process.destroyForcibly().waitFor();
        }
    }

    private static boolean awaitEditing(BufferedReader out) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.equals("editing")) {
                return true;
            }
        }
        return false;
    }
}
