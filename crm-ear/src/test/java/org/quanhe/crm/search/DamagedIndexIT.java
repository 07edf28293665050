package org.quanhe.crm.search;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;

/** What happens to the files of an index between two starts: older ones come back, bytes flip, an end is missing. */
@Tag("crash")
class DamagedIndexIT {
    private final CrmProcess server = CrmProcess.fresh("damaged-index");
    private final Path files = server.home().resolve("index");
    private Crm admin;
    private LiveIndex index;

    @Test
    void indexOfAnEarlierDayIsMendedAndADamagedOneBuiltAnew() throws IOException {
        start();
        long gone = customer("Anh Biến Mất");
        long changed = customer("Chị Tên Cũ");
        customer("Cô Như Trước");
        // whatever is done to the files of a server that runs: what it has made safe stands in them
        index.settled();
        Path earlier = server.home().resolve("earlier");
        copy(files, earlier);
        assertThat(admin.delete("/customers/" + gone).status()).isEqualTo(204);
        assertThat(admin.patch("/customers/" + changed, "{\"name\":\"Chị Tên Mới\"}")
                        .status())
                .isEqualTo(200);
        customer("Bác Mới Đến");
        stop();

        delete(files);
        copy(earlier, files);
        start();
        // as many records as the database has: only their versions tell
        assertThat(index.found("biến mất")).isEqualTo(1);
        JsonObject report = index.reconcile();
        assertThat(differences(report))
                .containsExactlyInAnyOrder("customers missing 1 0", "customers stale 1 0", "customers foreign 1 0");
        assertThat(report.getString("by")).isNotEmpty();
        everythingIsFound();
        assertThat(index.reconcile().getInt("found")).isZero();

        stop();
        flipBytes();
        start();
        isBuiltAnew(1);

        stop();
        truncateFiles();
        start();
        isBuiltAnew(2);
        server.stop();
    }

    private void start() {
        server.start();
        admin = server.crm().signIn("admin", CrmProcess.ADMIN_PASSWORD);
        index = new LiveIndex(admin);
    }

    private void stop() {
        index.settled();
        server.stop();
    }

    private long customer(String name) {
        return admin.post("/customers", "{\"name\":\"" + name + "\"}")
                .json()
                .getJsonNumber("id")
                .longValue();
    }

    private static List<String> differences(JsonObject report) {
        return report.getJsonArray("differences").getValuesAs(JsonObject.class).stream()
                .map(one -> one.getString("type") + " " + one.getString("kind") + " " + one.getInt("found") + " "
                        + one.getInt("left"))
                .toList();
    }

    private void everythingIsFound() {
        assertThat(index.found("biến mất")).isZero();
        assertThat(index.found("tên cũ")).isZero();
        assertThat(index.found("ten moi")).isEqualTo(1);
        assertThat(index.found("moi den")).isEqualTo(1);
        assertThat(index.found("như trước")).isEqualTo(1);
    }

    private void isBuiltAnew(int times) {
        index.await(state -> rebuildsOfDamage(state) == times);
        index.rest();
        everythingIsFound();
        assertThat(index.reconcile().getInt("found")).isZero();
    }

    private static long rebuildsOfDamage(JsonObject state) {
        return state.getJsonArray("reports").getValuesAs(JsonObject.class).stream()
                .filter(report -> report.getString("kind").equals("rebuild"))
                .filter(report -> report.getString("reason").equals("damage") && report.getBoolean("done"))
                .count();
    }

    /** One bit in the middle of each file with terms, values or texts; none of them is read whole at a start. */
    private void flipBytes() throws IOException {
        for (Path file : indexFiles(".*\\.(tim|doc|dvd|fdt)")) {
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 0x10;
            Files.write(file, bytes);
        }
    }

    private void truncateFiles() throws IOException {
        for (Path file : indexFiles("segments_.*|.*\\.si")) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(channel.size() / 2);
            }
        }
    }

    private List<Path> indexFiles(String name) throws IOException {
        try (Stream<Path> all = Files.walk(files)) {
            List<Path> found = all.filter(
                            path -> path.getParent().getFileName().toString().startsWith("index-"))
                    .filter(path -> path.getFileName().toString().matches(name))
                    .toList();
            assertThat(found).isNotEmpty();
            return found;
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
