package org.quanhe.crm.dataquality.control;

import java.io.IOException;
import java.util.List;

/** A table being written, row by row; whoever closes it completes the file but leaves the stream open. */
public interface TableWriter extends AutoCloseable {
    void row(List<String> cells) throws IOException;

    @Override
    void close() throws IOException;
}
