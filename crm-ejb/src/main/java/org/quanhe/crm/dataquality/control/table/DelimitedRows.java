package org.quanhe.crm.dataquality.control.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.quanhe.crm.dataquality.control.encoding.TextEncoding;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;

/** The rows of a CSV or TSV file. */
final class DelimitedRows implements TableSource {
    /** Most characters of a row; a longer one begins with a quotation mark that nothing closes. */
    private static final int LONGEST_ROW = 1 << 20;

    private final TableFile file;
    private final long size;
    private final CountingStream stream;
    private final CsvReader<String[]> csv;
    private final Iterator<String[]> rows;
    private long number;

    DelimitedRows(TableFile file, TextEncoding encoding, char delimiter) throws IOException {
        this.file = file;
        size = Math.max(1, Files.size(file.path()));
        stream = new CountingStream(Files.newInputStream(file.path()));
        csv = CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(LONGEST_ROW)
                .build(
                        StringArrayHandler.of(handler -> handler.maxFields(ColumnNames.MOST)
                                .maxFieldSize(LONGEST_ROW)
                                .maxRecordSize(LONGEST_ROW)),
                        encoding.reader(stream));
        rows = csv.iterator();
    }

    @Override
    public Optional<TableRow> next() {
        try {
            while (rows.hasNext()) {
                TableRow row = new TableRow(++number, CellText.restored(rows.next()));
                if (!row.blank()) {
                    return Optional.of(row);
                }
            }
            return Optional.empty();
        } catch (CsvParseException broken) {
            LocalizedMessage text = LocalizedMessage.of("dataquality.error.brokenRow", file.name(), number);
            throw new CrmException(CrmException.Kind.INVALID, text, List.of(), broken);
        } catch (UncheckedIOException unreadable) {
            throw CrmException.unavailable("dataquality.error.fileGone", unreadable);
        }
    }

    @Override
    public double progress() {
        return Math.min(1, (double) stream.count() / size);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
