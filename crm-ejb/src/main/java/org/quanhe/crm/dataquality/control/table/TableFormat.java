package org.quanhe.crm.dataquality.control.table;

import java.io.IOException;
import org.quanhe.crm.dataquality.control.encoding.TextEncoding;

/** A file format of tables. A new one is a new class that CDI finds. */
public interface TableFormat {
    /** True if a file that begins with these bytes is of the format. */
    boolean recognises(TableFile file, byte[] head);

    /** Formats that look for exact marks come first, those that take any text last. */
    int order();

    /** True if the reader may choose an encoding. */
    boolean textual();

    /** Refuses a file that would do harm or cannot be read, before any of its rows is. */
    void inspect(TableFile file) throws IOException;

    /** Opens the table at its header. The encoding matters to text formats only. */
    TableSource open(TableFile file, TextEncoding encoding) throws IOException;
}
