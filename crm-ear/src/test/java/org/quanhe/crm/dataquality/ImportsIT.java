package org.quanhe.crm.dataquality;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;

/** Imports over REST, as an outside caller uses them. */
class ImportsIT {
    private static final Path LOG = Path.of("target", "it", Crm.database() + ".log");

    private final Crm admin = Crm.admin();
    private final String word = "nhap" + Long.toString(System.nanoTime(), 36);

    @Test
    void twoThousandRowsAreFoundWhenTheImportIsDone() throws IOException {
        long before = Files.size(LOG);
        JsonObject end = Uploads.finished(admin, "khách.csv", utf8(People.vietnamese(2_000, word)));
        assertThat(end.getString("state")).isEqualTo("done");
        assertThat(List.of(end.getInt("read"), end.getInt("written"), end.getInt("failed")))
                .containsExactly(2_000, 2_000, 0);
        JsonObject hit = admin.get("/search?q=" + Crm.encode("tran van duc " + word + "1991"))
                .json()
                .getJsonArray("hits")
                .getJsonObject(0);
        assertThat(hit.getString("externalId")).isEqualTo(word + "-1991");
        JsonObject record = admin.get("/customers/" + hit.getJsonNumber("id")).json();
        assertThat(record.getString("name")).isEqualTo("Trần Văn Đức " + word + "1991");
        assertThat(record.getString("company")).isEqualTo("Công ty TNHH Hoà Bình");
        assertThat(record.getString("kind")).isEqualTo("person");
        assertThat(record.getString("city")).isEqualTo("Đà Nẵng");
        assertThat(record.getString("importedOwner")).isEqualTo("3");
        assertThat(record.getJsonObject("owner").getString("title")).isEqualTo("Administrator");
        assertThat(end.getJsonArray("warnings").toString()).contains("stage").contains("Owner");
        noAttemptFailedSince(before);
    }

    @Test
    void twoImportsAndTheWorkOfOthersDoNotDisturbEachOther() throws Exception {
        long before = Files.size(LOG);
        ExecutorService others = Executors.newFixedThreadPool(2);
        try {
            AtomicBoolean done = new AtomicBoolean();
            List<Future<Integer>> made = new ArrayList<>();
            for (String name : List.of("an", "binh")) {
                made.add(others.submit(() -> created(name + word, done)));
            }
            String first = Uploads.started(admin, "a.csv", utf8(People.vietnamese(1_500, word + "a")));
            String second = Uploads.started(admin, "b.csv", utf8(People.vietnamese(1_500, word + "b")));
            for (String address : List.of(first, second)) {
                JsonObject end = Uploads.end(admin, address);
                assertThat(List.of(end.getString("state"), end.getInt("written")))
                        .containsExactly("done", 1_500);
            }
            done.set(true);
            assertThat(Uploads.found(admin, word + "a")).isEqualTo(1_500);
            assertThat(Uploads.found(admin, word + "b")).isEqualTo(1_500);
            assertThat(Uploads.found(admin, "an" + word)).isEqualTo(made.get(0).get());
            assertThat(Uploads.found(admin, "binh" + word))
                    .isEqualTo(made.get(1).get());
        } finally {
            others.shutdownNow();
        }
        noAttemptFailedSince(before);
    }

    /** Creates one customer behind the other until told to stop, and returns how many. */
    private int created(String name, AtomicBoolean done) {
        int made = 0;
        while (!done.get()) {
            Answer answer = admin.post("/customers", "{\"name\":\"" + name + "\"}");
            assertThat(answer.status()).as("%s", answer).isEqualTo(201);
            made++;
        }
        return made;
    }

