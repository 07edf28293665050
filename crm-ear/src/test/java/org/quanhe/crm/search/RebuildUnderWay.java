package org.quanhe.crm.search;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;
import org.quanhe.crm.harness.UnderWay;

/** The index is built anew beside the one that serves: what stands on the disk tells how far it is. */
public final class RebuildUnderWay implements UnderWay {
    private final CrmProcess server;

    public RebuildUnderWay(CrmProcess server) {
        this.server = server;
    }

    @Override
    public String promise() {
        return "aRebuildThatWasInterruptedIsDoneAgain";
    }

    @Override
    public void prepare(Crm admin) {
        // the records of all others are what it goes through
    }

    @Override
    public void work(Crm admin) {
        LiveIndex index = new LiveIndex(admin);
        JsonObject work = index.rebuild();
        assertThat(work.getString("kind")).isEqualTo("rebuild");
        assertThat(work.getString("by")).isNotEmpty();
        index.rest();
    }

    @Override
    public boolean isMidway(Crm admin) {
        return isUnfinished(server);
    }

    @Override
    public boolean wasMidway(CrmProcess dead) {
        return isUnfinished(dead);
    }

    /** True if an index was begun after the one that serves. */
    private static boolean isUnfinished(CrmProcess server) {
        Path folder = server.home().resolve("index");
        try {
            int serving = number(Files.readString(folder.resolve("serving")).strip());
            String[] indexes = folder.toFile().list((parent, name) -> name.startsWith("index-"));
            return indexes != null && Arrays.stream(indexes).anyMatch(name -> number(name) > serving);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(String index) {
        return Integer.parseInt(index.substring(index.indexOf('-') + 1));
    }

    @Override
    public void check(Crm admin) {
        assertThat(new LiveIndex(admin).report("rebuild", "interruption").getBoolean("done"))
                .isTrue();
    }
}
