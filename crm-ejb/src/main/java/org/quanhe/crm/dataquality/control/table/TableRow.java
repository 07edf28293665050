package org.quanhe.crm.dataquality.control.table;

import java.util.List;

/**
 * One row of a table.
 *
 * @param number number in the file as a spreadsheet counts, the first row is 1
 * @param cells texts in the order of the columns, without blanks at either end; may be shorter or longer than the
 *     header
 */
public record TableRow(long number, List<String> cells) {
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    public boolean blank() {
        return cells.stream().allMatch(String::isEmpty);
    }
}
