package org.quanhe.crm.dataquality.control.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.quanhe.crm.platform.CrmException;

/** The rows of a spreadsheet's sheet. */
final class SpreadsheetRows implements TableSource {
    private final TableFile file;
    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;

    SpreadsheetRows(TableFile file) throws IOException {
        this.file = file;
        workbook = new ReadableWorkbook(file.path().toFile(), new ReadingOptions(styled(file), true));
        try {
            stream = workbook.getFirstSheet().openStream();
            rows = stream.iterator();
        } catch (IOException | RuntimeException broken) {
            workbook.close();
            throw broken;
        }
    }

    /** Programs that write no styles write no dates either; the library would miss the part. */
    private static boolean styled(TableFile file) throws IOException {
        try (ZipFile zip = new ZipFile(file.path().toFile())) {
            return zip.getEntry("xl/styles.xml") != null;
        }
    }

    @Override
    public Optional<TableRow> next() {
        try {
            while (rows.hasNext()) {
                Row row = rows.next();
                TableRow cells = new TableRow(row.getRowNum(), texts(row));
                if (!cells.blank()) {
                    return Optional.of(cells);
                }
            }
            return Optional.empty();
        } catch (CrmException refused) {
            throw refused;
        } catch (RuntimeException broken) {
            // the library wraps faults of XML, archive and cells in several exceptions of its own
            throw Spreadsheet.broken(file, broken);
        }
    }

    private List<String> texts(Row row) {
        if (row.getCellCount() > ColumnNames.MOST) {
            throw CrmException.invalid("dataquality.error.tooManyColumns", file.name(), ColumnNames.MOST);
        }
        List<String> texts = new ArrayList<>(row.getCellCount());
        for (Cell cell : row) {
            texts.add(cell == null ? "" : CellText.clean(SpreadsheetCell.text(cell)));
        }
        return texts;
    }

    @Override
    public double progress() {
        return Double.NaN;
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
