package org.quanhe.crm.dataquality.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.quanhe.crm.dataquality.control.columns.ColumnMapping;
import org.quanhe.crm.dataquality.control.columns.ColumnProposal;
import org.quanhe.crm.dataquality.control.columns.CustomerFields;
import org.quanhe.crm.dataquality.control.columns.RowInterpreter;
import org.quanhe.crm.dataquality.control.columns.Warnings;
import org.quanhe.crm.dataquality.control.encoding.TextEncoding;
import org.quanhe.crm.dataquality.control.table.ColumnNames;
import org.quanhe.crm.dataquality.control.table.DelimitedText;
import org.quanhe.crm.dataquality.control.table.Spreadsheet;
import org.quanhe.crm.dataquality.control.table.TableFile;
import org.quanhe.crm.dataquality.control.table.TableFormat;
import org.quanhe.crm.dataquality.control.table.TableRow;
import org.quanhe.crm.dataquality.control.table.TableSource;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.Texts;
import org.quanhe.crm.records.ContactPoint;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.RecordView;

/** What an export writes, an import reads back: in both formats, in every language. */
class ExportRoundTripTest {
    private static final List<String> COLUMNS = List.of("kind", "name", "company", "phones", "tags", "notes", "owner");
    private final RecordTypeView type = CustomerFields.type();

    @Property(tries = 150)
    void csvComesBack(@ForAll("records") Map<String, Object> values, @ForAll Language language) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (TableWriter table = new CsvTable(file)) {
            write(values, language, table);
        }
        assertComesBack(values, file.toByteArray(), new DelimitedText());
    }

    @Property(tries = 60)
    void xlsxComesBack(@ForAll("records") Map<String, Object> values, @ForAll Language language) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (TableWriter table = new XlsxTable(file, "sheet")) {
            write(values, language, table);
        }
        assertComesBack(values, file.toByteArray(), new Spreadsheet());
    }

    private void write(Map<String, Object> values, Language language, TableWriter table) throws IOException {
        ExportedText cells = new ExportedText(Texts.in(language));
        RecordView record = new RecordView(
                new RecordRef("customers", 1), 1, "", values, Map.of(), Map.of("users/7", "Lan Nguyễn"), true, true);
        table.row(COLUMNS.stream()
                .map(name -> Texts.in(language).text(type.field(name).labelKey()))
                .toList());
        table.row(
                COLUMNS.stream().map(name -> cells.of(record, type.field(name))).toList());
    }

    private void assertComesBack(Map<String, Object> values, byte[] content, TableFormat format) throws IOException {
        Path path = Files.createTempFile("round", "trip");
        try {
            Files.write(path, content);
            try (TableSource source = format.open(new TableFile(path, "export"), TextEncoding.UTF_8)) {
                List<String> headers = ColumnNames.of(source.next().orElseThrow());
                TableRow row = source.next().orElseThrow();
                Map<String, String> mapping = new ColumnProposal(type).of(headers);
                RowInterpreter interpreter = new RowInterpreter(
                        type,
                        new ColumnMapping(type, headers, mapping),
                        (people, text) ->
                                text.equals("Lan Nguyễn") ? Optional.of(new RecordRef("users", 7)) : Optional.empty());
                assertThat(interpreter.interpret(row, new Warnings()).values()).isEqualTo(asImported(values));
            }
        } finally {
            Files.delete(path);
        }
    }

    /** Contact points reach the kernel as maps. */
    private static Map<String, Object> asImported(Map<String, Object> values) {
        Map<String, Object> imported = new LinkedHashMap<>(values);
        if (values.get("phones") instanceof List<?> phones) {
            List<Object> maps = new ArrayList<>();
            phones.forEach(phone -> {
                ContactPoint point = (ContactPoint) phone;
                maps.add(Map.of("type", point.type(), "value", point.value(), "primary", point.primary()));
            });
            imported.put("phones", maps);
        }
        return imported;
    }

    @Provide
    Arbitrary<Map<String, Object>> records() {
        Arbitrary<String> line = Arbitraries.strings()
                .withChars("aZđấ王 ,;|\"'=+-@0")
                .ofMinLength(1)
                .ofMaxLength(12)
                .map(text -> "x" + text.replaceAll("\\s+", " ").strip());
        Arbitrary<String> dangerous = Combinators.combine(Arbitraries.of("=", "+", "-", "@", "'", "'=", ""), line)
                .as((head, text) -> head + text);
        Arbitrary<List<String>> tags = Arbitraries.of("vip", "khách lớn", "重要", "a-b")
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(3);
        Arbitrary<List<ContactPoint>> phones = Arbitraries.of("+84 912 345 678", "028 3822 1234", "115", "13800138000")
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(numbers -> {
                    List<ContactPoint> points = new ArrayList<>();
                    numbers.forEach(number -> points.add(
                            new ContactPoint(number.length() > 10 ? "mobile" : "work", number, points.isEmpty())));
                    return points;
                });
        Arbitrary<String> notes = Combinators.combine(dangerous, line).as((one, other) -> one + "\n" + other);
        return Combinators.combine(
                        Arbitraries.of("person", "organisation"),
                        dangerous,
                        dangerous,
                        phones,
                        tags,
                        notes,
                        Arbitraries.of(true, false))
                .as((kind, name, company, points, labels, text, owned) -> {
                    Map<String, Object> values = new LinkedHashMap<>();
                    values.put("kind", kind);
                    values.put("name", name);
                    values.put("company", company);
                    values.put("phones", points);
                    values.put("tags", labels);
                    values.put("notes", text);
                    if (owned) {
                        values.put("owner", new RecordRef("users", 7));
                    }
                    return values;
                });
    }
}
