package org.quanhe.crm.dataquality.control;

import java.util.List;
import org.quanhe.crm.dataquality.control.columns.Warnings;

/**
 * Rows that are written in one transaction.
 *
 * @param rows in the order of the file, good and refused ones
 * @param warnings about these rows
 */
record Chunk(List<CheckedRow> rows, Warnings warnings) {
    long lastRow() {
        return rows.get(rows.size() - 1).number();
    }

    List<CheckedRow> good() {
        return rows.stream().filter(CheckedRow::good).toList();
    }

    List<CheckedRow> refused() {
        return rows.stream().filter(row -> !row.good()).toList();
    }

    /** The part of the rows; its first part carries the warnings, so that they are counted once. */
    Chunk part(int from, int to) {
        return new Chunk(rows.subList(from, to), from == 0 ? warnings : new Warnings());
    }
}
