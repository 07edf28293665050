package org.quanhe.crm.dataquality.control;

import java.util.List;
import java.util.Optional;
import org.quanhe.crm.dataquality.control.columns.ColumnMapping;
import org.quanhe.crm.dataquality.control.columns.RowInterpreter;
import org.quanhe.crm.dataquality.control.columns.Warnings;
import org.quanhe.crm.dataquality.control.table.TableRow;
import org.quanhe.crm.platform.LocalizedMessage;

/** The rows of one table, one after the other, checked. */
final class RowStream implements AutoCloseable {
    private final OpenTable table;
    private final ColumnMapping mapping;
    private final RowInterpreter interpreter;
    private final RowCheck check;
    private final String encoding;

    RowStream(OpenTable table, ColumnMapping mapping, RowInterpreter interpreter, RowCheck check, String encoding) {
        this.table = table;
        this.mapping = mapping;
        this.interpreter = interpreter;
        this.check = check;
        this.encoding = encoding;
    }

    List<String> headers() {
        return table.headers();
    }

    /** What the person should know about the columns before any row is read. */
    Warnings aboutColumns() {
        Warnings warnings = new Warnings();
        mapping.leftOut().stream()
                .filter(header -> !RefusedRows.ownColumn(header))
                .forEach(header ->
                        warnings.add(LocalizedMessage.of("dataquality.warning.columnWithoutField", header), 0));
        return warnings;
    }

    /** Passes over the rows up to that number: they were dealt with before. */
    Optional<CheckedRow> nextBehind(long number, Warnings warnings) {
        Optional<TableRow> row = table.next();
        while (row.isPresent() && row.get().number() <= number) {
            row = table.next();
        }
        return row.map(found -> checked(found, warnings));
    }

    private CheckedRow checked(TableRow row, Warnings warnings) {
        if (row.cells().stream().anyMatch(cell -> cell.indexOf('\uFFFD') >= 0)) {
            warnings.add(LocalizedMessage.of("dataquality.warning.unreadable", encoding));
        }
        return check.check(interpreter.interpret(row, warnings));
    }

    @Override
    public void close() {
        table.close();
    }
}