    /** A failed attempt goes on from its checkpoint half a minute later and ends well: only the log tells. */
    private static void noAttemptFailedSince(long size) throws IOException {
        byte[] told = Files.readAllBytes(LOG);
        assertThat(new String(told, (int) size, told.length - (int) size, StandardCharsets.UTF_8))
                .doesNotContain("stopped, attempt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "GB18030"})
    void chineseFilesAreReadInTheirEncoding(String encoding) {
        byte[] file = People.chinese(200, word).getBytes(Charset.forName(encoding));
        assertThat(Uploads.finished(admin, "客户.csv", file).getInt("written")).isEqualTo(200);
        assertThat(Uploads.found(admin, "王小明 " + word + "0")).isPositive();
    }

    @Test
    void anEncodingSaidOverridesTheOneFound() {
        byte[] file = ("姓名\n王小明 " + word + "\n").getBytes(Charset.forName("Big5"));
        for (String encoding : List.of("Big5", "nonsense")) {
            Answer trial = admin.upload(
                    "/imports",
                    "a.csv",
                    file,
                    Map.of(
                            "type",
                            "customers",
                            "dryRun",
                            "true",
                            "encoding",
                            encoding,
                            "mapping",
                            "{\"姓名\":\"name\"}"));
            assertThat(trial.status()).as("%s", trial).isEqualTo(encoding.equals("Big5") ? 200 : 400);
            assertThat(trial.text()).contains(encoding);
        }
    }

    @Test
    void vietnameseOfWindowsIsReadWithItsTones() {
        byte[] file = windows1258(People.vietnamese(200, word));
        assertThat(Uploads.finished(admin, "khách.csv", file).getInt("written")).isEqualTo(200);
        assertThat(admin.get("/search?q=" + word + "3")
                        .json()
                        .getJsonArray("hits")
                        .getJsonObject(0)
                        .getString("title"))
                .isEqualTo("Phạm Quỳnh Như " + word + "3");
    }

    @Test
    void aDryRunTellsAndWritesNothing() {
        String table = "họ tên,ngày sinh\nTrần " + word + ",31/02/2024\n,\"01/02/2024\"\nLê " + word + ",2/1/1990\n";
        Answer trial = admin.with("Accept-Language", "vi")
                .upload("/imports", "a.csv", utf8(table), Map.of("type", "customers", "dryRun", "true"));
        assertThat(trial.status()).isEqualTo(200);
        assertThat(trial.json().getInt("good")).isEqualTo(1);
        List<JsonObject> refused = trial.json().getJsonArray("refused").getValuesAs(JsonObject.class);
        assertThat(refused).extracting(row -> row.getInt("row")).containsExactly(2, 3);
        assertThat(refused.get(1).getJsonArray("reasons").getString(0)).contains("họ tên");
        assertThat(Uploads.found(admin, word)).isZero();
    }

    @Test
    void refusedRowsComeBackAsAFileThatCanBeMended() {
        String table = "Name;Phone\nAn " + word + ";0912345678\n;+84 90 111 222\n" + "X".repeat(300) + ";1\n";
        JsonObject end = Uploads.finished(admin, "a.csv", utf8(table));
        assertThat(List.of(end.getInt("read"), end.getInt("written"), end.getInt("failed")))
                .containsExactly(3, 1, 2);
        String errors = end.getString("errors");
        String file = admin.with("Accept-Language", "zh-CN").get(errors).text();
        assertThat(file).startsWith("\uFEFF行号,原因,Name,Phone").contains("\n3,").contains("'+84 90 111 222");
        String mended = file.replace(",,'+84", ",Bình " + word + ",'+84").replace("X".repeat(300), "Chi " + word);
        assertThat(Uploads.finished(admin, "b.csv", utf8(mended)).getInt("written"))
                .isEqualTo(2);
        JsonObject hit = admin.get("/search?q=" + Crm.encode("binh " + word))
                .json()
                .getJsonArray("hits")
                .getJsonObject(0);
        assertThat(admin.get("/customers/" + hit.getJsonNumber("id")).json().getString("phone"))
                .isEqualTo("+84 90 111 222");
    }

    @Test
    void undoTakesAllBackButWhatSomebodyChanged() {
        String address = Uploads.started(admin, "a.csv", utf8(People.english(600, word)));
        Uploads.end(admin, address);
        JsonObject hit =
                admin.get("/search?q=" + word + "7").json().getJsonArray("hits").getJsonObject(0);
        admin.patch("/customers/" + hit.getJsonNumber("id"), "{\"notes\":\"called\"}");
        assertThat(admin.send("POST", address + "/undo", "", "").status()).isEqualTo(202);
        JsonObject end = Uploads.end(admin, address);
        assertThat(end.getString("state")).isEqualTo("undone");
        assertThat(end.getInt("keptAtUndo")).isEqualTo(1);
        // the search forgives a typo, so it finds the kept one for every other number too
        assertThat(Uploads.found(admin, word + "8")).isEqualTo(1);
        assertThat(admin.get("/customers?filter=" + Crm.encode("name.contains('" + word + "')"))
                        .json()
                        .getJsonArray("items"))
                .hasSize(1);
        assertThat(admin.send("POST", address + "/undo", "", "").status()).isEqualTo(409);
    }

    @Test
    void aMappingChoosesColumns() {
        Answer accepted = admin.upload(
                "/imports",
                "a.csv",
                utf8("A,B\nHoà Bình " + word + ",0912\n"),
                Map.of("type", "customers", "mapping", "{\"A\":\"company\",\"B\":\"phones.work\"}"));
        assertThat(accepted.status()).as("%s", accepted).isEqualTo(202);
        String location = accepted.header("Location");
        Uploads.end(admin, location.substring(location.indexOf("/imports/")));
        JsonObject hit =
                admin.get("/search?q=" + word).json().getJsonArray("hits").getJsonObject(0);
        JsonObject record = admin.get("/customers/" + hit.getJsonNumber("id")).json();
        assertThat(record.getString("kind")).isEqualTo("organisation");
        assertThat(record.getJsonArray("phones").getJsonObject(0).getString("type"))
                .isEqualTo("work");
    }

    @Test
    void whoMayNotWriteMayNotImportAndSeesNoImportOfOthers() {
        String address = Uploads.started(admin, "a.csv", utf8("name\nAn " + word + "\n"));
        Uploads.end(admin, address);
        Crm reader = Colleague.with(List.of("read-only"), List.of()).crm();
        assertThat(reader.get(address).status()).isEqualTo(404);
        assertThat(reader.send("POST", address + "/undo", "", "").status()).isEqualTo(404);
        assertThat(reader.upload("/imports", "a.csv", utf8("name\nAn\n"), Map.of("type", "customers"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void anImportWhoseAuthorMayNoLongerSignInStopsAndSaysSo() {
        Colleague author = Colleague.with(List.of("manager"), List.of());
        String address = Uploads.started(author.crm(), "a.csv", utf8(People.english(30_000, word)));
        assertThat(admin.patch("/users/" + author.id(), "{\"active\":false}").status())
                .isEqualTo(200);
        JsonObject end = Uploads.end(admin, address);
        assertThat(end.getString("state")).isEqualTo("failed");
        assertThat(end.getString("message")).contains(author.username()).doesNotContain("POST /sessions");
        assertThat(author.crm().get(address).status()).isEqualTo(401);
    }

    @Test
    void aFileMayHaveAnyName() {
        for (String name : List.of("x".repeat(5_000) + ".csv", "../../<b>'; é中.csv", "a\u0000b.csv")) {
            JsonObject end = Uploads.finished(admin, name, utf8("name\nAn " + word + "\n"));
            assertThat(end.getInt("written")).isEqualTo(1);
            assertThat(end.getString("fileName")).hasSizeLessThanOrEqualTo(300).doesNotContain("..");
        }
    }

    @Test
    void whatIsNoTableIsRefusedAndNothingIsWritten() throws IOException {
        byte[] noise = new byte[30_000];
        new Random(7).nextBytes(noise);
        refused("noise.csv", noise);
        refused("bomb.xlsx", bomb());
        refused("empty.csv", new byte[0]);
        refused("header.csv", utf8("name,phone\n"));
        refused("strange.csv", utf8("foo,bar\n1,2\n"));
        assertThat(admin.upload("/imports", "a.csv", utf8("name\nAn\n"), Map.of())
                        .status())
                .isEqualTo(400);
        assertThat(admin.post("/imports", "{}").status()).isEqualTo(400);
        assertThat(admin.send("POST", "/imports", "multipart/form-data; boundary=x", "nothing")
                        .status())
                .isEqualTo(400);
        assertThat(admin.upload(
                                "/imports",
                                "a.csv",
                                utf8("name\nAn\n"),
                                Map.of("type", "customers", "mapping", "{\"name\":\"createdAt\"}"))
                        .status())
                .isEqualTo(400);
        assertThat(admin.get("/imports/nonsense").status()).isEqualTo(404);
    }

    @Test
    void aFileOfAGigabyteIsRefusedInTheCallersLanguage() {
        byte[] piece = utf8("Trần Văn Đức,0903 555 111\n".repeat(40_000));
        List<byte[]> pieces = Collections.nCopies((1 << 30) / piece.length + 1, piece);
        Answer answer = admin.with("Accept-Language", "zh-CN")
                .upload("/imports", "big.csv", BodyPublishers.ofByteArrays(pieces), Map.of("type", "customers"));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().getString("detail")).contains("256 MB").contains("CRM_IMPORT_MAX_MB");
        assertThat(answer.json().getString("title")).isEqualTo("内容过大");
    }

    private void refused(String name, byte[] content) {
        Answer answer = admin.upload("/imports", name, content, Map.of("type", "customers"));
        assertThat(answer.status()).as("%s: %s", name, answer).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().getString("detail")).isNotBlank();
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String entry : List.of("[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml")) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(new byte[30 << 20]);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** As Windows writes it: vowel letters whole, tones as combining marks behind them. */
    private static byte[] windows1258(String text) {
        StringBuilder spelled = new StringBuilder();
        String tones = "[\\u0300\\u0301\\u0303\\u0309\\u0323]";
        text.codePoints().forEach(c -> {
            String marked = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
            String letter = marked.replaceAll(tones, "");
            spelled.append(Normalizer.normalize(letter, Normalizer.Form.NFC))
                    .append(marked.replaceAll("[^\\u0300\\u0301\\u0303\\u0309\\u0323]", ""));
        });
        return spelled.toString().getBytes(Charset.forName("windows-1258"));
    }
}
