package org.quanhe.crm.dataquality.control.table;

import java.io.Closeable;
import java.util.Optional;

/** The rows of one open table, one after the other; blank ones are left out but counted in the numbers. */
public interface TableSource extends Closeable {
    /**
     * The next row; the first is the header. Throws {@link org.quanhe.crm.platform.CrmException} INVALID, naming the
     * row, where the file breaks off or is broken.
     */
    Optional<TableRow> next();

    /** Which part of the file was read, 0 to 1; NaN where the format cannot tell. */
    double progress();
}
