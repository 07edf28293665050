package org.quanhe.crm.dataquality.control.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanhe.crm.dataquality.control.encoding.TextEncoding;
import org.quanhe.crm.platform.CrmException;

class TableFilesTest {
    @TempDir
    Path folder;

    private final TableFormats formats = new TableFormats(List.of(new DelimitedText(), new Spreadsheet()));

    @Test
    void delimitersAreFound() throws IOException {
        for (String delimiter : List.of(",", ";", "\t", "|")) {
            String text = "name,phone,notes\nAn,1,\"a, b; c | d\"\nBình,2,x\n"
                    .replace(",p", delimiter + "p")
                    .replace(",n", delimiter + "n")
                    .replace("An,1,", "An" + delimiter + "1" + delimiter)
                    .replace("h,2,", "h" + delimiter + "2" + delimiter);
            assertThat(rows(text)).extracting(TableRow::cells).contains(List.of("An", "1", "a, b; c | d"));
        }
    }

    @Test
    void rowsAreNumberedAsASpreadsheetCountsThem() throws IOException {
        List<TableRow> rows = rows("name,notes\n\nAn,\"two\nlines\"\n,\nBình,\"say \"\"hi\"\"\"\n");
        assertThat(rows).extracting(TableRow::number).containsExactly(1L, 3L, 5L);
        assertThat(rows).extracting(row -> row.cell(1)).containsExactly("notes", "two\nlines", "say \"hi\"");
    }

    @Test
    void raggedRowsAreKeptAsTheyAre() throws IOException {
        assertThat(rows("a,b\n1\n1,2,3\n"))
                .extracting(row -> row.cells().size())
                .containsExactly(2, 1, 3);
    }

    @Test
    void lettersAreComposedAndInvisibleMarksDropped() throws IOException {
        assertThat(rows("a\u0302\u0301,b\n\uFEFFx\u00A0,\u200By\n"))
                .extracting(TableRow::cells)
                .containsExactly(List.of("ấ", "b"), List.of("x", "y"));
    }

    @Test
    void columnNamesAreUnique() {
        assertThat(ColumnNames.of(new TableRow(1, List.of("Phone", "", "Phone", "Phone"))))
                .containsExactly("Phone", "#2", "Phone (2)", "Phone (3)");
    }

    @Test
    void anOpenQuotationMarkIsRefusedWithTheRowBefore() throws IOException {
        String text = "a,b\nx,\"open\n" + "1,2\n".repeat(400_000);
        assertThatThrownBy(() -> rows(text)).isInstanceOfSatisfying(CrmException.class, refused -> assertThat(
                        refused.text().args())
                .contains(1L));
    }

    @Test
    void spreadsheetsAreReadWithNumbersAndDatesAsPeopleSeeThem() throws IOException {
        Path file = folder.resolve("a.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Khách");
            sheet.value(0, 0, "Họ tên");
            sheet.value(0, 1, "SĐT");
            sheet.value(0, 2, "Ngày");
            sheet.value(2, 0, "Trần Đức");
            sheet.value(2, 1, 84912345678L);
            sheet.value(2, 2, LocalDate.of(2024, 3, 31));
            sheet.style(2, 2).format("dd/mm/yyyy").set();
            sheet.value(3, 0, 0.1 + 0.2);
            sheet.value(3, 1, true);
        }
        assertThat(read(new TableFile(file, "a.xlsx")))
                .containsExactly(
                        new TableRow(1, List.of("Họ tên", "SĐT", "Ngày")),
                        new TableRow(3, List.of("Trần Đức", "84912345678", "2024-03-31")),
                        new TableRow(4, List.of("0.3", "true")));
    }

    @Test
    void aDateThatNoCalendarHasSpoilsItsCellNotTheFile() throws IOException {
        Path file = folder.resolve("date.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Khách");
            sheet.value(0, 0, "Ngày");
            sheet.value(1, 0, 99_999_999_999_999L);
            sheet.style(1, 0).format("dd/mm/yyyy").set();
            sheet.value(2, 0, "An");
        }
        assertThat(read(new TableFile(file, "date.xlsx")))
                .extracting(row -> row.cell(0))
                .containsExactly("Ngày", "99999999999999", "An");
    }

    @Test
    void aSpreadsheetNeedsNoStyles() throws IOException {
        Path styled = folder.resolve("styled.xlsx");
        try (OutputStream out = Files.newOutputStream(styled);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            workbook.newWorksheet("S").value(0, 0, "Họ tên");
        }
        Path plain = folder.resolve("plain.xlsx");
        try (ZipFile from = new ZipFile(styled.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(plain))) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                if (!entry.getName().equals("xl/styles.xml")) {
                    String content = new String(from.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                    to.putNextEntry(new ZipEntry(entry.getName()));
                    to.write(content.replaceAll("<(Override|Relationship) [^>]*styles\\.xml[^>]*>", "")
                            .getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        assertThat(read(new TableFile(plain, "plain.xlsx"))).containsExactly(new TableRow(1, List.of("Họ tên")));
    }

    @Test
    void aBombIsRefusedBeforeItIsRead() throws IOException {
        Path file = folder.resolve("bomb.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                zip.write(zeros);
            }
        }
        assertRefused(new TableFile(file, "bomb.xlsx"), "dataquality.error.zipBomb");
    }

    @Test
    void whatIsNoTableIsRefusedWithTheReason() throws IOException {
        byte[] noise = new byte[20_000];
        new Random(1).nextBytes(noise);
        assertRefused(write("noise.csv", noise), "dataquality.error.binary");
        byte[] picture = noise.clone();
        System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, 0, picture, 0, 8);
        assertRefused(write("picture.csv", picture), "dataquality.error.binary");
        assertRefused(write("a.pdf", "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8)), "dataquality.error.pdf");
        assertRefused(
                write("old.xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0}),
                "dataquality.error.oldExcel");
        assertRefused(write("empty.csv", new byte[0]), "dataquality.error.emptyFile");
        Path zip = folder.resolve("some.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("a.txt"));
        }
        assertRefused(new TableFile(zip, "some.zip"), "dataquality.error.notASpreadsheet");
        assertRefused(write("cut.xlsx", new byte[] {'P', 'K', 3, 4, 9, 9, 9}), "dataquality.error.brokenSpreadsheet");
    }

    @Test
    void textsInEveryEncodingAreNoBinaries() throws IOException {
        String text = "姓名,备注\n王小明,已发送报价\n".repeat(20);
        for (String charset : List.of("UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "Big5")) {
            TableFile file = write(
                    "t.csv",
                    text.replace("备", "備").replace("发", "發").replace("报价", "報價").getBytes(Charset.forName(charset)));
            formats.of(file).inspect(file);
        }
    }

    private void assertRefused(TableFile file, String key) {
        assertThatThrownBy(() -> read(file)).isInstanceOfSatisfying(CrmException.class, refused -> assertThat(
                        refused.text().key())
                .isEqualTo(key));
    }

    private List<TableRow> rows(String text) throws IOException {
        return read(write("t.csv", text.getBytes(StandardCharsets.UTF_8)));
    }

    private TableFile write(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, content);
        return new TableFile(file, name);
    }

    private List<TableRow> read(TableFile file) throws IOException {
        TableFormat format = formats.of(file);
        format.inspect(file);
        List<TableRow> rows = new ArrayList<>();
        try (TableSource source = format.open(file, TextEncoding.UTF_8)) {
            for (Optional<TableRow> row = source.next(); row.isPresent(); row = source.next()) {
                rows.add(row.get());
            }
        }
        return rows;
    }
}
