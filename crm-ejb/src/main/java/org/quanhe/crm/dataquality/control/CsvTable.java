package org.quanhe.crm.dataquality.control;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.quanhe.crm.dataquality.control.table.FormulaGuard;

/** CSV in UTF-8 with BOM, so that spreadsheets open it unbroken; formulas are defused. */
final class CsvTable implements TableWriter {
    private final CsvWriter csv;

    CsvTable(OutputStream to) throws IOException {
        Writer out = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        out.write('\uFEFF');
        csv = CsvWriter.builder().build(out);
    }

    @Override
    public void row(List<String> cells) {
        csv.writeRecord(cells.stream().map(FormulaGuard::defuse).toList());
    }

    @Override
    public void close() throws IOException {
        csv.flush();
    }
}
