package org.quanhe.crm.dataquality.control;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** One sheet of texts; a cell with the type of a text is never run as a formula. */
final class XlsxTable implements TableWriter {
    /** Rows of a sheet, header included. */
    static final int MOST_ROWS = 1_048_576;

    private static final int LONGEST_CELL = 32_767;
    private static final int ROWS_IN_MEMORY = 500;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;

    XlsxTable(OutputStream to, String sheetName) {
        workbook = new Workbook(to, "Quanhe CRM", "1.0");
        sheet = workbook.newWorksheet(sheetName.replaceAll("[\\\\/?*\\[\\]:]", " "));
        sheet.freezePane(0, 1);
    }

    @Override
    public void row(List<String> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            String text = cells.get(column);
            if (!text.isEmpty()) {
                sheet.inlineString(row, column, text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text);
            }
        }
        row++;
        if (row % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
    }
}
