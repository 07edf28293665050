package org.quanhe.crm.dataquality.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.quanhe.crm.dataquality.control.encoding.TextEncoding;
import org.quanhe.crm.dataquality.control.table.ColumnNames;
import org.quanhe.crm.dataquality.control.table.TableFile;
import org.quanhe.crm.dataquality.control.table.TableFormat;
import org.quanhe.crm.dataquality.control.table.TableRow;
import org.quanhe.crm.dataquality.control.table.TableSource;
import org.quanhe.crm.platform.CrmException;

/** A table, read up to its header. */
final class OpenTable implements AutoCloseable {
    private final TableSource source;
    private final List<String> headers;

    private OpenTable(TableSource source, List<String> headers) {
        this.source = source;
        this.headers = headers;
    }

    static OpenTable open(TableFormat format, TableFile file, TextEncoding encoding) throws IOException {
        TableSource source = format.open(file, encoding);
        try {
            TableRow header =
                    source.next().orElseThrow(() -> CrmException.invalid("dataquality.error.emptyFile", file.name()));
            return new OpenTable(source, ColumnNames.of(header));
        } catch (RuntimeException refused) {
            source.close();
            throw refused;
        }
    }

    List<String> headers() {
        return headers;
    }

    Optional<TableRow> next() {
        return source.next();
    }

    /** Rows of the whole table, judged from those read. */
    long estimate(long rowsRead) {
        double progress = source.progress();
        return progress <= 0 ? rowsRead : Math.round(rowsRead / progress);
    }

    boolean tellsProgress() {
        return !Double.isNaN(source.progress());
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException busy) {
            throw new UncheckedIOException(busy);
        }
    }
}
