package org.quanhe.crm.dataquality.control.table;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.quanhe.crm.platform.CrmException;

/** All formats that can be read. */
@ApplicationScoped
public class TableFormats {
    private List<TableFormat> formats = List.of();

    protected TableFormats() {}

    @Inject
    public TableFormats(@Any Instance<TableFormat> found) {
        this(found.stream().toList());
    }

    TableFormats(List<TableFormat> formats) {
        this.formats = formats.stream()
                .sorted(Comparator.comparingInt(TableFormat::order))
                .toList();
    }

    /** The format of the file; refuses what is no table. */
    public TableFormat of(TableFile file) throws IOException {
        byte[] head = file.head();
        if (head.length == 0) {
            throw CrmException.invalid("dataquality.error.emptyFile", file.name());
        }
        ForeignFile.refuse(file, head);
        return formats.stream()
                .filter(format -> format.recognises(file, head))
                .findFirst()
                .orElseThrow(() -> CrmException.invalid("dataquality.error.notATable", file.name()));
    }
}
