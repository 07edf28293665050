package org.quanhe.crm.dataquality.control;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.dataquality.Exports.Format;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.Texts;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.ListQuery;
import org.quanhe.crm.records.RecordPage;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.Records;

/** A list as a table: one column a field, one row a record. Never more than a page of it is in memory. */
public final class ExportedTable {
    private final Records records;
    private final RecordTypeView type;
    private final List<FieldView> columns = new ArrayList<>();
    private final Texts texts;
    private final ExportedText cells;

    public ExportedTable(Records records, RecordTypeView type, List<String> columnNames, Language language) {
        this.records = records;
        this.type = type;
        this.texts = Texts.in(language);
        this.cells = new ExportedText(texts);
        if (columnNames.isEmpty()) {
            columns.addAll(type.fieldsFor(FieldView.Use.LIST));
        }
        for (String name : columnNames) {
            columns.add(type.find(name)
                    .orElseThrow(() -> CrmException.invalid(
                            "dataquality.error.unknownExportColumn",
                            name,
                            String.join(
                                    ", ",
                                    type.fields().stream().map(FieldView::name).toList()))));
        }
    }

    public void write(ListQuery query, List<Long> ids, Format format, OutputStream to) throws IOException {
        if (format == Format.XLSX
                && ids.isEmpty()
                && records.count(query, XlsxTable.MOST_ROWS - 1) >= XlsxTable.MOST_ROWS) {
            throw CrmException.invalid("dataquality.error.tooManyRows", XlsxTable.MOST_ROWS - 1);
        }
        // the first page is read before a byte is written: a refusal can still be told
        @Nullable RecordPage page = ids.isEmpty() ? records.list(query.limitedTo(ListQuery.MAX_LIMIT)) : null;
        try (TableWriter table =
                format == Format.CSV ? new CsvTable(to) : new XlsxTable(to, texts.text(type.name() + ".type"))) {
            table.row(
                    columns.stream().map(field -> texts.text(field.labelKey())).toList());
            for (Long id : ids) {
                writeOne(id, table);
            }
            while (page != null) {
                for (RecordView record : page.items()) {
                    write(record, table);
                }
                page = page.next() == null
                        ? null
                        : records.list(query.limitedTo(ListQuery.MAX_LIMIT).from(page.next()));
            }
        }
    }

    private void writeOne(long id, TableWriter table) throws IOException {
        try {
            write(records.open(new RecordRef(type.name(), id)), table);
        } catch (CrmException gone) {
            if (gone.kind() != CrmException.Kind.NOT_FOUND) {
                throw gone;
            }
        }
    }

    private void write(RecordView record, TableWriter table) throws IOException {
        List<String> row = new ArrayList<>(columns.size());
        columns.forEach(field -> row.add(cells.of(record, field)));
        table.row(row);
    }
}
